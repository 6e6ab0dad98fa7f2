import { diagnose } from '../diagnostics/diagnose.ts';
import type { LintRule } from './lint-rule.ts';

/**
 * TCVN 5712:1993 (font names .Vn…), read as Windows-1252: marks of typography stand in the middle of words, as in `Néi dung bµi b¸o`.
 * VNI for Windows: a vowel is followed by a second letter that carries its marks, as in `Noäi dung baøi baùo`; đ is ñ.
 */
const encodings = [
  ['TCVN3', /(?<!\p{L})(?:\p{L}*[a-zA-Z][µ¸¶·¹¨©®«¬ª¼½¾»]|[®§](?=[\p{L}µ¸¶·¹¨©«¬ª]))[\p{L}µ¸¶·¹¨©®§«¬ª¼½¾»]*/gu],
  ['VNI', /(?<!\p{L})\p{L}*(?:a[ùøûõïâåäáàãêéèëúü]|e[ùøûõïâåäáàã]|o[ùøûõïâåä]|[uyôö][ùøûõï]|ñ[aeiouyôö])\p{L}*/giu],
] as const;
/** Foreign names have such letters too; a text in the wrong encoding has them in every line. */
const least = { words: 4, share: 0.08 };

/** Text that was typed for an old Vietnamese font and copied without being converted: unreadable without that font. Once a file. */
export const legacyEncoding: LintRule = function* ({ document, text }) {
  // Right Vietnamese has letters that neither encoding makes by accident.
  const right = (text.match(/[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu) ?? []).length;
  const words = (text.match(/\p{L}+/gu) ?? []).length;
  for (const [encoding, pattern] of encodings) {
    const found = [...text.matchAll(pattern)];
    const [first] = found;
    if (!first || found.length < least.words || found.length < words * least.share || right > found.length) continue;
    const before = text.slice(0, first.index).split('\n');
    yield diagnose('legacy-encoding', document.path, { line: before.length, column: (before.at(-1) ?? '').length + 1 }, { encoding, word: first[0] });
    return;
  }
};
