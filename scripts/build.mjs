// Compiles the tool to lib/: the command line and its workers as a bundle, which starts faster than separate
// package files, the types, the default theme, and the JSON Schema of the front matter.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

const images = createHash('sha256');
for (const file of sources.filter((name) => name.startsWith('src/images/') || name === 'src/bytes/markup.ts'))
  images.update(readFileSync(file));

/**
 * satteri's JavaScript, forty files, is bundled; its binary stays where it was installed, and is resolved
 * from there. Both have the same version, pinned in package.json. Text is decoded by our own function, in a
 * quarter of the time of a TextDecoder.
 */
const satteri = {
  name: 'satteri',
  setup: ({ onLoad }) => {
    const change = (filter, from, to, before = '') =>
      onLoad({ filter }, ({ path: file }) => {
        const text = readFileSync(file, 'utf8');
        if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
        return { contents: before + text.replaceAll(from, to) };
      });
    change(/\/satteri\/index\.js$/, 'import.meta.url', "__resolve('satteri')");
    change(
      /\/satteri\/dist\/mdast\/mdast-reader\.js$/,
      'new TextDecoder("utf-8", { ignoreBOM: true })',
      '{ decode: ({ buffer, byteOffset, byteLength }) => fromUtf8(Buffer.from(buffer, byteOffset, byteLength)) }',
      `import { fromUtf8 } from ${JSON.stringify(`${root}src/bytes/utf8.ts`)};\n`,
    );
  },
};
/** Code in V8's cache cannot import, so the loader, which is not cached, does. */
const imports = {
  name: 'imports',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/src\/tool\/import-module\.ts$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8').replace(/\bimport\(/, '__import('),
      loader: 'ts',
    })),
};

// Compiled beside the old one, which it replaces at the end: a command may be running from the old one.
const next = `lib.${process.pid}`;
const shared = {
  outdir: next,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  // One copy for us and for gray-matter.
  alias: { 'js-yaml': `${root}node_modules/js-yaml/dist/js-yaml.mjs` },
  // Packages that have binaries, start workers, or are used by few sites.
  external: ['sharp', 'esbuild', 'piscina', 'aws4fetch', 'bullmq', 'fontkit', 'ioredis', 'mediabunny'],
  define: {
    __BROADSHEET_VERSION__: JSON.stringify(manifest.version),
    __BROADSHEET_BUILD__: JSON.stringify(buildId.digest('hex').slice(0, 16)),
    __BROADSHEET_IMAGES__: JSON.stringify(images.digest('hex').slice(0, 8)),
  },
  logLevel: 'warning',
};
// One script, so that V8 can cache its compiled code, and its loader.
await build({
  ...shared,
  entryPoints: { broadsheet: 'src/launch/entries.ts' },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  charset: 'ascii',
  plugins: [satteri, imports],
  supported: { 'dynamic-import': false },
  define: { ...shared.define, 'import.meta.url': '__url', 'import.meta.resolve': '__resolve' },
  logOverride: { 'require-resolve-not-external': 'silent' },
});
// esbuild escapes strings to ASCII, but not regular expressions.
const bundle = `${next}/broadsheet.cjs`;
writeFileSync(
  bundle,
  readFileSync(bundle, 'utf8').replace(
    /[^\0-\x7F]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ),
);
await build({
  ...shared,
  entryPoints: { cli: 'src/launch/cli.ts' },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  external: ['./main.js'],
});
await build({
  ...shared,
  entryPoints: {
    main: 'src/launch/main.ts',
    index: 'src/launch/index.ts',
    worker: 'src/launch/worker.ts',
    'make-picture': 'src/launch/make-picture.ts',
  },
  splitting: true,
  format: 'esm',
});
// Only used below.
const once = `${next}/once`;
await build({
  ...shared,
  outdir: once,
  entryPoints: {
    'theme-compiler': 'src/theme/compile.ts',
    'block-definitions': 'src/theme/block-definitions.ts',
    schemas: 'src/front-matter/json-schema.ts',
  },
  format: 'esm',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
});

await build({
  entryPoints: { 'dev-client': 'src/dev/client.ts', offline: 'src/offline/client.ts' },
  outdir: next,
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  charset: 'utf8',
  minify: true,
  logLevel: 'warning',
});

const { compileTheme } = await import(new URL(`../${once}/theme-compiler.js`, import.meta.url).href);
const { code, inputs, ownPages, ownParts, messages, ...assets } = await compileTheme({
  defaults: `${root}templates`,
});
mkdirSync(`${next}/theme`, { recursive: true });
writeFileSync(`${next}/theme/templates.mjs`, code);
const { tables: words, blocks } = await import(
  new URL(`../${next}/theme/templates.mjs`, import.meta.url).href
);
const { definitionsOf } = await import(new URL(`../${once}/block-definitions.js`, import.meta.url).href);
const definitions = definitionsOf({ blocks, root, files: [] });
writeFileSync(`${next}/theme/assets.json`, JSON.stringify({ ...assets, words, blocks: definitions }));

const { toJsonSchemas } = await import(new URL(`../${once}/schemas.js`, import.meta.url).href);
mkdirSync(`${next}/schema`, { recursive: true });
for (const [kind, schema] of Object.entries(toJsonSchemas()))
  writeFileSync(`${next}/schema/${kind}.json`, `${JSON.stringify(schema, null, 2)}\n`);
rmSync(once, { recursive: true });

let status = 0;
if (!process.argv.includes('--no-types')) {
  status =
    spawnSync(
      process.execPath,
      ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', `${next}/types`],
      { stdio: 'inherit' },
    ).status ?? 1;
}
rmSync('lib', { recursive: true, force: true });
renameSync(next, 'lib');
process.exitCode = status;
