import { spawnSync, spawn } from 'node:child_process';
import path from 'node:path';
import { createContender } from './contenders.mjs';
import { plainEnvironment } from './measure.mjs';
const [cases, runs] = [process.argv[2].split(','), Number(process.argv[3] ?? 5)];
const tools = { before: '/work/wt-before/lib/cli.cjs', after: process.env.AFTER ?? '/work/main/lib/cli.cjs', ...(process.env.HUGO && { hugo: '' }) };
const c = Object.fromEntries(Object.entries(tools).map(([n, cli]) => [n, createContender({ name: n === 'hugo' ? 'hugo' : 'broadsheet', folder: `/tmp/turns/${n}`, corpus: '/tmp/corpus10k/content', cli })]));
const run = (x) => { const t = performance.now(); const { status, stderr, stdout } = spawnSync(x.command[0], x.command.slice(1), { cwd: x.folder, env: plainEnvironment(), encoding: 'utf8' }); if (status !== 0) throw new Error(stderr + stdout.slice(0, 500)); return { wall: (performance.now() - t) / 1000, t: stdout.startsWith('{') ? JSON.parse(stdout).timings : undefined }; };
const median = (l) => [...l].sort((a, b) => a - b)[l.length >> 1];
for (const x of Object.values(c)) run(x);
await new Promise((r) => setTimeout(r, 2500));
for (const x of Object.values(c)) run(x);
for (const kind of cases) {
  const all = Object.fromEntries(Object.keys(c).map((n) => [n, []])); let last = {};
  for (let i = 0; i < runs; i++) for (const n of i % 2 ? Object.keys(c).reverse() : Object.keys(c)) {
    const x = c[n];
    if (kind === 'cold') x.removeAll(); else if (kind === 'edit') x.editBody(i); else if (kind === 'template') x.editTemplate(i); else if (kind === 'add') x.add?.(i);
    spawnSync('sync');
    const { wall, t } = run(x); all[n].push(wall); last[n] = t;
  }
  console.log(kind, Object.fromEntries(Object.entries(all).map(([n, l]) => [n, median(l).toFixed(2) + ' (' + Math.min(...l).toFixed(2) + '–' + Math.max(...l).toFixed(2) + ')'])));
  for (const [n, t] of Object.entries(last)) console.log('  ', n, JSON.stringify(t));
}
