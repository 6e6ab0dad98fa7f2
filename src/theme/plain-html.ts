import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { changeAddresses } from '../addresses/change-addresses.ts';
import type { PlainText, Stored, ToPlainHtml } from '../routes/route.ts';
import { fill, renderFigure, TemplateError, type Theme } from './render.ts';

/** Makes the function for plain HTML of texts. Each is made once in a build, as most are in several feeds. */
export function createToPlainHtml(theme: Theme, stored: Stored): ToPlainHtml {
  const made = new Map<string, string | undefined>();
  return (text) => {
    if (!made.has(text.path)) made.set(text.path, toPlainHtml(text, { theme, stored }));
    return made.get(text.path);
  };
}

function toPlainHtml(
  { url, path, lang, body, image }: PlainText,
  { theme, stored }: { readonly theme: Theme; readonly stored: Stored },
): string | undefined {
  try {
    const lead = image ? renderFigure(theme, { figure: image, block: true, lang }, true) : '';
    const html = fill({ theme, body, html: stored.body(path), props: {}, lang, plain: true });
    return withWholeAddresses(lead + html, url);
  } catch (error) {
    if (error instanceof TemplateError) return undefined;
    throw error;
  }
}

const processor = unified().use(rehypeParse, { fragment: true }).use(rehypeStringify).freeze();

/** HTML with absolute URLs, so that it can be shown anywhere. */
function withWholeAddresses(html: string, url: string): string {
  const tree: Root = processor.parse(html);
  visit(tree, 'element', ({ properties }) =>
    changeAddresses(properties, (address) => toAbsolute(address, url)),
  );
  return processor.stringify(tree);
}

/** Makes a URL absolute, up to a space in it. */
function toAbsolute(written: string, base: string): string {
  const [address = '', ...rest] = written.split(' ');
  return URL.canParse(address, base) ? [new URL(address, base).href, ...rest].join(' ') : written;
}
