import * as z from 'zod';
import { allWords, noteOf, placeholdersIn, type SomeWords } from '../words/words.ts';

const text = z.string().trim().min(1, 'not empty');

/** A text in which no placeholders stand but those of the word. */
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

/** What a word may be: one that counts has plural forms too. */
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

/** Words of one language that the site gives. */
export const wordsSchema = z.strictObject({
  ...wordsOf(plain),
  types: z.strictObject(wordsOf(types, 'types.')).optional(),
}) as unknown as z.ZodType<SomeWords, SomeWords>;
