import type { Nodes } from 'mdast';
import { diagnose } from '../diagnostics/diagnose.ts';
import { everyNode } from '../markdown/every-node.ts';
import { type LintRule, placeOf, wordsOf } from './lint-rule.ts';
import { wordlessRawLinks } from './raw-links.ts';

/**
 * Words that say nothing about a link's target when it has no others. At least one must be of the first kind.
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

/** Whether a link's text is a bare address: it begins like one, or equals the link's target. */
function isAddress(text: string, node: Nodes): boolean {
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(text)) return true;
  if (node.type !== 'link' || !/^https?:/i.test(node.url)) return false;
  const bare = (address: string): string => address.toLowerCase().replace(/^https?:\/\/(?:www\.)?/, '');
  const [host = ''] = text.split('/', 1);
  return !/\s/.test(text) && host.slice(1, -1).includes('.') && bare(node.url).startsWith(bare(text));
}

/**
 * A link without any text, in Markdown or HTML. The alternative text of a picture and a name in an attribute
 * count as text.
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

/** A link whose text does not describe its target, or is a bare address: out of context it means nothing. */
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
