import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fromRoot } from './from-root.ts';

interface Import {
  readonly from: string;
  readonly to: string;
  /** Removed by the compiler. */
  readonly type: boolean;
}

const root = fromRoot('src');
const sources = new Map(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .sort()
    .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
);
const statement = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;
const imports: readonly Import[] = [...sources].flatMap(([from, source]) =>
  [...source.matchAll(statement)].map(([, type, named, dynamic = '']) => {
    const written = named ?? dynamic;
    return {
      from,
      to: written.startsWith('.') ? path.join(path.dirname(from), written.replace(/\.js$/, '.ts')) : written,
      type: type !== undefined,
    };
  }),
);
const ours = imports.filter(({ to }) => sources.has(to));

/**
 * Highest first. A module imports from its own group and from lower layers; types may come from anywhere but
 * the top.
 */
const layers: readonly (readonly string[])[] = [
  ['launch'],
  ['cli.ts'],
  ['commands'],
  ['build/build.ts', 'build/check.ts', 'dev', 'index.ts', 'verify.ts'],
  ['build/read-site.ts'],
  ['build/analyse.ts', 'build/up-to-date.ts'],
  ['config/load-config.ts', 'theme', 'config/pipeline-fingerprint.ts'],
  // Workers run stages, and stages hand work to the pool.
  ['stages+workers'],
  ['stages/output-folder.ts'],
  ['model+routes'],
  ['newsroom', 'lint'],
  ['markdown', 'images', 'cache'],
  ['content'],
  ['config/config.ts', 'site.ts', 'tool/toolchain.ts'],
  ['diagnostics', 'bytes/fingerprint.ts', 'bytes/sealed-file.ts'],
  ['bytes/replace-file.ts', 'addresses/classify-url.ts'],
  [
    'bytes',
    'config/config.ts',
    'bytes/digest.ts',
    'bytes/escape-html.ts',
    'tool/import-module.ts',
    'bytes/lazy.ts',
    'package-root.ts',
    'props.ts',
    'build/timings.ts',
    'bytes/trim.ts',
    'types.ts',
    'diagnostics/usage-error.ts',
    'bytes/utf8.ts',
    'tool/version.ts',
  ],
  ['bytes/name-file.ts'],
];
const unitOf = (file: string): string => file.split('/')[0] ?? file;
const groupOf = (file: string): string =>
  layers.flat().find((group) => group.split('+').includes(unitOf(file))) ?? '';
const layerOf = (file: string): number => layers.findIndex((groups) => groups.includes(groupOf(file)));

/**
 * Modules through which a package enters the sources, types not counted. The one importing file of each, the
 * few that share it, or the folder of the part that it belongs to.
 */
const doors: Readonly<Record<string, readonly string[]>> = {
  '@csstools/css-tokenizer': ['images/safe-css.ts'],
  '@clack/prompts': ['commands/'],
  chokidar: ['dev/watch.ts'],
  commander: ['cli.ts'],
  esbuild: ['config/load-config.ts', 'theme/compile.ts'],
  'fast-string-width': ['diagnostics/excerpt.ts'],
  'gray-matter': ['front-matter/front-matter.ts'],
  'hast-util-sanitize': ['markdown/'],
  'hast-util-to-string': ['markdown/'],
  isbot: ['readers/log-source.ts'],
  'js-yaml': ['front-matter/front-matter.ts', 'routes/reader.ts'],
  picocolors: ['commands/'],
  piscina: ['workers/guard.ts', 'workers/pool.ts'],
  'rehype-highlight': ['markdown/highlight.ts'],
  'rehype-raw': ['markdown/parse-html.ts'],
  'rehype-stringify': ['markdown/process.ts'],
  'remark-gfm': ['markdown/remark-parser.ts'],
  'remark-parse': ['markdown/remark-parser.ts'],
  'remark-rehype': ['markdown/to-hast.ts'],
  satteri: ['markdown/satteri-parser.ts'],
  sax: ['images/sanitise-svg.ts'],
  sharp: ['images/load-sharp.ts'],
  sirv: ['commands/preview.ts'],
  'temporal-polyfill': ['dates/date-time.ts'],
  unified: ['markdown/'],
  vfile: ['markdown/'],
  'xast-util-to-xml': ['images/sanitise-svg.ts', 'routes/feed-xml.ts', 'routes/sitemaps.ts'],
  xastscript: ['routes/feed-xml.ts', 'routes/sitemaps.ts'],
  yaml: ['places/find-place.ts'],
  zod: [
    'config/config.ts',
    'front-matter/json-schema.ts',
    'front-matter/schema.ts',
    'royalties/ledger.ts',
    'readers/views-data.ts',
  ],
};

test('the sources are read', () => {
  expect(sources.size).toBeGreaterThan(100);
  expect(ours.length).toBeGreaterThan(300);
  expect(imports).toContainEqual({ from: 'cli.ts', to: 'commands/build.ts', type: false });
});

test('every module has its layer', () => {
  expect([...sources.keys()].filter((file) => layerOf(file) < 0)).toEqual([]);
});

test('imports lead down', () => {
  const upward = ours.filter(
    ({ from, to, type }) =>
      !type &&
      (layerOf(to) < layerOf(from) || (layerOf(to) === layerOf(from) && groupOf(to) !== groupOf(from))),
  );
  expect(upward.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('commands and the pipeline are imported from above only, not even for their types', () => {
  const wrong = ours.filter(({ from, to }) => layerOf(to) <= 2 && layerOf(from) > layerOf(to));
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('imports have no circle', () => {
  const finished = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, above: readonly string[]): void => {
    if (above.includes(file))
      return void circles.push([...above.slice(above.indexOf(file)), file].join(' → '));
    if (finished.has(file)) return;
    for (const { to } of ours.filter(({ from, type }) => from === file && !type)) visit(to, [...above, file]);
    finished.add(file);
  };
  for (const file of sources.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

test('each package has its door', () => {
  const found: Record<string, string[]> = {};
  for (const { from, to, type } of imports) {
    if (type || sources.has(to) || to.startsWith('node:')) continue;
    const name = to
      .split('/')
      .slice(0, to.startsWith('@') ? 2 : 1)
      .join('/');
    const door = doors[name]?.find((allowed) => allowed.endsWith('/') && from.startsWith(allowed)) ?? from;
    found[name] = [...new Set([...(found[name] ?? []), door])].sort();
  }
  expect(found).toEqual(doors);
});

test('time, chance and the environment are inputs', () => {
  const pure = [
    'stages',
    'model',
    'routes',
    'content',
    'markdown',
    'images',
    'props.ts',
    'site.ts',
    'types.ts',
    'bytes/fingerprint.ts',
    'bytes/digest.ts',
    'diagnostics',
  ];
  const impure =
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.env\b|\bprocess\.cwd\(|\bTemporal\.Now\b|\btoLocale(?:Date|Time)?String\(\)/;
  expect(
    [...sources]
      .filter(([file, source]) => pure.includes(unitOf(file)) && impure.test(source))
      .map(([file]) => file),
  ).toEqual([]);
});
