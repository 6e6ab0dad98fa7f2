import type { Nodes } from 'mdast';
import { diagnose } from '../diagnostics/diagnose.ts';
import { everyNode } from '../markdown/every-node.ts';
import { type LintRule, placeOf, wordsOf } from './lint-rule.ts';
import { wordlessRawLinks } from './raw-links.ts';

/**
 * Words of which a link's text says nothing of its target, when it has no others; one of the first kind has
 * to be among them.
 */
const empty = {
  telling: new Set(
    'xem đọc thêm đây này kia đó ấy click link kết tiết here more click this that link details continue'.split(
      ' ',
    ),
  ),
  beside: new Set(
    'tiếp chi tại ở bấm nhấn nhấp kích chuột vào liên đường dẫn bài trang on the for in please read see learn view find out page article reading and'.split(
      ' ',
    ),
  ),
};

const isEmpty = (text: string): boolean => {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return (
    words.some((word) => empty.telling.has(word)) &&
    words.every((word) => empty.telling.has(word) || empty.beside.has(word))
  );
};

/** A bare address: it begins as one, or it is the one to which the link leads. */
function isAddress(text: string, node: Nodes): boolean {
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(text)) return true;
  if (node.type !== 'link' || !/^https?:/i.test(node.url)) return false;
  const bare = (address: string): string => address.toLowerCase().replace(/^https?:\/\/(?:www\.)?/, '');
  const [host = ''] = text.split('/', 1);
  return !/\s/.test(text) && host.slice(1, -1).includes('.') && bare(node.url).startsWith(bare(text));
}

/**
 * A link without any words, in Markdown or in HTML: by a picture's alternative text, or a name in an
 * attribute, it has some.
 */
export const linkWordless: LintRule = function* (input) {
  const { path } = input.document;
  for (const node of everyNode(input.tree)) {
    if (node.type === 'link' && node.url.trim() !== '' && wordsOf(node).trim() === '')
      yield diagnose('link-wordless', path, placeOf(input, node), { url: node.url });
    if (!('children' in node)) continue;
    for (const link of wordlessRawLinks(node))
      yield diagnose('link-wordless', path, placeOf(input, link.node, link.offset), { url: link.url });
  }
};

/**
 * A link whose words do not say where it leads, or are a bare address: read out of its context it means
 * nothing.
 */
export const linkText: LintRule = function* (input) {
  for (const node of everyNode(input.tree)) {
    if (node.type !== 'link' && node.type !== 'linkReference') continue;
    const text = wordsOf(node).normalize('NFC').trim();
    if (isEmpty(text) || isAddress(text, node))
      yield diagnose('link-text', input.document.path, placeOf(input, node), {
        text: text.length > 60 ? `${text.slice(0, 59)}…` : text,
      });
  }
};
