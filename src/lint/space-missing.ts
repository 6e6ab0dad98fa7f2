import { diagnose } from '../diagnostics/diagnose.ts';
import { type LintRule, placeOf } from './lint-rule.ts';
import { nodes } from './nodes.ts';

/** A word, a mark that ends a sentence, and at once a word with a capital. Abbreviations (`TP.HCM`, `Th.S`, `tx.Tân Châu`) have no vowel or no small letter there. */
const pattern = /(\p{Ll}{2,})[.!?…](\p{Lu}\p{L}*)/gu;
const vowel = /[aeiouy]/;

/** No space after a full stop, a question or an exclamation mark. */
export const spaceMissing: LintRule = function* (input) {
  const check = function* (text: string) {
    for (const found of text.matchAll(pattern)) {
      const [, before = ''] = found;
      // Addresses and file names are one word.
      const start = text.slice(0, found.index).search(/\S+$/);
      const whole = /^\S+/.exec(text.slice(start < 0 ? found.index : start))?.[0] ?? '';
      if (!vowel.test(before.normalize('NFD')) || /[/@\\]|^www\./.test(whole)) continue;
      yield { index: found.index + before.length, words: found[0] };
    }
  };
  for (const node of nodes(input.tree, ({ type }) => type === 'link' || type === 'linkReference')) {
    if (node.type === 'text') for (const { index, words } of check(node.value)) yield diagnose('space-missing', input.document.path, placeOf(input, node, index), { words });
  }
  const { data } = input.document;
  for (const key of ['title', 'summary'] as const) {
    const value = key in data ? (data as Record<string, unknown>)[key] : undefined;
    if (typeof value === 'string') for (const { words } of check(value)) yield diagnose('space-missing', input.document.path, { field: [key] }, { words });
  }
};
