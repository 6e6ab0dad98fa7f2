import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Digest } from '../brands.ts';
import { digestOf } from '../bytes/digest.ts';
import { fingerprint } from '../bytes/fingerprint.ts';
import { cacheFolderOf, openCacheFolder } from '../cache/cache-folder.ts';
import { compileOnce } from '../cache/compile-once.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ThemeAssets } from '../model/site-props.ts';
import { packageRoot } from '../package-root.ts';
import { createPlaceSiteCode, modulePlaceOf } from '../places/place-site-code.ts';
import { importModule } from '../tool/import-module.ts';
import { toolchain } from '../tool/toolchain.ts';
import { definitionsOf } from './block-definitions.ts';
import { compileTheme } from './compile.ts';
import type { OwnPage } from './own-files.ts';
import { wordMessages } from './own-words.ts';
import type { Theme } from './render.ts';
import { ThemeError } from './theme-error.ts';

export interface LoadedTheme {
  /** The compiled templates. */
  readonly module: string;
  /** Digest of the code and of the assets. */
  readonly digest: Digest;
  readonly assets: ThemeAssets;
  /** Pages that the default theme does not have. */
  readonly ownPages: readonly OwnPage[];
  /** Parts that the default theme does not have: `parts/banner.tsx`. */
  readonly ownParts: readonly string[];
  readonly messages: readonly Diagnostic[];
  /** Whether the theme contains code of the site. */
  readonly own: boolean;
}

/**
 * Loads the default theme as the package ships it. Where a site has its own `templates/`, compiles both
 * together into `cacheFolder`. Rejects with a {@link ThemeError}.
 */
export async function loadTheme({
  root,
  words,
  cacheFolder,
}: {
  readonly root: string;
  /** The words in the configuration. */
  readonly words: ResolvedConfig['words'];
  readonly cacheFolder?: string;
}): Promise<LoadedTheme> {
  const defaults = path.join(packageRoot, 'templates');
  const folder = path.join(root, 'templates');
  const overrides =
    existsSync(folder) && realpathSync(folder) !== realpathSync(defaults) ? folder : undefined;
  if (overrides === undefined && Object.keys(words).length === 0) return shippedTheme();
  const names =
    overrides === undefined ? [] : readdirSync(overrides, { recursive: true, encoding: 'utf8' }).sort();
  const { file, digest, data } = await compileOnce({
    root,
    folder: cacheFolder ?? openCacheFolder(cacheFolderOf(root)),
    name: 'theme',
    salt: `${toolchain()} ${packageRoot} ${digestOf(names.join('\n'))} ${digestOf(JSON.stringify(words))}`,
    compile: async () => {
      const { code, inputs, ...rest } = await compileTheme({
        defaults,
        ...(overrides !== undefined && { overrides }),
        words,
        resolvePreact: (name) => import.meta.resolve(name),
      });
      return {
        code,
        inputs,
        // A theme that cannot be loaded is not cached.
        data: async (module) => {
          const { tables, layers, blocks } = await importTheme({ module, root });
          const definitions = definitionsOf({ blocks, root, files: names });
          const messages = [...rest.messages, ...wordMessages({ layers, root, files: names })];
          return { ...rest, words: tables, blocks: definitions, messages };
        },
      };
    },
  });
  return {
    module: file,
    digest: fingerprint([digest, data]),
    assets: data,
    ownPages: data.ownPages,
    ownParts: data.ownParts,
    messages: data.messages,
    own: names.some((name) => /\.[jt]sx?$/.test(name)),
  };
}

/** Imports the compiled templates. Rejects with a {@link ThemeError} where a template throws on import. */
export async function importTheme({ module, root }: { module: string; root: string }): Promise<Theme> {
  try {
    return (await importModule(pathToFileURL(module).href)) as Theme;
  } catch (error) {
    const { file = 'templates', ...place } = createPlaceSiteCode(root)(modulePlaceOf(error)) ?? {};
    const reason = (error instanceof Error ? error.message : String(error)).trim().replace(/\.$/, '');
    throw new ThemeError([diagnose('broken-template', file, place, { reason })], { root, cause: error });
  }
}

/** The default theme. */
export function shippedTheme(): LoadedTheme {
  const folder = path.join(packageRoot, 'lib/theme');
  const module = path.join(folder, 'templates.mjs');
  const assets = readFileSync(path.join(folder, 'assets.json'), 'utf8');
  return {
    module,
    digest: fingerprint([digestOf(readFileSync(module)), digestOf(assets)]),
    assets: JSON.parse(assets) as ThemeAssets,
    ownPages: [],
    ownParts: [],
    messages: [],
    own: false,
  };
}

/** The headline fonts that the package ships, in WOFF2. */
export const headlineFonts = (): Uint8Array[] =>
  shippedTheme()
    .assets.files.filter(({ name }) => /newsreader-(?:latin|vietnamese)-600-/.test(name))
    .map(({ base64 }) => Buffer.from(base64, 'base64'));
