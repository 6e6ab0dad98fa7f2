import { digestOf } from '../bytes/digest.ts';

/** The icon of a site without one of its own: a sheet with lines in its colour. */
export function defaultIcon(colour: string): { readonly name: string; readonly content: string } {
  const content = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${colour}"/><path fill="#fff" d="M7 8h18v5H7zm0 8h8v3H7zm0 6h8v3H7zm11-6h7v9h-7z"/></svg>\n`;
  return { name: `assets/icon-${digestOf(content).slice(0, 10)}.svg`, content };
}
