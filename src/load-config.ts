import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileOnce } from './cache/compile-once.ts';
import type { ResolvedConfig } from './config.ts';
import { configName, findConfigFile } from './content/find-config-file.ts';
import { sortMessages } from './diagnostics/apply-rules.ts';
import { diagnose } from './diagnostics/diagnose.ts';
import { DiagnosedError } from './diagnostics/diagnosed-error.ts';
import { fingerprint } from './fingerprint.ts';
import { packageRoot } from './package-root.ts';
import type { Digest } from './types.ts';
import { UsageError } from './usage-error.ts';
import { buildId } from './version.ts';

export interface LoadedConfig {
  readonly config: ResolvedConfig;
  /** The compiled configuration, for workers that need its plugins. */
  readonly module: string;
  /** Digest of the configuration with all that it imports. */
  readonly digest: Digest;
  /** Files that it is made of, absolute. */
  readonly inputs: readonly string[];
}

/** A configuration that cannot be used. */
export class ConfigError extends DiagnosedError {
  override readonly name = 'ConfigError';
}

/** Compiles the site's configuration into `folder`, runs and validates it. Rejects with a {@link ConfigError}, or, where there is none, a {@link UsageError}. */
export async function loadConfig(root: string, folder = path.join(root, '.cache')): Promise<LoadedConfig> {
  const name = findConfigFile(root);
  if (name === undefined) throw new UsageError({ en: `no ${configName} in ${root}`, vi: `không có ${configName} trong ${root}` });
  const file = path.join(root, name);
  const { file: module, digest, inputs, data } = await compileOnce({ root, folder, name: 'config', salt: `${buildId} ${packageRoot}`, compile: () => compileConfig(file) });
  const config = data ?? (await readConfig(module, file));
  return { config, module, digest: data ? digest : fingerprint([digest, JSON.stringify(config)]), inputs };
}

/** Runs the compiled configuration and puts every default in its place. */
async function readConfig(module: string, file: string): Promise<ResolvedConfig> {
  let written: unknown;
  try {
    written = ((await import(pathToFileURL(module).href)) as { default?: unknown }).default;
  } catch (error) {
    throw configError(file, { reason: error instanceof Error ? error.message : String(error), cause: error });
  }
  if (written === undefined) throw configError(file, { reason: 'it has no “export default defineConfig({ … })”', place: { line: 1, column: 1 } });
  const { configSchema } = await import('./config.ts');
  const result = configSchema.safeParse(written);
  if (result.success) return result.data;
  const [{ toConfigDiagnostics }, { placeFields }] = await Promise.all([import('./content/config-diagnostics.ts'), import('./content/place-fields.ts')]);
  const root = path.dirname(file);
  const messages = result.error.issues.flatMap((issue) => toConfigDiagnostics({ issue, written, schema: configSchema }));
  throw new ConfigError(sortMessages(placeFields(messages, root)), { root });
}

/** A configuration that cannot even be run. */
const configError = (file: string, { reason, place, cause }: { reason: string; place?: { readonly line: number; readonly column: number }; cause?: unknown }): ConfigError =>
  new ConfigError([diagnose('broken-config', path.basename(file), place, { reason: reason.trim().replace(/\.$/, '') })], { root: path.dirname(file), cause });

/** A configuration that asks its environment can be another one the next time. */
const readsOutside = /\b(?:process|globalThis|Date|Math|fetch|await)\b|node:/;

/** The configuration, if it is plain data: it can then be kept, and neither it nor the validator is loaded in the next build. */
async function plainConfig({ module, file, code }: { module: string; file: string; code: string }): Promise<ResolvedConfig | null> {
  const config = await readConfig(module, file);
  const functions = [...config.markdown.remarkPlugins, ...config.markdown.rehypePlugins, ...Object.values(config.routes).filter((route) => route !== false)];
  return functions.length === 0 && !readsOutside.test(code) ? config : null;
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
      // Plugins come in whole, so that the digest of this module changes with their code.
      external: ['*.node'],
      plugins: [
        {
          name: 'broadsheet',
          setup: (plugin) => plugin.onResolve({ filter: /^broadsheet$/ }, () => ({ path: pathToFileURL(path.join(packageRoot, 'lib/index.js')).href, external: true })),
        },
      ],
    });
    const inputs = Object.keys(result.metafile.inputs).map((input) => path.resolve(path.dirname(file), input));
    const code = result.outputFiles[0]?.text ?? '';
    return { code: `${banner}${code}`, inputs, data: (module: string) => plainConfig({ module, file, code }) };
  } catch (error) {
    if (error && typeof error === 'object' && 'errors' in error && Array.isArray(error.errors)) {
      const [first] = error.errors as { text: string; location: { line: number; column: number } | null }[];
      throw configError(file, { reason: first?.text ?? '', place: { line: first?.location?.line ?? 1, column: (first?.location?.column ?? 0) + 1 }, cause: error });
    }
    throw error;
  }
}
