#!/usr/bin/env node
// node bench/scale.mjs clone SITE        a fresh clone of the site: alone, with a warm store, with the snapshot too
// node bench/scale.mjs queue SITE        the site's pictures by 1, 2 and 4 workers, and by the build alone
// node bench/scale.mjs text SITE...      time, memory and state of each site, built alone
// Prints one JSON object a line: wall time, processor time of all processes (seconds), and memory (MB) of the
// build. Starts its own Redis, and works in a temporary folder.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

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
  else if (what === 'queue') await queue(sites[0]);
  else for (const site of sites) print({ site: path.basename(site), ...(await build(copy(site), [], {})) });
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

async function queue(site) {
  const port = 7000 + (process.pid % 1000);
  const redis = start('redis-server', ['--port', `${port}`, '--save', '', '--dir', folder]);
  await delay(500);
  for (const count of [1, 2, 4]) {
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
  const state = statSync(path.join(site, '.cache/broadsheet/state')).size;
  const bytes = { stateMB: Math.round(state / 1e5) / 10 };
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
    ...bytes,
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
