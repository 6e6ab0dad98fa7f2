import { diagnose } from '../diagnostics/diagnose.ts';
import { type LintRule, placeOf } from './lint-rule.ts';
import { nodes } from './nodes.ts';

/** Vietnamese doubles words on purpose (`từ từ`, `ngày ngày`, `song song`); these it never does. */
const vietnamese = [
  'của',
  'và',
  'các',
  'những',
  'được',
  'trong',
  'với',
  'cho',
  'tại',
  'đã',
  'sẽ',
  'một',
  'này',
  'theo',
  'để',
  'khi',
  'nhưng',
  'bị',
  'đến',
  'trên',
  'thì',
  'bởi',
  'vì',
  'cũng',
  'nên',
  'hoặc',
  'rằng',
  'như',
];
/** English says `that that` and `had had`; these it does not. */
const english = [
  'the',
  'a',
  'an',
  'of',
  'to',
  'in',
  'and',
  'or',
  'is',
  'are',
  'was',
  'were',
  'for',
  'on',
  'with',
  'as',
  'at',
  'by',
  'from',
  'be',
  'this',
  'it',
  'its',
  'has',
  'have',
  'will',
  'but',
  'not',
  'we',
  'they',
  'he',
  'she',
  'their',
];
const toPattern = (words: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\p{M}\\p{N}-])(${words.join('|')})\\s+\\1(?![\\p{L}\\p{M}\\p{N}-])`, 'giu');
const patterns: Readonly<Record<string, RegExp>> = { vi: toPattern(vietnamese), en: toPattern(english) };

/** The same small word twice. */
export const doubledWord: LintRule = function* (input) {
  const pattern = patterns[input.language.slice(0, 2)];
  if (!pattern) return;
  for (const node of nodes(input.tree)) {
    if (node.type !== 'text') continue;
    for (const found of node.value.matchAll(pattern)) yield diagnose('doubled-word', input.document.path, placeOf(input, node, found.index), { word: found[1] ?? '' });
  }
};
