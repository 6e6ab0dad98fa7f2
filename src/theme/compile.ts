import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BuildOptions } from 'esbuild';
import { digestOf } from '../bytes/digest.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ThemeAssets } from '../model/site-props.ts';
import type { SomeWords } from '../words/words.ts';
import { clientEntry, type Entry, pagesEntry, sheets, styleEntry } from './entries.ts';
import { misnamed, type OwnPage, ownPagesOf } from './own-files.ts';
import { ownParts, ownPartsOf } from './own-parts.ts';
import { ownWords } from './own-words.ts';
import { resolveIn } from './resolve-files.ts';
import { diagnoseErrors, diagnoseMessage, ThemeError } from './theme-error.ts';

export interface CompiledTheme extends Omit<ThemeAssets, 'words' | 'blocks'> {
  /**
   * ES module with `pages` by name, `figure`, and the words of all languages with the layers they were merged
   * from.
   */
  readonly code: string;
  /** All source files, absolute. */
  readonly inputs: readonly string[];
  /** Pages that the default theme does not have, for routes of the site's own. */
  readonly ownPages: readonly OwnPage[];
  /** Parts that the default theme does not have, for the front page: `parts/banner.tsx`. */
  readonly ownParts: readonly string[];
  /**
   * Messages about CSS that browsers do not support, and about files that look like replacements and replace
   * nothing.
   */
  readonly messages: readonly Diagnostic[];
}

export interface ThemeInput {
  /** The default theme's folder. */
  readonly defaults: string;
  /** The site's own `templates/`, whose files replace those of the same name. */
  readonly overrides?: string;
  /** Words of the site's configuration, by language. */
  readonly words?: Readonly<Record<string, SomeWords>>;
  /** Resolves imports of Preact in the module; by its package name when missing. */
  readonly resolvePreact?: (name: string) => string;
}

/**
 * Compiles templates, style sheets and the reader's script with esbuild. Rejects with a {@link ThemeError}
 * for mistakes in templates.
 */
export async function compileTheme(input: ThemeInput): Promise<CompiledTheme> {
  const { defaults, overrides } = input;
  const compile = await createCompile(input);
  try {
    const compiled = await compileEntries(compile, rootsOf(input));
    const files = inputsOf(compiled, input);
    return {
      ownParts: ownPartsOf(rootsOf(input)),
      ownPages: overrides ? ownPagesOf({ defaults, overrides }) : [],
      messages: messagesOf(compiled, files, input),
      code: textOf(compiled.code),
      ...(await assetsOf(compiled)),
      inputs: [...new Set(files)].sort(),
    };
  } catch (error) {
    const root = siteOf(input);
    throw new ThemeError(diagnoseErrors(error, { defaults, root }), { root, cause: error });
  }
}

/** The folders of templates, the site's before the default ones. */
const rootsOf = ({ defaults, overrides }: ThemeInput): string[] =>
  overrides ? [overrides, defaults] : [defaults];

/** The folder that paths in messages are relative to. */
const siteOf = ({ defaults, overrides }: ThemeInput): string => path.dirname(overrides ?? defaults);

/** Makes the function that compiles one entry. */
async function createCompile(input: ThemeInput) {
  const esbuild = await import('esbuild');
  const { defaults, words = {}, resolvePreact } = input;
  const roots = rootsOf(input);
  const shared = {
    bundle: true,
    write: false as const,
    metafile: true as const,
    legalComments: 'none' as const,
    charset: 'utf8' as const,
    logLevel: 'silent' as const,
    plugins: [resolveIn(roots, resolvePreact), ownParts(roots), ownWords({ roots, words })],
    absWorkingDir: defaults,
    // A `tsconfig.json` is for editors, and no input.
    tsconfigRaw: '{}',
  } satisfies BuildOptions;
  return ({ contents, language, ...options }: Entry) =>
    esbuild.build({
      ...shared,
      ...options,
      plugins: [...shared.plugins, ...(options.plugins ?? [])],
      stdin: { contents, loader: language, resolveDir: defaults },
    });
}

type Compile = Awaited<ReturnType<typeof createCompile>>;
type Result = Awaited<ReturnType<Compile>>;

/** Compiles all entries of the theme at once. */
async function compileEntries(compile: Compile, roots: readonly string[]) {
  const compileStyles = (names: readonly string[]) =>
    Promise.all(names.map((name) => compile(styleEntry(name))));
  const [code, styles, extra, script, views, tools, viewer, blocks, search, searchHelp] = await Promise.all([
    compile(pagesEntry(roots)),
    compileStyles(sheets),
    compileStyles(['blocks', 'search', 'feed']),
    compile(clientEntry('reader')),
    compile(clientEntry('views')),
    compile(clientEntry('tools')),
    compile(clientEntry('viewer')),
    compile(clientEntry('blocks')),
    compile({ ...clientEntry('search'), target: 'es2021' }),
    compile({
      ...clientEntry('search-help'),
      contents: "import help from 'broadsheet/templates/client/search-help'; window.searchHelp = help;",
      target: 'es2021',
    }),
  ]);
  return { code, styles, extra, script, views, tools, viewer, blocks, search, searchHelp };
}

type Compiled = Awaited<ReturnType<typeof compileEntries>>;

/** All source files of the theme. */
function inputsOf({ styles, extra, code, ...scripts }: Compiled, { defaults }: ThemeInput): string[] {
  return [code, ...styles, ...extra, ...Object.values(scripts)]
    .flatMap((result) => Object.keys(result.metafile.inputs))
    .filter((file) => file !== '<stdin>')
    .map((file) => withoutQuery(path.resolve(defaults, file)));
}

/**
 * Messages about CSS that browsers do not support, and about files that look like replacements and replace
 * nothing.
 */
function messagesOf(compiled: Compiled, inputs: readonly string[], input: ThemeInput): Diagnostic[] {
  const { code, styles, extra } = compiled;
  const { defaults, overrides } = input;
  const ignored = [...styles, ...extra]
    .flatMap(({ warnings }) => warnings)
    .map((warning) => diagnoseMessage('style-ignored', warning, { defaults, root: siteOf(input) }));
  if (!overrides) return ignored;
  const ownPartFiles = new Set(ownPartsOf(rootsOf(input)).map((file) => path.join(overrides, file)));
  // A file that only the list of own parts imports may have a mistyped name.
  const imported = Object.entries(code.metafile.inputs)
    .filter(([file]) => !file.endsWith('own-parts.ts'))
    .flatMap(([, { imports }]) => imports.map((one) => path.resolve(defaults, one.path)));
  const used = inputs.filter((file) => !ownPartFiles.has(file) || imported.includes(file));
  return [...ignored, ...misnamed({ defaults, overrides, inputs: used })];
}

/** Style sheets, scripts and the files that style sheets use, as they are published. */
async function assetsOf(compiled: Compiled) {
  const { styles, extra, script, views, tools, viewer, blocks, search, searchHelp } = compiled;
  const { withSchemes } = await import('./schemes.ts');
  const toStyle = (name: string, result: Result | undefined) =>
    toAsset(`${name}.css`, withSchemes(textOf(result)));
  const toSheet = (name: (typeof sheets)[number]) => toStyle(name, styles[sheets.indexOf(name)]);
  return {
    style: toSheet('site'),
    layouts: {
      feature: toSheet('feature'),
      interview: toSheet('interview'),
      photo: toSheet('photo'),
      video: toSheet('video'),
      document: toSheet('document'),
    },
    script: toAsset('reader.js', textOf(script)),
    views: toAsset('views.js', textOf(views)),
    tools: toAsset('tools.js', textOf(tools)),
    viewer: toAsset('viewer.js', textOf(viewer)),
    blockStyle: toStyle('blocks', extra[0]),
    blockScript: toAsset('blocks.js', textOf(blocks)),
    search: toAsset('search.js', textOf(search)),
    searchHelp: toAsset('search-help.js', textOf(searchHelp)),
    searchStyle: toStyle('search', extra[1]),
    feedStyle: toStyle('feed', extra[2]),
    files: [...styles, ...extra]
      .flatMap(({ outputFiles }) => outputFiles.slice(0, -1))
      .map(({ path: file, contents }) => ({
        name: `assets/${path.basename(file)}`,
        base64: Buffer.from(contents).toString('base64'),
      })),
  };
}

/** The file for a URL with a query in a style sheet, such as `x.eot?#iefix`. */
const withoutQuery = (file: string): string => (existsSync(file) ? file : file.replace(/[?#][^/\\]*$/, ''));

/** esbuild's output for an entry: its own file comes last, after the files that it uses. */
const textOf = (result: Result | undefined): string => result?.outputFiles.at(-1)?.text ?? '';

const toAsset = (name: string, content: string) => ({
  name: `assets/${name.replace('.', `-${digestOf(content).slice(0, 10)}.`)}`,
  content,
});
