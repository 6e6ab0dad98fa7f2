// What the modes of scale.mjs share: a temporary folder, keys, builds and what they cost.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as esbuild from 'esbuild';
import { measure } from './measure.mjs';

export const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-scale-'));
const root = path.join(import.meta.dirname, '..');
export const cli = path.join(root, 'lib/cli.cjs');
export const keys = Object.fromEntries(
  execFileSync(process.execPath, [cli, 'store', 'keys'], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, name, value] = /^(BROADSHEET_\w+)=(.*)$/.exec(line) ?? [];
      return name ? [[name, value]] : [];
    }),
);
const { BROADSHEET_STORE_SNAPSHOT_KEY: _, ...withoutSnapshot } = keys;
export const signing = withoutSnapshot;
let number = 0;

export function start(program, args) {
  return spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...signing } });
}

/** A Redis of its own. */
export async function startRedis() {
  const port = 7000 + ((process.pid + number++) % 1000);
  const process_ = start('redis-server', ['--port', `${port}`, '--save', '', '--dir', folder]);
  await delay(1000);
  return { redis: process_, url: `redis://127.0.0.1:${port}` };
}

export function copy(site) {
  const place = path.join(folder, `site-${number++}`);
  cpSync(site, place, { recursive: true, filter: (file) => !/\/(?:dist|\.cache)$/.test(file) });
  return place;
}

/** Builds a site, removes it, and says what that cost. */
export async function build(site, args, env) {
  const command = [process.execPath, cli, 'build', '--json', '--site', site, ...args];
  const { output, ...cost } = await measure(command, { env });
  const { articles, pictures, resized, fetched, elsewhere, notices, timings } = JSON.parse(output);
  const state = stateOf(path.join(site, '.cache'));
  rmSync(site, { recursive: true });
  const counts = { articles, pictures, resized, fetched, elsewhere };
  return { ...cost, ...counts, notices, ...state, timings };
}

/** Functions of the tool's sources, by their files below `src/`. */
export async function loadSources(files) {
  const images = /imagesId = "(\w+)"/.exec(readFileSync(path.join(root, 'lib/broadsheet.cjs'), 'utf8'))?.[1];
  const module = path.join(root, `lib/scale-${process.pid}.mjs`);
  const contents = files.map((file) => `export * from './src/${file}.ts';`).join('');
  await esbuild.build({
    stdin: { contents, resolveDir: root },
    outfile: module,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    define: { __BROADSHEET_IMAGES__: JSON.stringify(images) },
  });
  const loaded = await import(module);
  rmSync(module);
  return loaded;
}

/** Processor time of a process so far, in seconds. */
export function ticks({ pid }) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The processes that a process started. */
export function childrenOf({ pid }) {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return text === '' ? [] : text.split(' ').map((child) => ({ pid: child }));
}

export function megabytesOf(place) {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size / 1e6, 0);
}

export function stateOf(cache) {
  return { stateMB: statSync(path.join(cache, 'broadsheet/state')).size / 1e6 };
}

export function print(row) {
  process.stdout.write(
    `${JSON.stringify(row, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))}\n`,
  );
}
