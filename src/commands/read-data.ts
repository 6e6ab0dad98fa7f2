import { readFileSync } from 'node:fs';
import { withFile } from '../bytes/name-file.ts';
import { UsageError } from '../diagnostics/usage-error.ts';

/**
 * Reads a data file that a command wrote. Throws a {@link UsageError} with its name where it cannot be
 * parsed.
 */
export function readData<Data>(file: string, parse: (text: string) => Data): Data {
  try {
    return parse(withFile(file, (name) => readFileSync(name, 'utf8')));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(
      { en: `${file}: ${error.sentences.en}`, vi: `${file}: ${error.sentences.vi}` },
      { cause: error },
    );
  }
}
