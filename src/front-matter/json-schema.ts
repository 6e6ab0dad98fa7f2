import * as z from 'zod';
import { schemas } from './schema.ts';

/** JSON Schema (draft 2020-12) of each kind's front matter, for editors. */
export const toJsonSchemas = (): Record<keyof typeof schemas, object> => {
  const convert = (schema: z.ZodType): object =>
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return {
    article: convert(schemas.article),
    category: convert(schemas.category),
    page: convert(schemas.page),
    author: convert(schemas.author),
    tag: convert(schemas.tag),
  };
};
