import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Message } from 'esbuild';
import type * as z from 'zod';
import type { Digest } from '../brands.ts';
import { fingerprint } from '../bytes/fingerprint.ts';
import { cacheFolderOf, openCacheFolder } from '../cache/cache-folder.ts';
import { compileOnce } from '../cache/compile-once.ts';
import { sortMessages } from '../diagnostics/apply-rules.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import { DiagnosedError } from '../diagnostics/diagnosed-error.ts';
import { missingPackage } from '../diagnostics/message-values.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { packageRoot } from '../package-root.ts';
import { configName, findConfigFile } from '../places/find-config-file.ts';
import { noteConfigModule, toSiteFailure } from '../places/site-failure.ts';
import { importModule } from '../tool/import-module.ts';
import { toolchain } from '../tool/toolchain.ts';
import type { ResolvedConfig } from './config.ts';

export interface LoadedConfig {
  readonly config: ResolvedConfig;
  /** The compiled configuration, for workers that need its plugins. */
  readonly module: string;
  /** Digest of the configuration with all its imports. */
  readonly digest: Digest;
  /** The files that it consists of, absolute. */
  readonly inputs: readonly string[];
}

/** A configuration that cannot be used. */
export class ConfigError extends DiagnosedError {
  override readonly name = 'ConfigError';
}

/**
 * The name of a site's configuration file. Throws a {@link UsageError} for a folder without one, which is no
 * site.
 */
export function configFileOf(root: string): string {
  const name = findConfigFile(root);
  if (name === undefined)
    throw new UsageError({ en: `no ${configName} in ${root}`, vi: `không có ${configName} trong ${root}` });
  return name;
}

/**
 * Compiles the site's configuration into `cacheFolder`, by default the site's, then runs and validates it.
 * Rejects with a {@link ConfigError}, or a {@link UsageError} where there is none.
 */
export async function loadConfig(root: string, cacheFolder?: string): Promise<LoadedConfig> {
  const name = configFileOf(root);
  const folder = cacheFolder ?? openCacheFolder(cacheFolderOf(root));
  const file = path.join(root, name);
  const {
    file: module,
    digest,
    inputs,
    data,
  } = await compileOnce({
    root,
    folder,
    name: 'config',
    salt: `${toolchain()} ${packageRoot} ${name}`,
    compile: () => compileConfig(file),
  });
  noteConfigModule({ module, root });
  if (data?.plain) return { config: data.config, module, digest, inputs };
  const written = await runConfig(module, file);
  // What was valid before is valid now; only its functions are taken from the module.
  const config =
    data && textOf(written) === data.written
      ? withFunctions(data.config, written)
      : await validateConfig(written, file);
  await refuseBrokenPlugins(config);
  return { config, module, digest: fingerprint([digest, JSON.stringify(config)]), inputs };
}

/**
 * A validated configuration in the cache, so that the validator is not loaded when the same is exported
 * again.
 */
interface KeptConfig {
  /**
   * Whether it is plain data and reads nothing from the environment, so that not even the module is loaded.
   */
  readonly plain: boolean;
  /** What the module exported, as JSON. */
  readonly written: string;
  /** The validated configuration, without functions. */
  readonly config: ResolvedConfig;
}

/** The export as JSON, with functions replaced by a mark; undefined when JSON cannot express it. */
function textOf(written: unknown): string | undefined {
  try {
    return JSON.stringify(written, (_, value: unknown) =>
      typeof value === 'function' ? '(function)' : value,
    );
  } catch {
    return undefined;
  }
}

function withFunctions(config: ResolvedConfig, written: unknown): ResolvedConfig {
  const { routes = {}, markdown = {} } = written as Partial<Pick<ResolvedConfig, 'routes'>> & {
    readonly markdown?: Partial<ResolvedConfig['markdown']>;
  };
  const { remarkPlugins = [], rehypePlugins = [] } = markdown;
  return { ...config, markdown: { ...config.markdown, remarkPlugins, rehypePlugins }, routes };
}

/** Attaches the plugins once, so that a plugin that fails is reported at its position. */
async function refuseBrokenPlugins({ markdown }: ResolvedConfig): Promise<void> {
  for (const option of ['remarkPlugins', 'rehypePlugins'] as const) {
    if (markdown[option].length === 0) continue;
    const { findBrokenPlugin } = await import('../markdown/find-broken-plugin.ts');
    const broken = findBrokenPlugin(markdown[option]);
    if (!broken) continue;
    const { index, name, error } = broken;
    throw toSiteFailure(error, {
      rule: 'broken-plugin',
      values: { name, option },
      field: ['markdown', option, index],
    });
  }
}

/** Runs the compiled configuration and returns its export. */
async function runConfig(module: string, file: string): Promise<unknown> {
  noteConfigModule({ module, root: path.dirname(file) });
  let written: unknown;
  try {
    written = ((await importModule(pathToFileURL(module).href)) as { default?: unknown }).default;
  } catch (error) {
    const { messages, root } = toSiteFailure(error, { rule: 'broken-config' });
    throw new ConfigError(messages, { root, cause: error });
  }
  if (written === undefined)
    throw configError(file, {
      reason: 'it has no “export default defineConfig({ … })”',
      place: { line: 1, column: 1 },
    });
  return written;
}

/** Validates the configuration and fills in all defaults. */
async function validateConfig(written: unknown, file: string): Promise<ResolvedConfig> {
  const [{ configSchema }, { registry }] = await Promise.all([
    import('./config.ts'),
    import('../routes/routes.ts'),
  ]);
  const { data, error } = configSchema.safeParse(written);
  const issues = [...(error?.issues ?? []), ...unknownOutputs(written, Object.keys(registry))];
  if (data && issues.length === 0) return data;
  const [{ toConfigDiagnostics }, { placeFields }] = await Promise.all([
    import('./config-diagnostics.ts'),
    import('../places/place-fields.ts'),
  ]);
  const root = path.dirname(file);
  const messages = issues.flatMap((issue) => toConfigDiagnostics({ issue, written, schema: configSchema }));
  throw new ConfigError(sortMessages(placeFields(messages, root)), { root });
}

/** Issues for outputs that are switched off but do not exist. */
function unknownOutputs(written: unknown, names: readonly string[]): z.core.$ZodIssue[] {
  const routes: unknown = typeof written === 'object' && written !== null && Reflect.get(written, 'routes');
  if (typeof routes !== 'object' || routes === null) return [];
  return Object.entries(routes)
    .filter(([name, route]) => route === false && !names.includes(name))
    .map(([name, input]) => ({
      code: 'custom',
      path: ['routes', name],
      message: 'a default output',
      params: { unknown: names },
      input,
    }));
}

/** The error for a configuration that cannot be run. */
const configError = (
  file: string,
  {
    reason,
    place,
    cause,
  }: { reason: string; place?: { readonly line: number; readonly column: number }; cause?: unknown },
): ConfigError =>
  new ConfigError(
    [diagnose('broken-config', path.basename(file), place, { reason: reason.trim().replace(/\.$/, '') })],
    { root: path.dirname(file), cause },
  );

/** Strings and comments in compiled code. */
const quoted = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\$])*`/g;
const harmless = new Set([
  'import',
  'from',
  'defineConfig',
  'var',
  'export',
  'as',
  'default',
  'true',
  'false',
  'null',
  'undefined',
  'broadsheet_config_default',
]);

/**
 * Whether compiled code is only data, so that it is the same each time it runs: the only names in it are
 * keys, and those of the export.
 */
export function isPlainData(code: string): boolean {
  const bare = code.replaceAll(quoted, '""');
  // A name before the colon of a conditional would look like a key.
  return (
    !/[?`/]/.test(bare) &&
    [...bare.matchAll(/[\p{L}_$][\p{L}\d_$]*(?!\s*:)(?![\p{L}\d_$])/gu)].every(([name]) => harmless.has(name))
  );
}

async function toKept({
  module,
  file,
  code,
}: {
  module: string;
  file: string;
  code: string;
}): Promise<KeptConfig | null> {
  const written = await runConfig(module, file);
  const config = await validateConfig(written, file);
  const text = textOf(written);
  const functions = [
    ...config.markdown.remarkPlugins,
    ...config.markdown.rehypePlugins,
    ...Object.values(config.routes).filter((route) => route !== false),
  ];
  const plainConfig = {
    ...config,
    markdown: { ...config.markdown, remarkPlugins: [], rehypePlugins: [] },
    routes: Object.fromEntries(Object.entries(config.routes).filter(([, route]) => route === false)),
  };
  return text === undefined
    ? null
    : { plain: functions.length === 0 && isPlainData(code), written: text, config: plainConfig };
}

async function compileConfig(file: string) {
  const { build } = await import('esbuild');
  const banner = `import { createRequire as broadsheetRequire } from 'node:module';\nconst require = broadsheetRequire(${JSON.stringify(pathToFileURL(file).href)});\n`;
  try {
    const result = await build({
      entryPoints: [file],
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      charset: 'utf8',
      logLevel: 'silent',
      absWorkingDir: path.dirname(file),
      // A `tsconfig.json` is for editors, and no input.
      tsconfigRaw: '{}',
      // Plugins are bundled, so that the digest of this module changes with their code.
      external: ['*.node'],
      plugins: [
        {
          name: 'broadsheet',
          setup: (plugin) =>
            plugin.onResolve({ filter: /^broadsheet$/ }, () => ({
              path: pathToFileURL(path.join(packageRoot, 'lib/index.js')).href,
              external: true,
            })),
        },
      ],
    });
    const inputs = Object.keys(result.metafile.inputs).map((input) =>
      path.resolve(path.dirname(file), input),
    );
    const code = result.outputFiles[0]?.text ?? '';
    return { code: `${banner}${code}`, inputs, data: (module: string) => toKept({ module, file, code }) };
  } catch (error) {
    if (error && typeof error === 'object' && 'errors' in error && Array.isArray(error.errors)) {
      const [first] = error.errors as Message[];
      const place = { line: first?.location?.line ?? 1, column: (first?.location?.column ?? 0) + 1 };
      const missing = missingPackage(first?.text ?? '');
      const root = path.dirname(file);
      const name = first?.location?.file ?? path.basename(file);
      if (missing)
        throw new ConfigError([diagnose(missing.rule, name, place, missing.values)], { root, cause: error });
      throw configError(file, { reason: first?.text ?? '', place, cause: error });
    }
    throw error;
  }
}
