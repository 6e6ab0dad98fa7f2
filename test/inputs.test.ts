import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fromRoot } from './from-root.ts';
import { kinds } from './random-edits.ts';

/**
 * Every place in `src/` at which a build reads something that is not its own, with the kinds of random edits (`random-edits.ts`) that change
 * it. `own` reads what builds themselves wrote, `other` belongs to commands that are no builds.
 */
const readers: Readonly<Record<string, readonly (typeof kinds)[number][] | 'own' | 'other'>> = {
  'bytes/make-folder.ts': 'own',
};

/** Calls by which a module learns something of the machine. */
const reads =
  /\b(?:(?:read(?:File|dir|link)?|l?stat|open|exists|access|realpath)Sync(?:\.native)?\(|createReadStream\(|spawn(?:Sync)?\(|exec(?:File)?(?:Sync)?\(|process\.env\b|process\.versions?\b|metafile\b)/;

test('every place that reads an input is named here, with the random edits that change the input', () => {
  const root = fromRoot('src');
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && reads.test(readFileSync(path.join(root, file), 'utf8')))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
  expect(found).toEqual(Object.keys(readers).sort());
  for (const [file, wanted] of Object.entries(readers)) if (typeof wanted !== 'string') expect(kinds, file).toEqual(expect.arrayContaining([...wanted]));
});
