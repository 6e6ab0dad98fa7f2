import * as z from 'zod';
import { searchFields } from '../search/article-texts.ts';

const boost = z.number().positive().max(100);

/** The option `search`. */
export const searchSchema = z
  .union([
    z.literal(false),
    z.strictObject({
      fields: z
        .array(z.enum(searchFields))
        .min(1)
        .default([...searchFields])
        .describe('Fields that are searched.'),
      boosts: z
        .strictObject({
          title: boost.default(6).describe('In the title.'),
          summary: boost.default(3).describe('In summaries, tags, captions or names of authors.'),
          body: boost.default(1).describe('In the body.'),
        })
        .prefault({})
        .describe('Weights of words by field.'),
      synonyms: z
        .array(
          z
            .string()
            .transform((line) => line.split('=').map((words) => words.trim()))
            .refine(
              (words) => words.length > 1 && words.every((one) => one !== ''),
              'words that mean the same, such as UBND = ủy ban nhân dân',
            ),
        )
        .default([])
        .describe("Synonyms: `['UBND = ủy ban nhân dân']`."),
    }),
  ])
  .prefault({})
  .describe('Search for readers; `false` for none.');
