#!/usr/bin/env node
// node bench/run.mjs [--sizes 1000,10000] [--runs 5] [--only
// start,cold,young,warm,edit,add,template,restore,pictures] [--no-hugo] [--portal] [--eleventy]
// [--heap MIB] [--jobs N] [--pictures 100] [--json FILE] [--keep] Measures Broadsheet beside Hugo on one
// archive and prints a table. See bench/README.md.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compare, countKinds, kindOf, listFiles } from './compare.mjs';
import { createContender, hugoVersion, moment } from './contenders.mjs';
import { writeCorpus } from './corpus.mjs';
import { installEleventyImage } from './eleventy-image.mjs';
import { freezeTool } from './freeze.mjs';
import { measure, median, method } from './measure.mjs';
import { toTable } from './table.mjs';

const { values: options } = parseArgs({
  allowNegative: true,
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: 'start,cold,young,warm,edit,add,template,restore,pictures' },
    hugo: { type: 'boolean', default: true },
    portal: { type: 'boolean', default: false },
    eleventy: { type: 'boolean', default: false },
    heap: { type: 'string' },
    jobs: { type: 'string' },
    pictures: { type: 'string', default: '100' },
    json: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const sizes = options.sizes.split(',').map(Number);
const runs = Number(options.runs);
const wanted = new Set(options.only.split(','));
const hugo = options.hugo ? hugoVersion() : undefined;
const work = mkdtempSync(path.join(os.tmpdir(), 'broadsheet-bench-'));
const flags = options.heap ? [`--max-old-space-size=${options.heap}`] : [];
const tool = freezeTool(path.join(work, 'tool'));
const results = [];
const notes = [];
const say = (text) => process.stderr.write(`${text}\n`);

/** Measures each contender `runs` times, turn by turn, so that a busy machine is busy for all. */
async function compete({ size, what, contenders, prepare = () => {}, after = () => {}, times = runs }) {
  const samples = new Map(contenders.map((contender) => [contender, []]));
  for (let turn = 1; turn <= times; turn++) {
    for (const contender of turn % 2 === 1 ? contenders : [...contenders].reverse()) {
      await prepare(contender, turn);
      const sample = await measure(contender.command, { cwd: contender.folder });
      const counts = contender.name === 'hugo' ? undefined : readCounts(sample.output);
      samples
        .get(contender)
        .push({ wall: sample.wall, cpu: sample.cpu, peak: sample.peak, ...(counts && { counts }) });
      await after(contender, turn);
      say(
        `${size} ${what} ${turn}/${times} ${contender.name}: ${sample.wall.toFixed(2)} s, CPU ${sample.cpu.toFixed(2)} s, ${Math.round(sample.peak)} MiB`,
      );
    }
  }
  for (const [{ name }, list] of samples) results.push({ size, what, name, runs: list });
}

function readCounts(output) {
  try {
    const { parsed, rendered, resized, written, unchanged, removed, durationMs, timings } =
      JSON.parse(output);
    return { parsed, rendered, resized, written, unchanged, removed, durationMs, timings };
  } catch {
    return undefined;
  }
}

/** Digests of every output, by file. */
const snapshot = (folder) =>
  new Map(
    listFiles(folder).map((file) => [
      file,
      createHash('sha1')
        .update(readFileSync(path.join(folder, file)))
        .digest('hex'),
    ]),
  );

/** How many files that were there have other bytes now, by kind. */
function changes(before, after) {
  const by = {};
  for (const [file, digest] of after)
    if (before.has(file) && before.get(file) !== digest) by[kindOf(file)] = (by[kindOf(file)] ?? 0) + 1;
  for (const file of before.keys()) if (!after.has(file)) by.removed = (by.removed ?? 0) + 1;
  return { total: Object.values(by).reduce((sum, count) => sum + count, 0), by };
}

const names = () => ['broadsheet', ...(options.portal ? ['portal'] : []), ...(hugo ? ['hugo'] : [])];

async function measureSize(size) {
  say(`\n${size} articles`);
  const corpus = path.join(work, `corpus-${size}`);
  await writeCorpus({ articles: size, out: corpus });
  const [extra] = await writeCorpus({ articles: size, out: path.join(work, `extra-${size}`), extra: true });
  const contenders = names().map((name) =>
    createContender({
      name,
      folder: path.join(work, `${name}-${size}`),
      corpus: path.join(corpus, 'content'),
      cli: tool.cli,
      flags,
      jobs: options.jobs,
    }),
  );
  rmSync(corpus, { recursive: true });
  const build = (contender) => {
    const { status, stderr } = spawnSync(contender.command[0], contender.command.slice(1), {
      cwd: contender.folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(`${contender.name} ended with ${status}\n${stderr.slice(-3000)}`);
  };

  if (wanted.has('cold'))
    await compete({ size, what: 'cold', contenders, prepare: (contender) => contender.removeAll() });
  else contenders.forEach(build);
  for (const contender of contenders)
    notes.push({ size, name: contender.name, output: countKinds(contender.output) });
  if (hugo) notes.push({ size, compared: compare(contenders[0].output, contenders.at(-1).output) });
  // The next build after a cold one, on sources as young as in a fresh clone: their times prove nothing yet.
  if (wanted.has('young')) {
    await compete({
      size,
      what: 'young',
      contenders,
      prepare: (contender) => {
        contender.removeAll();
        contender.touchAll();
        build(contender);
      },
      times: Math.min(runs, 3),
    });
  }
  // Let the archive grow old enough, as it is in daily life; `warm` is the build after that.
  await new Promise((resolve) => setTimeout(resolve, 2500));
  contenders.forEach(build);

  if (wanted.has('warm')) await compete({ size, what: 'warm', contenders });
  if (wanted.has('edit')) {
    await compete({ size, what: 'edit', contenders, prepare: (contender, turn) => contender.editBody(turn) });
    for (const contender of contenders) contender.restore();
    contenders.forEach(build);
  }
  if (wanted.has('add')) {
    const before = new Map(contenders.map((contender) => [contender, snapshot(contender.output)]));
    await compete({
      size,
      what: 'add',
      contenders,
      prepare: (contender) => contender.addArticle(extra),
      after: (contender, turn) => {
        if (turn === 1)
          notes.push({
            size,
            name: contender.name,
            added: changes(before.get(contender), snapshot(contender.output)),
          });
        contender.dropArticle(extra);
        // Hugo starts from nothing each time; what it left is of no use to it.
        if (contender.name !== 'hugo') build(contender);
      },
    });
    contenders.forEach(build);
  }
  if (wanted.has('template')) {
    const able = contenders.filter((contender) => contender.canEditTemplate);
    await compete({
      size,
      what: 'template',
      contenders: able,
      prepare: (contender, turn) => contender.editTemplate(turn),
    });
    for (const contender of able) contender.restore();
    able.forEach(build);
  }
  if (wanted.has('restore'))
    await compete({ size, what: 'restore', contenders, prepare: (contender) => contender.removeOutput() });
  if (!options.keep) for (const contender of contenders) rmSync(contender.folder, { recursive: true });
}

/**
 * Pictures in bodies, four widths each; as WebP and JPEG in all widths when Broadsheet can, else JPEG in one
 * on both sides.
 */
async function measurePictures() {
  const count = Number(options.pictures);
  say(`\n${count} pictures`);
  const corpus = path.join(work, 'corpus-pictures');
  await writeCorpus({ articles: Math.min(20, count), out: corpus, pictures: count });
  const contenders = names()
    .filter((name) => name !== 'portal')
    .map((name) =>
      createContender({
        name,
        folder: path.join(work, `${name}-pictures`),
        corpus: path.join(corpus, 'content'),
        cli: tool.cli,
        flags,
        jobs: options.jobs,
      }),
    );
  const [ours, theirs] = contenders;
  const config = path.join(ours.folder, 'broadsheet.config.ts');
  const written = readFileSync(config, 'utf8');
  writeFileSync(config, written.replace("= ['webp']", "= ['webp', 'jpeg']"));
  // A configuration that it refuses ends with 2 before any work; a build of this size ends early enough.
  const both =
    spawnSync(ours.command[0], ours.command.slice(1), { cwd: ours.folder, maxBuffer: 1 << 28 }).status !== 2;
  if (!both) {
    writeFileSync(config, written);
    if (theirs)
      writeFileSync(
        path.join(theirs.folder, 'config.toml'),
        readFileSync(path.join(theirs.folder, 'config.toml'), 'utf8').replace(/jpeg = .*/, 'jpeg = [960]'),
      );
  }
  notes.push({
    pictures: both
      ? '4 WebP and 4 JPEG each'
      : '4 WebP and 1 JPEG each: Broadsheet offers the fallback in one width',
  });
  const peers = options.eleventy
    ? [
        await installEleventyImage({
          folder: path.join(work, 'eleventy-image'),
          pictures: path.join(corpus, 'content/img'),
          jpeg: both ? [320, 640, 960, 1280] : [960],
        }),
      ]
    : [];
  const times = Math.min(runs, 3);
  await compete({
    size: `${count} pictures`,
    what: 'pictures',
    contenders: [...contenders, ...peers],
    prepare: (contender) => contender.removeAll(),
    times,
  });
  for (const contender of contenders)
    notes.push({ size: 'pictures', name: contender.name, output: countKinds(contender.output) });
  await compete({
    size: `${count} pictures`,
    what: 'pictures-kept',
    contenders,
    prepare: (contender) => contender.removeOutput(),
  });
}

/** What a start costs, and the smallest site. */
async function measureStart() {
  const corpus = path.join(work, 'corpus-1');
  await writeCorpus({ articles: 1, out: corpus });
  const small = createContender({
    name: 'broadsheet',
    folder: path.join(work, 'broadsheet-1'),
    corpus: path.join(corpus, 'content'),
    cli: tool.cli,
    flags,
  });
  const never = { folder: work, removeAll: () => {} };
  await compete({
    size: 0,
    what: 'version',
    contenders: [
      { ...never, name: 'broadsheet', command: [process.execPath, tool.cli, '--version'] },
      { ...never, name: 'node', command: [process.execPath, '-e', '0'] },
    ],
    // Of so short a time five runs say too little.
    times: 4 * runs,
  });
  await compete({ size: 1, what: 'cold', contenders: [small], prepare: () => small.removeAll() });
  await compete({ size: 1, what: 'restore', contenders: [small], prepare: () => small.removeOutput() });
}

try {
  if (wanted.has('start')) await measureStart();
  if (['cold', 'young', 'warm', 'edit', 'add', 'template', 'restore'].some((what) => wanted.has(what)))
    for (const size of sizes) await measureSize(size);
  if (wanted.has('pictures')) await measurePictures();
  const machine = {
    date: new Date().toISOString().slice(0, 10),
    processors: `${os.availableParallelism()} x ${os.cpus()[0]?.model ?? 'unknown'}`,
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    system: `${os.type()} ${os.release()}`,
    load: os
      .loadavg()
      .map((value) => value.toFixed(1))
      .join(' '),
    node: process.version,
    broadsheet: `${tool.version} (compiled code ${tool.digest})`,
    hugo: hugo ?? 'none',
    method,
    moment,
    flags: [...flags, ...(options.jobs ? [`--jobs ${options.jobs}`] : [])].join(' ') || 'none',
  };
  process.stdout.write(`${toTable({ machine, results, notes, median })}\n`);
  if (options.json) {
    mkdirSync(path.dirname(path.resolve(options.json)), { recursive: true });
    writeFileSync(options.json, `${JSON.stringify({ machine, results, notes }, null, 1)}\n`);
  }
} finally {
  if (options.keep) say(`kept: ${work}`);
  else rmSync(work, { recursive: true, force: true });
}
