#!/usr/bin/env node
// node bench/search.mjs --articles 10000 [--keep DIR]
// What the search costs and finds on an archive of natural vocabulary (search-corpus.mjs): builds with and
// without it, an article more, one that is edited, bytes of queries, and how well they find.
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { measure, median } from './measure.mjs';
import { createRandom } from './random.mjs';
import { createArticles, createVocabulary, writeArticle, writeSearchCorpus } from './search-corpus.mjs';

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '1000' }, keep: { type: 'string' } },
});
const count = Number(values.articles);
const tool = fileURLToPath(new URL('..', import.meta.url));
const root = values.keep ?? mkdtempSync(path.join(tmpdir(), 'broadsheet-search-'));
const folder = path.join(root, 'dist/tim-kiem/index');
const say = (what, value) => process.stdout.write(`${what}: ${value}\n`);
const run = (...flags) =>
  measure([process.execPath, path.join(tool, 'lib/cli.cjs'), 'build', ...flags], { cwd: root });

/** The reader of the index, compiled. */
async function loadReader() {
  const outfile = path.join(root, 'reader.mjs');
  const names = ['find', 'open-index', 'query', 'words'];
  await build({
    stdin: {
      contents: names.map((name) => `export * from './src/search/${name}.ts';`).join('\n'),
      resolveDir: tool,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

const filesOf = () =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .map((name) => [name, readFileSync(path.join(folder, name))]),
  );
const changed = (before, after) =>
  [...new Set([...before.keys(), ...after.keys()])].filter((name) => {
    const [one, other] = [before.get(name), after.get(name)];
    return !one || !other || !one.equals(other);
  }).length;
const cost = ({ wall, cpu, peak }) =>
  `${wall.toFixed(2)} s, ${cpu.toFixed(2)} s of processor, ${peak.toFixed(0)} MiB`;

writeSearchCorpus({ root, count });
symlinkSync(path.join(tool, 'node_modules'), path.join(root, 'node_modules'));
const config = path.join(root, 'broadsheet.config.ts');
const written = readFileSync(config, 'utf8');
writeFileSync(
  config,
  written
    .replace("import { defineConfig } from 'broadsheet';\n", '')
    .replace('defineConfig(', '(')
    .replace(' });', ' , search: false });'),
);
say('cold, without a search', cost(await run('--no-cache')));
writeFileSync(
  config,
  written.replace("import { defineConfig } from 'broadsheet';\n", '').replace('defineConfig(', '('),
);
say('cold', cost(await run('--no-cache')));
say('nothing changed', cost(await run()));
const first = filesOf();
const bytes = [...first.values()].reduce((sum, file) => sum + file.length, 0);
say(
  'index',
  `${(bytes / count / 1024).toFixed(2)} KiB and ${(first.size / count).toFixed(3)} files an article`,
);

const all = [...createArticles({ count })];
writeArticle(root, { ...all[0], index: count, date: '2026-10-01 08:00' });
say('an article more', cost(await run()));
const second = filesOf();
say('files that changed', changed(first, second));
const old = all[Math.floor(count / 3)];
writeArticle(root, { ...old, paragraphs: [...old.paragraphs, 'Thêm một câu ngắn.'] });
say('an old article edited', cost(await run()));
say('files that changed', changed(second, filesOf()));

const { find, openIndex, readQuery, spellingsOf } = await loadReader();
let loaded = 0;
const open = () =>
  openIndex({
    load: async (name) => {
      const file = readFileSync(path.join(folder, name));
      loaded += name.endsWith('.bin') ? file.length : gzipSync(file).length;
      return file;
    },
    onMissing: () => say('missing', 'a file'),
    onReplaced: () => say('replaced', 'a file'),
  });
let index = await open();
async function search(query) {
  const before = loaded;
  const hits = await find({
    query: readQuery(query),
    segments: index.segments,
    filters: [],
    weights: index.entry.weights,
    byDate: false,
  });
  const rows = await Promise.all(hits.slice(0, 10).map(({ segment, number }) => index.row(segment, number)));
  return { hits, rows, bytes: loaded - before };
}
const random = createRandom('queries');
const folded = (text) =>
  text
    .split(' ')
    .map((word) => spellingsOf(word).folded)
    .join(' ');
const someTitle = () => all[random.whole(0, count - 1)].title.split(' ');
const spread = (list) =>
  `median ${(median(list) / 1000).toFixed(0)} KB, most ${(Math.max(...list) / 1000).toFixed(0)} KB`;

const firsts = [];
for (let turn = 0; turn < 40; turn++) {
  loaded = 0;
  index = await open();
  await search(
    someTitle()
      .slice(0, 2 + (turn % 3))
      .join(' '),
  );
  firsts.push(loaded);
}
say('first query', spread(firsts));
index = await open();
const next = [];
for (let turn = 0; turn < 100; turn++)
  next.push(
    (
      await search(
        someTitle()
          .slice(0, 1 + (turn % 5))
          .join(' '),
      )
    ).bytes,
  );
say('next queries', spread(next));

for (const [name, spell] of [
  ['with marks', (text) => text],
  ['without marks', folded],
]) {
  let sum = 0;
  for (let turn = 0; turn < 100; turn++) {
    const wanted = spell(someTitle().slice(0, 4).join(' '));
    const at = (await search(wanted)).rows.findIndex((row) => spell(row?.[0] ?? '').includes(wanted));
    sum += at < 0 ? 0 : 1 / (at + 1);
  }
  say(`MRR of four words of a title, ${name}`, (sum / 100).toFixed(3));
}

const bySpelling = new Map();
for (const word of createVocabulary().words.slice(0, 6000))
  bySpelling.set(folded(word), [...(bySpelling.get(folded(word)) ?? []), word]);
const several = [...bySpelling.values()].filter((words) => words.length > 1).flat();
const texts = all.map(({ title, summary, tags, paragraphs }) =>
  [title, summary, ...tags, ...paragraphs].join('\n').toLowerCase(),
);
let right = 0;
for (let turn = 0; turn < 150; turn++) {
  const word = several[Math.floor((turn * several.length) / 150)];
  const has = new RegExp(`(?<![\\p{L}\\p{M}])${word}(?![\\p{L}\\p{M}])`, 'u');
  const wanted = new Set(
    all.filter((_, at) => has.test(texts[at])).map((one) => `/${one.category}/bai-${one.index}/`),
  );
  const { hits } = await search(word);
  const rows = await Promise.all(
    hits.slice(0, wanted.size).map(({ segment, number }) => index.row(segment, number)),
  );
  // The article that was added has the text of the first one.
  if (rows.filter((row) => wanted.has(row?.[1])).length >= wanted.size - 1) right += 1;
}
say('pairs whose spelling stands first, of 150', right);
if (values.keep === undefined) rmSync(root, { recursive: true, force: true });
