import { decodeHTML } from 'entities/decode';

/** Elements that break no word. */
const inline =
  /^\/?(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/i;
/** Elements whose text no reader sees. */
const unseen = /<(script|style|template|annotation)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
/** Heading and marks of footnotes. */
const furniture =
  /<h2[^>]*id="footnote-label"[^>]*>[^<]*<\/h2>|<a[^>]*data-footnote-(?:back)?ref[^>]*>[^<]*<\/a>/g;
/** A tag, whose attributes may have `>` in quotation marks; a token of a reference. */
const tag = /<(\/?[a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*>|<!--[\s\S]*?(?:-->|$)|\uFDD0[^\uFDD1]*\uFDD1/gi;

/** The words of a body's HTML, as the store has it; blocks are lines. */
export const bodyText = (html: string): string =>
  decodeHTML(
    html
      .replace(unseen, '\n')
      .replace(furniture, '')
      .replace(tag, (found, name?: string) =>
        name === undefined ? (found.startsWith('<') ? '\n' : '') : inline.test(name) ? '' : '\n',
      ),
  );
