import { diagnose } from '../diagnostics/diagnose.ts';
import { type LintRule, placeOf } from './lint-rule.ts';
import { nodes, wordsOf } from './nodes.ts';

const empty = new Set([
  'xem thêm',
  'xem',
  'xem tiếp',
  'xem chi tiết',
  'chi tiết',
  'đọc thêm',
  'đọc tiếp',
  'tại đây',
  'ở đây',
  'đây',
  'link',
  'liên kết',
  'bấm vào đây',
  'nhấn vào đây',
  'click vào đây',
  'nhấp vào đây',
  'read more',
  'more',
  'see more',
  'learn more',
  'here',
  'click here',
  'this',
  'this link',
  'details',
  'continue reading',
]);

/** A link whose words do not say where it leads, or are a bare address: read out of its context it means nothing. */
export const linkText: LintRule = function* (input) {
  for (const node of nodes(input.tree)) {
    if (node.type !== 'link' && node.type !== 'linkReference') continue;
    const text = wordsOf(node).normalize('NFC').trim();
    const plain = text.toLowerCase().replace(/^[\s«“"([]+|[\s.…:»”"')\]>→]+$/g, '');
    if (empty.has(plain) || /^(?:https?:\/\/|www\.)\S+$/i.test(text))
      yield diagnose('link-text', input.document.path, placeOf(input, node), { text: text.length > 60 ? `${text.slice(0, 59)}…` : text });
  }
};
