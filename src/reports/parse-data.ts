import type * as z from 'zod';
import { translate } from '../diagnostics/phrases.ts';
import { UsageError } from '../diagnostics/usage-error.ts';

/** Parses a data file that a command wrote. Throws a {@link UsageError} that says what is wrong with it. */
export function parseData<Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unusable('it is no valid JSON', { cause });
  }
  const { data, error } = schema.safeParse(value);
  if (error)
    throw unusable(`“${error.issues[0]?.path.join('.') ?? ''}” is not what stands there in such a file`, {
      cause: error,
    });
  return data;
}

/** The error for such a file, with a phrase that has a translation. */
export const unusable = (phrase: string, options?: ErrorOptions): UsageError =>
  new UsageError({ en: phrase, vi: translate(phrase, 'vi') }, options);
