import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import type { LayoutSheet } from '../props.ts';
import { templatesIn } from './own-parts.ts';

/** An entry point of esbuild: one part of the theme, and how it is compiled. */
export type Entry = { readonly contents: string; readonly language: 'ts' | 'css' } & Omit<
  BuildOptions,
  'write' | 'metafile'
>;

/** All page templates of the theme, by name, with the functions that render them. */
export function pagesEntry(roots: readonly string[]): Entry {
  const pages = namesIn(roots, 'pages');
  const blocks = namesIn(roots, 'blocks');
  const contents = [
    ...pages.map((name, index) => `import page${index} from 'broadsheet/templates/pages/${name}';`),
    `import * as figure from 'broadsheet/templates/parts/figure';`,
    `export const pages = { ${pages.map((name, index) => `${JSON.stringify(name)}: page${index}`).join(', ')} };`,
    ...blocks.map((name, index) => `import * as block${index} from 'broadsheet/templates/blocks/${name}';`),
    `export const blocks = { ${blocks.map((name, index) => `${JSON.stringify(name)}: block${index}`).join(', ')} };`,
    'export { figure };',
    `export { tables } from 'broadsheet/templates/word-tables';`,
    `export { layers } from 'broadsheet/templates/word-layers';`,
    `export { h } from 'preact';`,
    `export { renderToString } from 'preact-render-to-string';`,
  ].join('\n');
  return {
    contents,
    language: 'ts',
    outfile: 'templates.mjs',
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    target: 'node20',
  };
}

/** The names of the templates in a folder, of both the site and the default theme. */
const namesIn = (roots: readonly string[], folder: string): string[] =>
  [
    ...new Set(
      roots.flatMap((root) =>
        templatesIn(path.join(root, folder)).map((file) => file.replace(/\.[jt]sx?$/, '').normalize('NFC')),
      ),
    ),
  ].sort();

/**
 * Publishes fonts and pictures that style sheets use beside them. A URL that begins with a slash is an
 * address of the site, such as a file of `_static/`.
 */
const filesOfStyles: Plugin = {
  name: 'broadsheet-files-of-styles',
  setup(build) {
    build.onResolve({ filter: /^\// }, ({ path: address, kind }) =>
      kind === 'url-token' || kind === 'import-rule' ? { path: address, external: true } : undefined,
    );
    build.onLoad({ filter: /.*/ }, ({ path: file }) =>
      /\.css$/i.test(file) ? undefined : { contents: readFileSync(file), loader: 'file' },
    );
  },
};

/** The style sheet of all pages, and those for pages of one layout. */
export const sheets = ['site', 'feature', 'interview', 'photo', 'video', 'document'] as const satisfies [
  'site',
  ...LayoutSheet[],
];

/** A style sheet of `styles/`. */
export const styleEntry = (name: string): Entry => ({
  contents: `@import 'broadsheet/templates/styles/${name}.css';`,
  language: 'css',
  outfile: `${name}.css`,
  minify: true,
  plugins: [filesOfStyles],
  assetNames: '[name]-[hash]',
  target: ['chrome100', 'firefox100', 'safari15'],
});

/** A script of `client/`. */
export const clientEntry = (name: string): Entry => ({
  contents: `import 'broadsheet/templates/client/${name}';`,
  language: 'ts',
  outfile: `${name}.js`,
  format: 'iife',
  minify: true,
  target: 'es2019',
});
