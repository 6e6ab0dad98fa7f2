// Compiles the tool to lib/: the command line and its workers bundled (a start costs less than loading every package's files),
// the types, the default theme, the JSON Schema of the front matter.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = new URL('..', import.meta.url).pathname;
process.chdir(root);
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const sources = [
  'package.json',
  'package-lock.json',
  ...['src', 'templates'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .sort(),
  ),
];
const buildId = createHash('sha256');
for (const file of sources) buildId.update(file).update(readFileSync(file));

const encoder = createHash('sha256').update(readFileSync('node_modules/sharp/package.json'));
for (const file of sources.filter((name) => name.startsWith('src/images/'))) encoder.update(readFileSync(file));

/** satteri's JavaScript, forty files, comes into the bundle, which is loaded in a fifth of the time; its binary stays where it was installed. Both are of one version, as package.json names it exactly. */
const satteri = {
  name: 'satteri',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^#binding$/ }, () => ({ path: 'binding', namespace: 'satteri' }));
    onLoad({ filter: /^binding$/, namespace: 'satteri' }, () => {
      const [, names] = /export \{([^}]+)\}/.exec(readFileSync('node_modules/satteri/dist/binding.js', 'utf8'));
      return {
        contents: `import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
const entry = createRequire(import.meta.url).resolve('satteri');
export const {${names}} = await import(pathToFileURL(path.join(path.dirname(entry), '../index.js')).href);`,
        resolveDir: path.resolve('node_modules/satteri'),
      };
    });
  },
};

// Compiled beside the old one, which it replaces at the end: a command may be running from that.
const next = `lib.${process.pid}`;
await build({
  entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts', worker: 'src/workers/worker.ts', 'theme-compiler': 'src/theme/compile.ts', schemas: 'src/content/json-schema.ts' },
  outdir: next,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  minifySyntax: true,
  // What has binaries, starts workers of its own or must be one copy for templates and renderer.
  // One copy for us and for gray-matter.
  plugins: [satteri],
  alias: { 'js-yaml': `${root}node_modules/js-yaml/dist/js-yaml.mjs` },
  external: ['sharp', 'esbuild', 'preact', 'preact-render-to-string', 'piscina', 'chokidar'],
  banner: { js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);" },
  define: {
    __BROADSHEET_VERSION__: JSON.stringify(manifest.version),
    __BROADSHEET_BUILD__: JSON.stringify(buildId.digest('hex').slice(0, 16)),
    __BROADSHEET_ENCODER__: JSON.stringify(encoder.digest('hex').slice(0, 8)),
  },
  logLevel: 'warning',
});

await build({
  entryPoints: { 'dev-client': 'src/dev/client.ts' },
  outdir: next,
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  charset: 'utf8',
  minify: true,
  logLevel: 'warning',
});

const { compileTheme } = await import(new URL(`../${next}/theme-compiler.js`, import.meta.url).href);
const { code, style, script, views } = await compileTheme({ defaults: `${root}templates` });
mkdirSync(`${next}/theme`, { recursive: true });
writeFileSync(`${next}/theme/templates.mjs`, code);
writeFileSync(`${next}/theme/assets.json`, JSON.stringify({ style, script, views }));

const { toJsonSchemas } = await import(new URL(`../${next}/schemas.js`, import.meta.url).href);
mkdirSync(`${next}/schema`, { recursive: true });
for (const [kind, schema] of Object.entries(toJsonSchemas())) writeFileSync(`${next}/schema/${kind}.json`, `${JSON.stringify(schema, null, 2)}\n`);

let status = 0;
if (!process.argv.includes('--no-types')) {
  status = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', `${next}/types`], { stdio: 'inherit' }).status ?? 1;
}
rmSync('lib', { recursive: true, force: true });
renameSync(next, 'lib');
process.exitCode = status;
