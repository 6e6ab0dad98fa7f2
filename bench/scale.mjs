#!/usr/bin/env node
// node bench/scale.mjs clone SITE        a fresh clone of the site: alone, with a warm store, with the snapshot too
// node bench/scale.mjs queue SITE [N...] the site's pictures by N workers; by 1, 2 and 4 in turn
// node bench/scale.mjs overhead          what a job on the queue costs beyond its work
// node bench/scale.mjs growth N...       archives of so many articles: cold, with nothing changed, with one edited
// Prints one JSON object a line: wall time, processor time of all processes (seconds), and memory (MB) of the
// build. Starts its own Redis, and works in a temporary folder.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as esbuild from 'esbuild';
import { createContender } from './contenders.mjs';
import { writeCorpus } from './corpus.mjs';
import { measure } from './measure.mjs';

const [what, ...sites] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-scale-'));
const root = path.join(import.meta.dirname, '..');
const cli = path.join(root, 'lib/cli.cjs');
const keys = Object.fromEntries(
  (await run([cli, 'store', 'keys'])).text.split('\n').flatMap((line) => {
    const [, name, value] = /^(BROADSHEET_\w+)=(.*)$/.exec(line) ?? [];
    return name ? [[name, value]] : [];
  }),
);
const { BROADSHEET_STORE_SNAPSHOT_KEY: snapshot, ...signing } = keys;
let number = 0;
try {
  if (what === 'clone') await clones(sites[0]);
  else if (what === 'queue') await queue(sites[0], sites[1] ? sites.slice(1).map(Number) : [1, 2, 4]);
  else if (what === 'overhead') await overhead(2000);
  else if (what === 'growth') for (const articles of sites) await growth(Number(articles));
  else throw new Error(readFileSync(import.meta.filename, 'utf8').split('\nimport')[0]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function clones(site) {
  const store = ['--store', `file://${folder}/store`];
  print({ clone: 'alone', ...(await build(copy(site), [], {})) });
  print({ clone: 'fills the store', ...(await build(copy(site), store, keys)) });
  print({ clone: 'warm store', ...(await build(copy(site), store, signing)) });
  print({ clone: 'warm store and snapshot', ...(await build(copy(site), store, keys)) });
}

/** What a build costs for an archive of `articles`, with the templates of the benchmark. */
async function growth(articles) {
  const corpus = path.join(folder, 'corpus');
  await writeCorpus({ articles, out: corpus });
  const site = createContender({
    name: 'broadsheet',
    folder: path.join(folder, `archive-${articles}`),
    corpus: path.join(corpus, 'content'),
    cli,
  });
  rmSync(corpus, { recursive: true });
  const cache = path.join(site.folder, '.cache');
  const measured = async (what) => {
    const { wall, cpu, peak, output } = await measure(site.command, { cwd: site.folder });
    const { pages, parsed, rendered, timings } = JSON.parse(output);
    const counts = { pages, parsed, rendered, cacheMB: megabytesOf(cache) };
    print({ articles, what, wall, cpu, peak, ...counts, ...stateOf(cache), timings });
  };
  await measured('cold');
  // Times of files prove something when they are two seconds old.
  await delay(2500);
  await measured('young');
  await measured('nothing changed');
  site.editBody(1);
  await measured('one edited');
  rmSync(site.folder, { recursive: true });
}

function megabytesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size / 1e6, 0);
}

function stateOf(cache) {
  return { stateMB: statSync(path.join(cache, 'broadsheet/state')).size / 1e6 };
}

async function queue(site, counts) {
  const port = 7000 + (process.pid % 1000);
  const redis = start('redis-server', ['--port', `${port}`, '--save', '', '--dir', folder]);
  await delay(500);
  for (const count of counts) {
    const address = ['--store', `file://${folder}/store-${count}`, '--queue', `redis://127.0.0.1:${port}`];
    const workers = Array.from({ length: count }, () => start(process.execPath, [cli, 'worker', ...address]));
    await delay(3000);
    const before = ticks(redis);
    const result = await build(copy(site), address, keys);
    print({ workers: count, ...result, redisSeconds: ticks(redis) - before });
    for (const worker of workers) worker.kill('SIGTERM');
    await Promise.all(workers.map((worker) => once(worker, 'exit')));
  }
  redis.kill();
}

function start(program, args) {
  return spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...signing } });
}

function copy(site) {
  const place = path.join(folder, `site-${number++}`);
  cpSync(site, place, { recursive: true, filter: (file) => !/\/(?:dist|\.cache)$/.test(file) });
  return place;
}

async function build(site, args, env) {
  const { text, seconds, cpu, memory } = await run([cli, 'build', '--json', '--site', site, ...args], env);
  const { articles, pictures, resized, fetched, elsewhere, notices, timings } = JSON.parse(text);
  const state = stateOf(path.join(site, '.cache'));
  rmSync(site, { recursive: true });
  return {
    seconds,
    cpu,
    memory,
    articles,
    pictures,
    resized,
    fetched,
    elsewhere,
    notices,
    ...state,
    timings,
  };
}

/** Runs Node; its processor time and memory are read at its end, by a script that is loaded before. */
async function run(args, env = {}) {
  const report = path.join(folder, 'report.cjs');
  writeFileSync(
    report,
    `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); require('node:fs').writeSync(3, JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, Math.round(maxRSS / 1024)])); });`,
  );
  const started = performance.now();
  const child = spawn(process.execPath, ['--require', report, ...args], {
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  const [text, usage] = await Promise.all([child.stdout, child.stdio[3]].map(read));
  const [cpu, memory] = JSON.parse(usage || '[0,0]');
  return { text, seconds: (performance.now() - started) / 1000, cpu, memory };
}

async function read(stream) {
  let text = '';
  for await (const part of stream) text += part;
  return text;
}

/** Processor time of a process so far, in seconds. */
function ticks({ pid }) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function print(row) {
  process.stdout.write(
    `${JSON.stringify(row, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))}\n`,
  );
}

/** What a job costs beyond its work: jobs of which everything is in the store already. */
async function overhead(count) {
  const images = /imagesId = "(\w+)"/.exec(readFileSync(path.join(root, 'lib/broadsheet.cjs'), 'utf8'))?.[1];
  const module = path.join(root, `lib/overhead-${process.pid}.mjs`);
  await esbuild.build({
    stdin: {
      contents: ['queue/ask', 'store/store', 'store/pictures']
        .map((file) => `export * from './src/${file}.ts';`)
        .join(''),
      resolveDir: root,
    },
    outfile: module,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    define: { __BROADSHEET_IMAGES__: JSON.stringify(images) },
  });
  const { openQueue, openStore, openPictures } = await import(module);
  rmSync(module);
  const url = `file://${folder}/store`;
  const store = await openStore({ url, mode: 'write', keys: { private: keys.BROADSHEET_STORE_PRIVATE_KEY } });
  const pictures = await openPictures(store);
  const from = { width: 1, height: 1 };
  const operations = Array.from({ length: count }, (_, width) => ({
    source: 'a',
    width,
    height: 1,
    format: 'webp',
    quality: 1,
    from,
  }));
  for (const operation of operations) await pictures.write(operation, Buffer.from('x'));
  await store.flush();
  const port = 7000 + (process.pid % 1000);
  const redis = start('redis-server', ['--port', `${port}`, '--save', '', '--dir', folder]);
  await delay(1000);
  const address = `redis://127.0.0.1:${port}`;
  const worker = start(process.execPath, [cli, 'worker', '--store', url, '--queue', address]);
  await delay(8000);
  const queue = await openQueue({ url: address, patience: 60_000 });
  const askAll = (some) => Promise.all(some.map((one) => queue.ask({ source: 'a', operations: [one] })));
  await askAll(operations.slice(0, 20));
  const child = {
    pid: readFileSync(`/proc/${worker.pid}/task/${worker.pid}/children`, 'utf8').trim().split(' ')[0],
  };
  const before = [worker, child, redis].map(ticks);
  const own = process.cpuUsage();
  await askAll(operations.slice(20));
  const { user, system } = process.cpuUsage(own);
  const [inWorker, inChild, inRedis] = [worker, child, redis].map(
    (one, at) => ((ticks(one) - before[at]) * 1000) / (count - 20),
  );
  print({
    jobs: count - 20,
    millisecondsOfAJob: {
      build: (user + system) / 1000 / (count - 20),
      worker: inWorker,
      child: inChild,
      redis: inRedis,
    },
  });
  await queue.close();
  worker.kill('SIGTERM');
  await once(worker, 'exit');
  redis.kill();
}
