const thousands = /\B(?=(\d{3})+$)/g;

/** A private value as it may stand in text, in HTML, in XML, in JSON, in an address and, for a number, in a table. */
export function spellings(value: string): string[] {
  if (/^\d+$/.test(value)) return [value, value.replace(thousands, '.'), value.replace(thousands, ',')];
  const html = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const apostrophes = [html.replaceAll("'", '&#39;'), html.replaceAll("'", '&#x27;'), html.replaceAll("'", '&apos;')];
  const xml = value.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;');
  const json = JSON.stringify(value).slice(1, -1);
  // Half a character has no place in an address.
  const addresses = /\p{Surrogate}/u.test(value) ? [] : [encodeURIComponent(value), encodeURI(value)];
  return [...new Set([value, html, ...[html, ...apostrophes].map((text) => text.replaceAll('>', '&gt;')), xml, json, json.replaceAll('<', '\\u003c'), ...addresses])];
}
