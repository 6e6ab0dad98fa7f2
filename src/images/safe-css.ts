const comments = /\/\*[\s\S]*?\*\//g;
const urls = /url\(\s*(?:(["'])(.*?)\1|([^"')]*))\s*\)/gi;
/** Whatever else can load or run something. An escape could spell any of them, so there is none left. */
const unsafe = /@import|@charset|@namespace|url\s*\(|image-set|image\s*\(|cross-fade|src\s*\(|expression|javascript:|behavior|-moz-binding|[\\<]/i;

/** Whether a reference stays inside the file: `#id`, or a bitmap written out in it. */
export const isInside = (reference: string): boolean => /^\s*(?:#|data:image\/(?:png|jpe?g|webp|gif);base64,[a-z0-9+/=\s]*$)/i.test(reference);

/** Whether a CSS value refers to nothing outside the file. */
export const isSafeCss = (css: string): boolean =>
  !unsafe.test(css.replace(comments, '').replace(urls, (whole, _quote, quoted: string | undefined, bare: string | undefined) => (isInside(quoted ?? bare ?? '') ? ' ' : whole)));

/** A style sheet or a list of declarations without those that refer outside; empty when what is left cannot be trusted. */
export const safeCss = (css: string): string => {
  if (isSafeCss(css)) return css;
  const kept = (css.replace(comments, '').match(/[^;{}]*[;{}]?/g) ?? []).map((piece) => (isSafeCss(piece) ? piece : piece.replace(/[^;{}]+/, '')));
  const joined = kept.join('');
  return isSafeCss(joined) ? joined : '';
};
