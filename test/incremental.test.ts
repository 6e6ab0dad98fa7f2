import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { groupBy } from '../src/bytes/group-by.ts';
import { article, createSite, type InlineSite, reported, now as start } from './inline-site.ts';
import { change, configurations, type Edit, edit, kinds, pick, startingSite } from './random-edits.ts';

// A longer run: EDITS=1000 npx vitest run test/incremental.test.ts (SEED=… repeats one).
const perRun = 10;
const edits = Number(process.env.EDITS ?? 40);
const day = 86_400_000;
const zone = process.env.TZ ?? 'UTC';

const base = await startingSite();
const template = createSite(base);
await template.build();
afterAll(template.dispose);

/** Every file below a folder, relative to it. */
const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
        .sort()
    : [];

/**
 * Damages one file below a folder: a byte flipped, the end cut off, the whole of it gone, or other bytes in
 * its place.
 */
function damage(folder: string, { where, how }: Edit): void {
  const name = pick(filesIn(folder), where);
  if (name === undefined) return;
  const file = path.join(folder, name);
  const bytes = readFileSync(file);
  if (how % 4 === 0) unlinkSync(file);
  else if (how % 4 === 1) truncateSync(file, Math.floor(bytes.length / 2));
  else if (how % 4 === 2) writeFileSync(file, 'không phải của tôi');
  else if (bytes.length > 0) {
    const at = (where * 7919 + how) % bytes.length;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (how % 8));
    writeFileSync(file, bytes);
  }
}

class Interrupted extends Error {}

async function run(sequence: readonly Edit[]): Promise<void> {
  const site = createSite({});
  const clean = createSite({});
  try {
    for (const { root } of [site, clean]) rmSync(root, { recursive: true });
    copyTree(template.root, site.root);
    const files = new Map(Object.entries(base));
    let now = start;
    for (const [index, step] of sequence.entries()) {
      const label = `edit ${index}: ${JSON.stringify(step)}`;
      const changed = await change(step, files);
      for (const [file, content] of Object.entries(changed)) {
        if (content === null) {
          if (files.delete(file)) rmSync(path.join(site.root, file));
        } else {
          files.set(file, content);
          site.write({ [file]: content });
        }
      }
      const output = path.join(site.root, 'dist');
      if (step.kind === 'link') link(site.root, files, step);
      else if (step.kind === 'times set back') setBack(site.root, files, step);
      else if (step.kind === 'same size and time') replaceUnseen(site.root, files, step);
      else if (step.kind === 'commit') commit(site.root);
      else if (step.kind === 'time zone')
        process.env.TZ = pick(['UTC', 'Asia/Tokyo', 'America/New_York', 'Asia/Ho_Chi_Minh'], step.how);
      else if (step.kind === 'clock') now = start + ((step.how % 60) - 20) * day;
      else if (step.kind === 'damage cache') damage(path.join(site.root, '.cache/broadsheet'), step);
      else if (step.kind === 'delete cache')
        rmSync(path.join(site.root, '.cache'), { recursive: true, force: true });
      else if (step.kind === 'damage output') damageOutput(output, step);
      else if (step.kind === 'delete output') rmSync(output, { recursive: true, force: true });
      else if (step.kind === 'interrupt') await interrupt(site, now, step);

      const result = await site.build({ now });
      const other = await buildClean({ clean, files, now, like: site.root });
      const tree = site.tree();
      expect([...tree.keys()], label).toEqual([...other.tree.keys()]);
      for (const [name, content] of other.tree)
        if (!tree.get(name)?.equals(content))
          expect(tree.get(name)?.toString(), `${label}: ${name}`).toBe(content.toString());
      expect(reported(result), label).toEqual(other.messages);
      expect([result.articles, result.pages, result.pictures, result.nextChange], label).toEqual(
        other.counts,
      );
      expect(result.written + result.unchanged, label).toBe(tree.size - 1);

      const again = await site.build({ now });
      expect({ ...again, durationMs: 0 }, `${label}, and again`).toMatchObject({
        parsed: 0,
        rendered: 0,
        resized: 0,
        written: 0,
        removed: 0,
        unchanged: tree.size - 1,
      });
      expect(reported(again), label).toEqual(other.messages);
    }
  } finally {
    process.env.TZ = zone;
    site.dispose();
    clean.dispose();
  }
}

/** Builds the files in an empty folder. */
async function buildClean({
  clean,
  files,
  now,
  like,
}: {
  clean: InlineSite;
  files: ReadonlyMap<string, string | Uint8Array>;
  now: number;
  like: string;
}) {
  rmSync(clean.root, { recursive: true, force: true });
  clean.write(Object.fromEntries(files));
  for (const { name, to } of links) {
    if (!lstatSync(path.join(like, name), { throwIfNoEntry: false })?.isSymbolicLink()) continue;
    mkdirSync(path.dirname(path.join(clean.root, name)), { recursive: true });
    symlinkSync(to, path.join(clean.root, name));
  }
  if (existsSync(path.join(like, '.git')))
    cpSync(path.join(like, '.git'), path.join(clean.root, '.git'), { recursive: true });
  const result = await clean.build({ now, cache: false });
  return {
    tree: clean.tree(),
    messages: reported(result),
    counts: [result.articles, result.pages, result.pictures, result.nextChange],
  };
}

/** Symbolic links of content to content. */
const links = [
  { name: 'content/_static/lien-ket.csv', to: '../xa-hoi/cho/bang.csv' },
  { name: 'content/kinh-te/lua.png', to: 'nong-nghiep/lua.png' },
];
function link(root: string, files: ReadonlyMap<string, unknown>, { where, how }: Edit): void {
  const { name, to } = pick(links, where) ?? { name: '', to: '' };
  const file = path.join(root, name);
  if (files.has(name)) return;
  rmSync(file, { force: true });
  mkdirSync(path.dirname(file), { recursive: true });
  if (how % 3 !== 0) symlinkSync(to, file);
}

/** A file gets the times that it had long ago, as from an archive. */
function setBack(root: string, files: ReadonlyMap<string, unknown>, { where, how }: Edit): void {
  const name = pick([...files.keys()].sort(), where);
  if (name !== undefined) utimesSync(path.join(root, name), 1_600_000_000 + how, 1_600_000_000 + how);
}

/** A file is replaced by another one of the same size and the same time of change of its content. */
function replaceUnseen(root: string, files: Map<string, string | Uint8Array>, { where, how }: Edit): void {
  const name = pick(
    [...files.keys()].filter((file) => file.endsWith('.md') || file.endsWith('.csv')).sort(),
    where,
  );
  const text = name === undefined ? '' : String(files.get(name));
  const changed = text.replace(/[a-z](?=[^a-z]*$)/, (letter) =>
    String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + 1 + (how % 20)) % 26)),
  );
  if (name === undefined || changed === text) return;
  const file = path.join(root, name);
  const { atime, mtime } = statSync(file);
  writeFileSync(`${file}.new`, changed);
  utimesSync(`${file}.new`, atime, mtime);
  if (how % 2 === 0) renameSync(`${file}.new`, file);
  else {
    writeFileSync(file, changed);
    utimesSync(file, atime, mtime);
    rmSync(`${file}.new`);
  }
  files.set(name, changed);
}

function commit(root: string): void {
  const git = (...args: string[]): void =>
    void execFileSync(
      'git',
      ['-C', root, '-c', 'user.name=Lan', '-c', 'user.email=lan@bao.example', ...args],
      { stdio: 'ignore' },
    );
  if (!existsSync(path.join(root, '.git'))) git('init', '-b', 'main');
  git('add', 'content');
  git('commit', '--allow-empty', '-m', 'Sửa bài');
}

/**
 * Another program wrote into the output folder, at another time or in another length: it cannot forge both.
 */
function damageOutput(output: string, step: Edit): void {
  const name = pick(
    filesIn(output).filter((file) => !file.startsWith('.broadsheet')),
    step.where,
  );
  if (name === undefined) return;
  const file = path.join(output, name);
  const { size, mtimeMs } = statSync(file);
  if (step.how % 3 === 0) unlinkSync(file);
  else writeFileSync(file, step.how % 3 === 1 ? 'x'.repeat(size) : readFileSync(file).subarray(1));
  if (existsSync(file) && statSync(file).mtimeMs === mtimeMs && statSync(file).size === size)
    unlinkSync(file);
}

/** A build that stops somewhere on its way; one that has nothing to do comes to its end. */
async function interrupt(site: InlineSite, now: number, { how }: Edit): Promise<void> {
  let left = how % 4;
  const progress = (): void => {
    if (left-- === 0) throw new Interrupted();
  };
  await site
    .write({ 'content/xa-hoi/moi.md': '---\ntitle: Mới\ndate: 2026-11-07\ntags: [mới]\n---\nMới.\n' })
    .build({ now, progress })
    .catch((error: unknown) => {
      if (!(error instanceof Interrupted)) throw error;
    });
  site.remove('content/xa-hoi/moi.md');
}

function copyTree(from: string, to: string): void {
  for (const name of filesIn(from)) {
    mkdirSync(path.dirname(path.join(to, name)), { recursive: true });
    copyFileSync(path.join(from, name), path.join(to, name));
  }
}

test.each(kinds)('after edits of the kind “%s” the incremental build is the clean build', (kind) =>
  run([1, 2].map((number) => ({ kind, where: number * 5, how: number * 7 }))),
);

test('after each change of the configuration, and back, the incremental build is the clean build', () =>
  run(
    configurations
      .slice(1)
      .flatMap((_, index) => [index + 1, 0].map((how) => ({ kind: 'config', where: 0, how }))),
  ));

test('a byte changed anywhere in the cache is never believed', async () => {
  const site = createSite({});
  try {
    rmSync(site.root, { recursive: true });
    copyTree(template.root, site.root);
    site.write({ 'templates/styles/print.css': 'body { color: black }' });
    const cache = path.join(site.root, '.cache/broadsheet');
    const texts = ['Hai.', 'Ba.'].map((text) => article('title: Cầu mới\ndate: 2026-11-03 08:00', text));
    const trees: ReturnType<InlineSite['tree']>[] = [];
    // Each build has something to do, so that it reads what was kept.
    const build = async (turn: number) => {
      site.write({ 'content/kinh-te/cau.md': texts[turn % 2] ?? '' });
      await site.build();
      return site.tree();
    };
    for (const turn of [0, 1]) trees.push(await build(turn));
    let turn = 2;
    // Pictures and compressed texts are kept alike, each in a file: three of a folder stand for all.
    const folders = groupBy(filesIn(cache), (name) => path.dirname(name));
    const names = [...folders].flatMap(([folder, files]) => (folder === '.' ? files : files.slice(0, 3)));
    for (const name of names) {
      const parts = name.endsWith('.json') ? 6 : name === 'state' ? 8 : 1;
      for (let part = 0; part < parts && existsSync(path.join(cache, name)); part++, turn++) {
        const bytes = readFileSync(path.join(cache, name));
        const at = Math.floor((bytes.length * (part + 0.5)) / parts);
        // A letter becomes another letter: what is JSON stays JSON.
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        writeFileSync(path.join(cache, name), bytes);
        expect(await build(turn), `${name}, byte ${at}`).toEqual(trees[turn % 2]);
      }
    }
  } finally {
    site.dispose();
  }
}, 300_000);

test('after any edits the incremental build is the clean build, byte for byte', async () => {
  const property = fc.asyncProperty(fc.array(edit, { minLength: perRun, maxLength: perRun }), run);
  await fc.assert(property, { numRuns: Math.ceil(edits / perRun) });
}, 60_000_000);
