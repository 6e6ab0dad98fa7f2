import { diagnose, placeAt } from '../diagnostics/diagnose.ts';
import type { LintRule } from './lint-rule.ts';

/**
 * Old encodings, read as Windows-1252. TCVN 5712:1993 (font names .Vn…) has typographic marks in the middle
 * of words, as in `Néi dung bµi b¸o`. VNI for Windows has a second letter after a vowel for its diacritics,
 * as in `Noäi dung baøi baùo`, and ñ for đ. Other languages have some of these pairs, and ñ; the last pattern
 * of each has those that no other language has.
 */
const encodings = [
  [
    'TCVN3',
    /(?<!\p{L})(?:\p{L}*[a-zA-Z][µ¸¶·¹¨©®«¬ª¼½¾»]|[®§](?=[\p{L}µ¸¶·¹¨©«¬ª]))[\p{L}µ¸¶·¹¨©®§«¬ª¼½¾»]*/gu,
    /[a-zA-Z®][µ¸¶·¹¨©«¬ª¼½¾]/,
  ],
  [
    'VNI',
    /(?<!\p{L})\p{L}*(?:a[ùøûõïâåäáàãêéèëúü]|e[ùøûõïâåäáàã]|o[ùøûõïâåä]|[uyôö][ùøûõï]|ñ[aeiouyôö])\p{L}*/giu,
    /[aeouyôö][øõå]|[ayôö][ûïù]|a[âê]|eâ|oâ/i,
  ],
] as const;
/** Letters that only correct Vietnamese has. */
const right = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;
/** Foreign names have such letters too, but a text in an old encoding has them in every line. */
const least = { words: 4, share: 0.15, kinds: 2 };

/**
 * Text that was typed in an old Vietnamese encoding and never converted, so that it is unreadable without its
 * font. Checked by paragraph, then by sentence; reported once per file.
 */
export const legacyEncoding: LintRule = function* ({ document, text, language }) {
  if (!language.startsWith('vi')) return;
  for (const [encoding, pattern, particular] of encodings) {
    if ((text.match(pattern) ?? []).length < least.words) continue;
    for (const [start, part] of [...split(text, /\n\s*\n/g), ...split(text, /\n|[.!?…]\s+/g)]) {
      const matches = [...part.matchAll(pattern)];
      const [first] = matches;
      const words = (part.match(/\p{L}+/gu) ?? []).length;
      if (!first || matches.length < least.words || matches.length < words * least.share) continue;
      if (
        new Set(matches.map(([word]) => particular.exec(word)?.[0]).filter(Boolean)).size < least.kinds ||
        (part.match(right) ?? []).length > matches.length
      )
        continue;
      yield diagnose('legacy-encoding', document.path, placeAt(text, start + first.index), {
        encoding,
        word: first[0],
      });
      return;
    }
  }
};

/** The parts of a text between separators, each with its offset. */
function* split(text: string, separator: RegExp): Generator<readonly [start: number, part: string]> {
  let start = 0;
  for (const { index, 0: between } of text.matchAll(separator)) {
    yield [start, text.slice(start, index)];
    start = index + between.length;
  }
  yield [start, text.slice(start)];
}
