import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as z from 'zod';
import { compileOnce } from './cache/compile-once.ts';
import type { ResolvedConfig } from './config.ts';
import { fingerprint } from './fingerprint.ts';
import { packageRoot } from './package-root.ts';
import type { Digest } from './types.ts';
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

/** A configuration that cannot be used: the message has file, line, column and a sentence. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const names = ['broadsheet.config.ts', 'broadsheet.config.js', 'broadsheet.config.mjs'];

/** Compiles, runs and validates the site's configuration. Rejects with a {@link ConfigError}. */
export async function loadConfig(root: string): Promise<LoadedConfig> {
  const name = names.find((candidate) => existsSync(path.join(root, candidate)));
  if (name === undefined) throw new ConfigError(`no ${names[0]} in ${root}`);
  const file = path.join(root, name);
  const { file: module, digest, inputs, data } = await compileOnce({ root, name: 'config', salt: `${buildId} ${packageRoot}`, compile: () => compileConfig(file) });
  const config = data ?? (await readConfig(module, file));
  return { config, module, digest: data ? digest : fingerprint([digest, JSON.stringify(config)]), inputs };
}

/** Runs the compiled configuration and puts every default in its place. */
async function readConfig(module: string, file: string): Promise<ResolvedConfig> {
  const name = path.basename(file);
  let written: unknown;
  try {
    written = ((await import(pathToFileURL(module).href)) as { default?: unknown }).default;
  } catch (error) {
    throw new ConfigError(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  if (written === undefined) throw new ConfigError(`${name}:1:1: expected "export default defineConfig({ ... })"`);
  const { configSchema } = await import('./config.ts');
  const result = configSchema.safeParse(written);
  if (!result.success) throw new ConfigError(result.error.issues.map((issue) => `${name}:${placeOf(readFileSync(file, 'utf8'), issue)}: ${sentenceOf(issue)}`).join('\n'));
  return result.data;
}

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
      throw new ConfigError(`${path.basename(file)}:${first?.location?.line ?? 1}:${(first?.location?.column ?? 0) + 1}: ${first?.text ?? ''}`, { cause: error });
    }
    throw error;
  }
}

/** Line and column of the option that an issue is about: its keys, one after another, in the source. */
function placeOf(source: string, issue: z.core.$ZodIssue): string {
  const keys = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  let offset = 0;
  for (const key of keys) {
    if (typeof key !== 'string') continue;
    const found = new RegExp(`(?<![\\w$])['"]?${key.replace(/[^\w-]/g, '\\$&')}['"]?\\s*:`).exec(source.slice(offset));
    if (!found) break;
    offset += found.index + 1;
  }
  const lines = source.slice(0, Math.max(0, offset - 1)).split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const key = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') return `unknown option ${issue.keys.map((name) => `"${key ? `${key}.` : ''}${name}"`).join(', ')}`;
  return `"${key}": ${issue.message}`;
}
