import { decodeHTML } from 'entities/decode';

/** Elements that do not separate words. */
const inline =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;
/** Elements whose text is not shown. */
const unseen = /^(?:script|style|template|annotation)$/;
/** Attributes of the heading and marks of footnotes, which are not the author's words. */
const furniture = /\bid="footnote-label"|\bdata-footnote-(?:back)?ref\b/;
/** A tag, a comment, the token of a reference (`markdown/tokens.ts`), or text. */
const piece =
  /<(\/?)([a-z][^\s/<>]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>|<!--[\s\S]*?(?:-->|$)|\uFDD0[^\uFDD1]*\uFDD1|[^<\uFDD0]+|[\s\S]/gi;

/** The words of a stored body's HTML, with blocks as lines. */
export function bodyText(html: string): string {
  let text = '';
  /** The element that is skipped. */
  let passed: string | undefined;
  for (const [matched, closing, written, attributes = ''] of html.matchAll(piece)) {
    const name = written?.toLowerCase();
    if (passed !== undefined) {
      if (closing === '/' && name === passed) passed = undefined;
    } else if (name === undefined) text += /^(?:<!--|\uFDD0)/.test(matched) ? '' : matched;
    else if (closing === '' && (unseen.test(name) || furniture.test(attributes))) passed = name;
    else if (!inline.test(name)) text += '\n';
  }
  return decodeHTML(text);
}
