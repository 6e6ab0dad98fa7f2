import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BuildOptions, Message, Plugin } from 'esbuild';
import { digestOf } from '../bytes/digest.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import { DiagnosedError } from '../diagnostics/diagnosed-error.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { missingPackage } from '../diagnostics/missing-package.ts';
import type { ThemeAssets } from '../model/site-props.ts';
import type { LayoutSheet } from '../props.ts';
import type { SomeWords } from '../words/words.ts';
import { misnamed, type OwnPage, ownPagesOf } from './own-files.ts';
import { ownWords } from './own-words.ts';

export interface CompiledTheme extends Omit<ThemeAssets, 'words' | 'blocks'> {
  /** ES module with `pages` by name, `figure`, the words of all languages, and what they were merged from. */
  readonly code: string;
  /** Every file that went into it, absolute. */
  readonly inputs: readonly string[];
  /** Pages that the default theme does not have, for routes of the site's own. */
  readonly ownPages: readonly OwnPage[];
  /** Parts that it does not have either, for the front page: `parts/banner.tsx`. */
  readonly ownParts: readonly string[];
  /** What browsers would not understand, and files that look like replacements and replace nothing. */
  readonly messages: readonly Diagnostic[];
}

/** Templates that do not compile, or that throw as soon as they are loaded. */
export class ThemeError extends DiagnosedError {
  override readonly name = 'ThemeError';
}

/** The reason, when it is the templates'; throws any other error. */
export function toThemeError(error: unknown): ThemeError {
  if (error instanceof ThemeError) return error;
  throw error;
}

interface Input {
  /** The default theme's folder. */
  readonly defaults: string;
  /** The site's own `templates/`, whose files replace those of the same name. */
  readonly overrides?: string;
  /** Words of the site's configuration, by language. */
  readonly words?: Readonly<Record<string, SomeWords>>;
  /** Where the module finds Preact; under its name when missing. */
  readonly resolvePreact?: (name: string) => string;
}

/**
 * Compiles templates, style sheets and the reader's script with esbuild. Rejects with a {@link ThemeError}
 * for what a template's author did.
 */
export async function compileTheme({
  defaults,
  overrides,
  words = {},
  resolvePreact,
}: Input): Promise<CompiledTheme> {
  const esbuild = await import('esbuild');
  const roots = overrides ? [overrides, defaults] : [defaults];
  const shared = {
    bundle: true,
    write: false as const,
    metafile: true as const,
    legalComments: 'none' as const,
    charset: 'utf8' as const,
    logLevel: 'silent' as const,
    plugins: [resolveIn(roots, resolvePreact), ownParts(roots), ownWords({ roots, words })],
    absWorkingDir: defaults,
    // What a `tsconfig.json` says is for editors: it is no input.
    tsconfigRaw: '{}',
  } satisfies BuildOptions;
  const compile = ({ contents, language, ...options }: Part) =>
    esbuild.build({
      ...shared,
      ...options,
      plugins: [...shared.plugins, ...(options.plugins ?? [])],
      stdin: { contents, loader: language, resolveDir: defaults },
    });
  try {
    const [code, styles, extra, script, views, tools, viewer, blocks, search, searchHelp] = await Promise.all(
      [
        compile(pagesPart(roots)),
        Promise.all(sheets.map((name) => compile(stylePart(name)))),
        Promise.all((['blocks', 'search', 'feed'] as const).map((name) => compile(stylePart(name)))),
        compile(clientPart('reader')),
        compile(clientPart('views')),
        compile(clientPart('tools')),
        compile(clientPart('viewer')),
        compile(clientPart('blocks')),
        compile({ ...clientPart('search'), target: 'es2020' }),
        compile({
          ...clientPart('search-help'),
          contents: "import help from 'broadsheet/templates/client/search-help'; window.searchHelp = help;",
          target: 'es2020',
        }),
      ],
    );
    const { withSchemes } = await import('./schemes.ts');
    const toStyle = (name: (typeof sheets)[number]) =>
      toAsset(`${name}.css`, withSchemes(textOf(styles[sheets.indexOf(name)])));
    const allStyles = [...styles, ...extra];
    const inputs = [code, ...allStyles, script, views, tools, viewer, blocks, search, searchHelp]
      .flatMap((result) => Object.keys(result.metafile.inputs))
      .filter((file) => file !== '<stdin>')
      .map((file) => withoutQuery(path.resolve(defaults, file)));
    const root = path.dirname(overrides ?? defaults);
    const listed = new Set(ownPartsOf(roots).map((file) => path.join(overrides ?? '', file)));
    // What is imported by the list of own parts alone may be a mistyped name.
    const named = Object.entries(code.metafile.inputs)
      .filter(([file]) => !file.endsWith('own-parts.ts'))
      .flatMap(([, { imports }]) => imports.map((one) => path.resolve(defaults, one.path)));
    const used = inputs.filter((file) => !listed.has(file) || named.includes(file));
    return {
      ownParts: ownPartsOf(roots),
      ownPages: overrides ? ownPagesOf({ defaults, overrides }) : [],
      messages: [
        ...allStyles
          .flatMap(({ warnings }) => warnings)
          .map((warning) => toDiagnostic('style-ignored', warning, { defaults, root })),
        ...(overrides ? misnamed({ defaults, overrides, inputs: used }) : []),
      ],
      code: textOf(code),
      style: toStyle('site'),
      layouts: {
        feature: toStyle('feature'),
        interview: toStyle('interview'),
        photo: toStyle('photo'),
        video: toStyle('video'),
        document: toStyle('document'),
      },
      script: toAsset('reader.js', textOf(script)),
      views: toAsset('views.js', textOf(views)),
      tools: toAsset('tools.js', textOf(tools)),
      viewer: toAsset('viewer.js', textOf(viewer)),
      blockStyle: toAsset('blocks.css', withSchemes(textOf(extra[0]))),
      blockScript: toAsset('blocks.js', textOf(blocks)),
      search: toAsset('search.js', textOf(search)),
      searchHelp: toAsset('search-help.js', textOf(searchHelp)),
      searchStyle: toAsset('search.css', withSchemes(textOf(extra[1]))),
      feedStyle: toAsset('feed.css', withSchemes(textOf(extra[2]))),
      files: allStyles
        .flatMap(({ outputFiles }) => outputFiles.slice(0, -1))
        .map(({ path: file, contents }) => ({
          name: `assets/${path.basename(file)}`,
          base64: Buffer.from(contents).toString('base64'),
        })),
      inputs: [...new Set(inputs)].sort(),
    };
  } catch (error) {
    const root = path.dirname(overrides ?? defaults);
    throw new ThemeError(toDiagnostics(error, { defaults, root }), { root, cause: error });
  }
}

/** The file that a style sheet names with a query, as `x.eot?#iefix`. */
const withoutQuery = (file: string): string => (existsSync(file) ? file : file.replace(/[?#][^/\\]*$/, ''));

/** A part of the theme that is compiled by itself: its entry, and how. */
type Part = { readonly contents: string; readonly language: 'ts' | 'css' } & Omit<
  BuildOptions,
  'write' | 'metafile'
>;

/** All pages of the theme, by name, with what they are rendered by. */
function pagesPart(roots: readonly string[]): Part {
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

/** The names of the templates of a folder, the site's and the default ones. */
const namesIn = (roots: readonly string[], folder: string): string[] =>
  [
    ...new Set(
      roots.flatMap((root) =>
        list(path.join(root, folder)).map((file) => file.replace(/\.[jt]sx?$/, '').normalize('NFC')),
      ),
    ),
  ].sort();

/**
 * What style sheets name besides each other, fonts and pictures, is published beside them. What begins with a
 * slash is an address of the site, such as those of `_static/`.
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

/** The parts of the site that the default theme does not have. */
function ownPartsOf(roots: readonly string[]): string[] {
  const [overrides, defaults] = roots;
  if (overrides === undefined || defaults === undefined) return [];
  const known = list(path.join(defaults, 'parts'));
  return list(path.join(overrides, 'parts'))
    .filter((file) => !known.includes(file) && /x$/.test(file))
    .map((file) => `parts/${file}`);
}

/** Fills `own-parts.ts` with them, for the front page. */
function ownParts(roots: readonly string[]): Plugin {
  const own = ownPartsOf(roots);
  return {
    name: 'broadsheet-own-parts',
    setup(build) {
      if (own.length === 0) return;
      build.onLoad({ filter: /[\\/]own-parts\.ts$/ }, () => ({
        contents: [
          ...own.map((file, index) => `import part${index} from 'broadsheet/templates/${file}';`),
          `export const ownParts = { ${own.map((file, index) => `'${file}': part${index}`).join(', ')} };`,
        ].join('\n'),
        loader: 'ts',
        resolveDir: roots.at(-1) ?? '',
      }));
    },
  };
}

/** The style sheet of all pages, and those that pages of one layout alone have. */
const sheets = ['site', 'feature', 'interview', 'photo', 'video', 'document'] as const satisfies [
  'site',
  ...LayoutSheet[],
];

const stylePart = (name: string): Part => ({
  contents: `@import 'broadsheet/templates/styles/${name}.css';`,
  language: 'css',
  outfile: `${name}.css`,
  minify: true,
  plugins: [filesOfStyles],
  assetNames: '[name]-[hash]',
  target: ['chrome100', 'firefox100', 'safari15'],
});

const clientPart = (name: string): Part => ({
  contents: `import 'broadsheet/templates/client/${name}';`,
  language: 'ts',
  outfile: `${name}.js`,
  format: 'iife',
  minify: true,
  target: 'es2019',
});

const textOf = (result: Result | undefined): string => result?.outputFiles.at(-1)?.text ?? '';

const toAsset = (name: string, content: string) => ({
  name: `assets/${name.replace('.', `-${digestOf(content).slice(0, 10)}.`)}`,
  content,
});

/** What esbuild makes: files that are named by it, and last the file itself. */
interface Result {
  readonly outputFiles: readonly { readonly text: string }[];
}

const list = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((file) => /\.[jt]sx?$/.test(file)) : [];

/**
 * Finds a theme file in the site's folder first and in the default theme second, whichever of the two the
 * import stands in. A file that replaces a default one may import that one by its `broadsheet/templates/`
 * name.
 */
function resolveIn(roots: readonly string[], resolvePreact: Input['resolvePreact'] = (name) => name): Plugin {
  const endings = ['', '.tsx', '.ts', '.jsx', '.js', '.css'];
  return {
    name: 'broadsheet-theme',
    setup(build) {
      build.onResolve({ filter: /^preact(\/|-render-to-string$|$)/ }, ({ path: name }) => ({
        path: resolvePreact(name),
        external: true,
      }));
      build.onResolve(
        { filter: /^(?:\.{1,2}\/|broadsheet\/templates\/)/ },
        ({ path: written, importer, resolveDir }) => {
          const root = roots.find(
            (folder) => resolveDir === folder || resolveDir.startsWith(folder + path.sep),
          );
          if (root === undefined) return undefined;
          // Fonts for old browsers are named with a query: `x.eot?#iefix`.
          const [, name = written, suffix = ''] = /^([^?#]*)([?#].*)?$/s.exec(written) ?? [];
          const relative = name.startsWith('broadsheet/templates/')
            ? name.slice('broadsheet/templates/'.length)
            : path.relative(root, path.resolve(resolveDir, name));
          // What the reader's script and the tool have in common is no template.
          if (relative.startsWith('..')) return undefined;
          for (const folder of roots) {
            for (const ending of endings) {
              const file = path.join(folder, relative) + ending;
              if (file !== importer && existsSync(file) && !file.endsWith(path.sep))
                return { path: file, suffix };
            }
          }
          return undefined;
        },
      );
    },
  };
}

/** What the compiler says; its `file` is relative to the folder of the default theme. */
type CompilerMessage = Pick<Message, 'text' | 'location'>;

/** The compiler's errors, their files relative to the site's folder. */
function toDiagnostics(error: unknown, { defaults, root }: { defaults: string; root: string }): Diagnostic[] {
  const errors: readonly CompilerMessage[] =
    error && typeof error === 'object' && 'errors' in error && Array.isArray(error.errors)
      ? error.errors
      : [{ text: String(error), location: null }];
  return errors.map((one) => toDiagnostic('broken-template', one, { defaults, root }));
}

/** What the compiler says, its file relative to the site's folder. */
function toDiagnostic(
  rule: 'broken-template' | 'style-ignored',
  { text, location }: CompilerMessage,
  { defaults, root }: { defaults: string; root: string },
): Diagnostic {
  const reason = text.trim().replace(/\.$/, '');
  if (!location) return diagnose(rule, 'templates', {}, { reason });
  const file = path.relative(root, path.resolve(defaults, location.file)).split(path.sep).join('/');
  const place = { line: location.line, column: location.column + 1 };
  const missing = rule === 'broken-template' && !file.endsWith('.css') ? missingPackage(text) : undefined;
  return missing
    ? diagnose(missing.rule, file, place, missing.values)
    : diagnose(rule, file, place, { reason });
}
