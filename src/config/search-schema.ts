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
        .describe('What is looked through.'),
      boosts: z
        .strictObject({
          title: boost.default(6).describe('In the title.'),
          summary: boost.default(3).describe('In summary, tags, captions or names of authors.'),
          body: boost.default(1).describe('In the body.'),
        })
        .prefault({})
        .describe('What a word is worth by the place where it stands.'),
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
        .describe("Words that mean the same: `['UBND = ủy ban nhân dân']`."),
    }),
  ])
  .prefault({})
  .describe('How readers search the site. `false` for a site without a search.');
