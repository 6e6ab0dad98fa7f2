import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Digest } from '../brands.ts';
import { digestOf } from '../bytes/digest.ts';

/** Endings of files that an import without one may mean. */
const importable = /\.(?:[cm]?[jt]sx?|json|css)$/;

/**
 * All that a compiler reads to make one module: the files themselves; the `package.json` of each package
 * among them, which says where an import of the package leads; and the folders of the site's own files, where
 * a file that is new may take an import's place.
 */
export function compilerInputs(files: readonly string[]): string[] {
  const inputs = new Set(files);
  for (const file of files) {
    if (file.split(path.sep).includes('node_modules')) {
      const manifest = manifestOf(file);
      if (manifest !== undefined) inputs.add(manifest);
    } else inputs.add(path.dirname(file));
  }
  return [...inputs].sort();
}

/**
 * The digest of a file's bytes, or of the names in a folder that an import may mean. Throws when there is
 * neither.
 */
export const digestOfInput = (input: string): Digest =>
  digestOf(
    statSync(input).isDirectory()
      ? readdirSync(input)
          .filter((name) => importable.test(name))
          .sort()
          .join('\n')
      : readFileSync(input),
  );

/** The nearest `package.json` above a file. */
function manifestOf(file: string): string | undefined {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest)) return manifest;
    if (folder === path.dirname(folder)) return undefined;
  }
}
