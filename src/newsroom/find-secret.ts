import type { Secret } from './secrets.ts';

interface Input {
  /** The output. */
  readonly text: string;
  readonly secrets: readonly Secret[];
  readonly emails: ReadonlySet<string>;
  /** Text that the authors themselves published: a value that stands in it is no secret. Asked for when something was found. */
  readonly published: () => string;
}

/** The key of a private value that an output has in it; undefined when it has none. */
export function findSecret({ text, secrets, emails, published }: Input): string | undefined {
  const isPublished = (value: string): boolean => spellings(value).some((spelling) => has(published(), spelling));
  if (emails.size > 0 && text.includes('@')) {
    for (const [address] of text.matchAll(/[\w.!#$%*+/=?^`{|}~-]+@[\w.-]+\w/g)) {
      const plain = address.toLowerCase().replace(/^.*[/:]/, '');
      if (emails.has(plain) && !published().toLowerCase().includes(plain)) return 'email';
    }
  }
  return secrets.find(({ value }) => spellings(value).some((spelling) => has(text, spelling)) && !isPublished(value))?.key;
}

/** A value as it may stand in HTML, in JSON and, for a number, in a table. */
function spellings(value: string): string[] {
  if (/^\d+$/.test(value)) return [value, value.replace(/\B(?=(\d{3})+$)/g, '.'), value.replace(/\B(?=(\d{3})+$)/g, ',')];
  const html = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return [...new Set([value, html, html.replaceAll('>', '&gt;'), JSON.stringify(value).slice(1, -1)])];
}

/** Digits are part of a longer number when others stand beside them. */
function has(text: string, spelling: string): boolean {
  if (!/^[\d.,]+$/.test(spelling)) return text.includes(spelling);
  for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
    if (!/[\d.,]$/.test(text.slice(Math.max(0, at - 1), at)) && !/^[.,]?\d/.test(text.slice(at + spelling.length, at + spelling.length + 2))) return true;
  }
  return false;
}
