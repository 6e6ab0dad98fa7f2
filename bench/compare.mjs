#!/usr/bin/env node
// node bench/compare.mjs BROADSHEET_DIST HUGO_PUBLIC
// Says in what the two outputs are unequal: files by kind, and the words of every page that both wrote.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const kinds = [
  ['redirect', /^c\/.*\/page\/1\/index\.html$/],
  ['article', /^a\//],
  ['category', /^c\//],
  ['tag', /^tags\//],
  ['picture', /\.(webp|jpe?g|png)$/],
  ['home', /^index\.html$/],
  ['feed', /^feed\.xml$/],
  ['sitemap', /^sitemap[^/]*\.xml$/],
];
export const kindOf = (file) => kinds.find(([, pattern]) => pattern.test(file))?.[0] ?? 'other';

/** Files below a folder, relative, sorted; hidden ones left out. */
export const listFiles = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

export function countKinds(folder) {
  const kinds = {};
  for (const file of listFiles(folder)) {
    kinds[kindOf(file)] ??= { files: 0, bytes: 0 };
    const kind = kinds[kindOf(file)];
    kind.files += 1;
    kind.bytes += statSync(path.join(folder, file)).size;
  }
  return kinds;
}

const named = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  ldquo: '“',
  rdquo: '”',
};
const decode = (text) =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) =>
    name
      ? (named[name] ?? whole)
      : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)),
  );
/** The words that a reader sees, the parts of a page apart. */
function wordsOf(html) {
  const aside = /<aside>([\s\S]*?)<\/aside>/.exec(html)?.[1] ?? '';
  const pager = /<nav class="pager">([\s\S]*?)<\/nav>/.exec(html)?.[1] ?? '';
  // Broadsheet puts an unseen heading over footnotes, Hugo an arrow behind each.
  const main = html
    .replace(aside, '')
    .replace(pager, '')
    .replace(/<h2[^>]*footnote-label[^>]*>[^<]*<\/h2>/, '');
  const plain = (part) =>
    decode(part.replace(/<[^>]+>/g, ' '))
      .replace(/\uFE0E|\s+/g, (found) => (found === '\uFE0E' ? '' : ' '))
      .replace(/ (?=[.,;:!?)”])|(?<=[(“]) /g, '')
      .trim();
  return { text: plain(main), related: (aside.match(/<li>/g) ?? []).length };
}

function firstDifference(a, b) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const show = (text) => JSON.stringify(text.slice(Math.max(0, at - 25), at + 45));
  return `${show(a)} / ${show(b)}`;
}

/** Lines of a report. */
export function compare(ours, theirs) {
  const lines = ['| files (KiB) | Broadsheet | Hugo |', '| --- | ---: | ---: |'];
  const [a, b] = [countKinds(ours), countKinds(theirs)];
  const cell = (kind) => (kind ? `${kind.files} (${Math.round(kind.bytes / 1024)})` : '-');
  for (const kind of new Set([...Object.keys(a), ...Object.keys(b)]))
    lines.push(`| ${kind} | ${cell(a[kind])} | ${cell(b[kind])} |`);
  const both = new Set(listFiles(theirs));
  const pages = listFiles(ours).filter((file) => both.has(file) && file.endsWith('.html'));
  const seen = { article: [], tag: [], home: [], category: [] };
  for (const file of pages) {
    const [x, y] = [ours, theirs].map((folder) => wordsOf(readFileSync(path.join(folder, file), 'utf8')));
    seen[kindOf(file)]?.push({
      file,
      same: x.text === y.text,
      lengths: [x.text.length, y.text.length],
      related: [x.related, y.related],
      difference: x.text === y.text ? '' : firstDifference(x.text, y.text),
    });
  }
  const sum = (list, pick) => list.reduce((total, item) => total + pick(item), 0);
  for (const [kind, list] of Object.entries(seen)) {
    const unequal = list.filter((page) => !page.same);
    lines.push(
      '',
      `${kind}: ${list.length - unequal.length} of ${list.length} pages have the same words; characters ${sum(list, (page) => page.lengths[0])} / ${sum(list, (page) => page.lengths[1])}${kind === 'article' ? `; links to related articles ${sum(list, (page) => page.related[0])} / ${sum(list, (page) => page.related[1])}` : ''}`,
    );
    for (const page of unequal.slice(0, 3)) lines.push(`  ${page.file}: ${page.difference}`);
  }
  const listed = [ours, theirs].map((folder) => listings(folder));
  const unequal = [...listed[0]].filter(
    ([key, addresses]) => [...addresses].sort().join() !== [...(listed[1].get(key) ?? [])].sort().join(),
  );
  lines.push(
    '',
    `lists: ${listed[0].size - unequal.length} of ${listed[0].size} categories list the same articles on all their pages together`,
  );
  return lines;
}

/** The addresses of the articles that all pages of a category list together. */
function listings(folder) {
  const all = new Map();
  for (const file of listFiles(folder)) {
    const key = /^c\/((?:(?!page\/|trang-)[\w-]+\/)+)/.exec(file)?.[1];
    if (key === undefined) continue;
    const addresses = all.get(key) ?? new Set();
    for (const [, address] of readFileSync(path.join(folder, file), 'utf8').matchAll(
      /<h2>\s*<a href="([^"]+)"/g,
    ))
      addresses.add(address);
    all.set(key, addresses);
  }
  return all;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [ours, theirs] = process.argv.slice(2);
  if (!theirs) throw new Error('two output folders are needed');
  process.stdout.write(`${compare(ours, theirs).join('\n')}\n`);
}
