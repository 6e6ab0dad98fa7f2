import * as z from 'zod';
import { allWords, noteOf, placeholdersIn, type SomeWords } from '../words/words.ts';

const text = z.string().trim().min(1, 'not empty');

/** A text whose only placeholders are those of the word. */
const wordText = (placeholders: readonly string[]) =>
  text.superRefine((written, context) => {
    const wrong = placeholdersIn(written).find((name) => !placeholders.includes(name));
    if (wrong !== undefined)
      context.addIssue({
        code: 'custom',
        message:
          placeholders.length === 0
            ? `a text without {${wrong}}`
            : `a text with ${placeholders.map((name) => `{${name}}`).join(' and ')} alone`,
      });
  });

/** The schema of a word. A word with a count also has plural forms. */
function word(name: string): z.ZodType {
  const placeholders = placeholdersIn(noteOf(name));
  const written = wordText(placeholders);
  return placeholders.includes('count')
    ? z.union([
        written,
        z.strictObject({
          zero: written.optional(),
          one: written.optional(),
          two: written.optional(),
          few: written.optional(),
          many: written.optional(),
          other: written,
        }),
      ])
    : written;
}

const wordsOf = (names: readonly string[], group = '') =>
  Object.fromEntries(names.map((name) => [name, word(group + name).optional()] as const));
const [plain, types] = [
  allWords.filter((name) => !name.includes('.')),
  allWords.flatMap((name) => (name.startsWith('types.') ? [name.slice('types.'.length)] : [])),
];

/** The site's own words for one language. */
export const wordsSchema = z.strictObject({
  ...wordsOf(plain),
  types: z.strictObject(wordsOf(types, 'types.')).optional(),
}) as unknown as z.ZodType<SomeWords, SomeWords>;
