import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { findOption } from '../places/find-option.ts';
import { allWords, noteOf, placeholdersIn, type SomeWords, textsOf } from '../words/words.ts';

/** A file of words, named after its language: `km.ts`, `zh-Hant.ts`. */
const fileName = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.[jt]s$/;

const languageFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => fileName.test(file))
        .sort()
    : [];

const codeOf = (file: string): string => file.replace(/\.[jt]s$/, '');

/** Fills `word-layers.ts` with the words of the site's `words/` and of its configuration. */
export function ownWords({
  roots,
  words,
}: {
  /** The site's `templates/`, if it has one, and the folder of the default theme. */
  readonly roots: readonly string[];
  readonly words: Readonly<Record<string, SomeWords>>;
}): Plugin {
  const layers = roots.toReversed().map((root) => path.join(root, 'words'));
  const imports = layers.map((folder) => languageFiles(folder).map((file) => path.join(folder, file)));
  return {
    name: 'broadsheet-own-words',
    setup(build) {
      build.onLoad({ filter: /[\\/]word-layers\.ts$/ }, () => ({
        contents: [
          ...imports.flatMap((files, layer) =>
            files.map((file, index) => `import words${layer}_${index} from ${JSON.stringify(file)};`),
          ),
          'export const layers = [',
          ...imports.map(
            (files, layer) =>
              `  { ${files.map((file, index) => `${JSON.stringify(codeOf(path.basename(file)))}: words${layer}_${index}`).join(', ')} },`,
          ),
          `  ${JSON.stringify(words)},`,
          '];',
        ].join('\n'),
        loader: 'ts',
        resolveDir: roots.at(-1) ?? '',
      }));
    },
  };
}

/**
 * A warning for each file of words with missing or unknown words, and for a `words.ts` of the site, which
 * `words/` has replaced.
 */
export function wordMessages({
  layers,
  root,
  files,
}: {
  /** The words of the theme, the site and the configuration. */
  readonly layers: readonly Readonly<Record<string, unknown>>[];
  /** The site's folder. */
  readonly root: string;
  /** The files below its `templates/`. */
  readonly files: readonly string[];
}): Diagnostic[] {
  const old = files.find((file) => /^words\.[jt]sx?$/.test(file));
  const [builtIn = {}, own = {}, configured = {}] = layers.length === 3 ? layers : [layers[0], {}, layers[1]];
  return [
    ...(old === undefined ? [] : [diagnose('words-moved', `templates/${old}`)]),
    ...Object.entries(own).flatMap(([language, written]) => {
      const name = files
        .map((file) => file.split(path.sep).join('/'))
        .find((file) => file.startsWith('words/') && codeOf(file) === `words/${language}`);
      const file = `templates/${name ?? `words/${language}.ts`}`;
      const wordLayers: [unknown, unknown, unknown] = [builtIn[language], written, configured[language]];
      return [...missing({ file, wordLayers }), ...mistaken({ file, written, root })];
    }),
  ];
}

function missing({
  file,
  wordLayers,
}: {
  readonly file: string;
  readonly wordLayers: readonly unknown[];
}): Diagnostic[] {
  const there = new Set(wordLayers.flatMap((words) => [...textsOf(words).keys()]));
  const names = allWords.filter((name) => !there.has(name) || isUnusable(wordLayers[1], name));
  if (names.length === 0) return [];
  return [diagnose('words-missing', file, { line: 1, column: 1 }, { words: names.join(', ') })];
}

/** Whether a word has a value that is no text. */
function isUnusable(written: unknown, word: string): boolean {
  const value = word
    .split('.')
    .reduce<unknown>(
      (inner, name) => (inner && typeof inner === 'object' ? Reflect.get(inner, name) : undefined),
      written,
    );
  return value !== undefined && !textsOf(written).has(word);
}

/** Unknown names of words, and unknown placeholders. */
function mistaken({
  file,
  written,
  root,
}: {
  readonly file: string;
  readonly written: unknown;
  readonly root: string;
}): Diagnostic[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  return [...textsOf(written)].flatMap(([name, texts]): Diagnostic[] => {
    const place = findOption(source, name.split('.'));
    if (!allWords.includes(name)) {
      const near = nearest(name, allWords);
      return [diagnose('word-unknown', file, place, { word: name, ...(near !== undefined && { near }) })];
    }
    const placeholders = placeholdersIn(noteOf(name));
    const wrong = texts.flatMap(placeholdersIn).find((one) => !placeholders.includes(one));
    if (wrong === undefined) return [];
    const expected = placeholders.map((one) => `{${one}}`).join(', ');
    return [
      diagnose('word-placeholder', file, place, {
        word: name,
        placeholder: `{${wrong}}`,
        ...(expected !== '' && { expected }),
      }),
    ];
  });
}
