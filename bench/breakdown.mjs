#!/usr/bin/env node
// node bench/breakdown.mjs [--articles 10000] [--case cold|warm|edit|add|template] [--site broadsheet|portal]
// [--jobs 1] [--top 15] Where a build's time goes: a processor profile, its samples given to the stage that
// was at work and to the code that did it.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createContender } from './contenders.mjs';
import { writeCorpus } from './corpus.mjs';
import { freezeTool } from './freeze.mjs';
import { measure } from './measure.mjs';

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    case: { type: 'string', default: 'cold' },
    site: { type: 'string', default: 'broadsheet' },
    jobs: { type: 'string', default: '1' },
    top: { type: 'string', default: '15' },
  },
});

const work = mkdtempSync(path.join(os.tmpdir(), 'broadsheet-breakdown-'));
const tool = freezeTool(path.join(work, 'tool'));

/**
 * Stages by the sources that belong to them; the frame nearest to the sample that is one of these decides.
 */
const stages = [
  ['read: list and digest files', /^src\/stages\/(discover|read)/],
  ['parse: front matter', /^src\/content\//],
  ['parse: Markdown', /^src\/(stages\/parse|markdown\/)/],
  ['pictures', /^src\/(images\/|stages\/describe|cache\/pictures)/],
  ['model', /^src\/(stages\/model|model\/)/],
  ['model: routes and props', /^src\/routes\//],
  ['model: digests of props', /^src\/(fingerprint|digest)/],
  ['render', /^(src\/stages\/(render|fill-body)|theme)/],
  ['write', /^src\/(stages\/write|output-folder)/],
  ['output: what to make', /^src\/stages\/output/],
  ['cache: load and save', /^src\/cache\//],
  ['start: configuration and templates', /^src\/(load-config|theme\/|config)/],
  ['threads: messages', /^src\/workers\//],
];

const engine = new Map([
  ['(idle)', 'idle'],
  ['(garbage collector)', 'garbage collection'],
  ['(program)', 'native code without a caller'],
]);

const bundles = new Map();
/** The source that a line of the bundle in lib/ comes from: esbuild writes its path above each. */
function sourceOf(url, line) {
  if (!url.startsWith('file:')) return url.startsWith('node:') ? 'node' : undefined;
  const file = fileURLToPath(url);
  if (/\/theme[^/]*\.mjs$|\/templates\.mjs$/.test(file)) return 'theme';
  const inner = file.split('node_modules/').at(-1);
  if (inner !== file) return `node_modules/${inner}`;
  if (!file.startsWith(path.dirname(tool.cli))) return file.includes('/.cache/') ? 'theme' : undefined;
  let marks = bundles.get(file);
  if (!marks) {
    marks = readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text, index) =>
        /^\/\/ (src|node_modules)\/\S+$/.test(text) ? [[index, text.slice(3)]] : [],
      );
    bundles.set(file, marks);
  }
  return marks.findLast(([start]) => start <= line)?.[1];
}
const packageOf = (source) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];

function summarise(profile) {
  const byStage = new Map();
  const byCode = new Map();
  const add = (map, key, time) => map.set(key, (map.get(key) ?? 0) + time);
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])),
  );
  const stageOf = new Map();
  const stage = (id) => {
    if (stageOf.has(id)) return stageOf.get(id);
    const { functionName, url, lineNumber } = nodes.get(id).callFrame;
    const source = sourceOf(url, lineNumber);
    let found = engine.get(functionName);
    found ??= source && stages.find(([, pattern]) => pattern.test(source))?.[0];
    const parent = parents.get(id);
    found ??= parent === undefined ? 'start: modules, and continuations of promises' : stage(parent);
    stageOf.set(id, found);
    return found;
  };
  for (const [index, id] of profile.samples.entries()) {
    const time = profile.timeDeltas[index] / 1000;
    const { functionName, url, lineNumber } = nodes.get(id).callFrame;
    const source = sourceOf(url, lineNumber) ?? '';
    add(byStage, stage(id), time);
    add(
      byCode,
      packageOf(source) ??
        (source.startsWith('src/')
          ? source
          : source === 'theme'
            ? 'templates'
            : source === 'node'
              ? `node: ${functionName}`
              : functionName || 'native'),
      time,
    );
  }
  return { byStage, byCode, total: profile.timeDeltas.reduce((sum, delta) => sum + delta, 0) / 1000 };
}

const print = (title, map, total, limit) => {
  const rows = [...map].sort(([, a], [, b]) => b - a).slice(0, limit);
  return [
    `| ${title} | ms | share |`,
    '| --- | ---: | ---: |',
    ...rows.map(([name, time]) => `| ${name} | ${time.toFixed(0)} | ${((100 * time) / total).toFixed(1)}% |`),
  ].join('\n');
};

try {
  await writeCorpus({ articles: Number(options.articles), out: path.join(work, 'corpus') });
  const [extra] = await writeCorpus({
    articles: Number(options.articles),
    out: path.join(work, 'extra'),
    extra: true,
  });
  const contender = createContender({
    name: options.site,
    folder: path.join(work, 'site'),
    corpus: path.join(work, 'corpus/content'),
    cli: tool.cli,
    jobs: options.jobs,
  });
  const profiles = path.join(work, 'profiles');
  mkdirSync(profiles);
  if (options.case !== 'cold') await new Promise((resolve) => setTimeout(resolve, 2500));
  // Also before a cold build: V8's code of the tool is kept from the first run on.
  await measure(contender.command, { cwd: contender.folder });
  if (options.case === 'cold') contender.removeAll();
  if (options.case === 'edit') contender.editBody(1);
  if (options.case === 'add') contender.addArticle(extra);
  if (options.case === 'template') contender.editTemplate(1);
  const [node, ...rest] = contender.command;
  const { wall, cpu, peak, output } = await measure(
    [node, '--cpu-prof', '--cpu-prof-dir', profiles, ...rest],
    { cwd: contender.folder, env: { BROADSHEET_TIMINGS: '1' } },
  );
  const { timings, durationMs } = JSON.parse(output);
  const lines = [
    `${options.articles} articles, ${options.case}, site ${options.site}, --jobs ${options.jobs}, profiled: ${wall.toFixed(2)} s wall, ${cpu.toFixed(2)} s CPU, ${Math.round(peak)} MiB; the build itself ${durationMs} ms`,
  ];
  if (timings)
    lines.push(
      '',
      'Stages as the tool timed them:',
      '',
      print('stage', new Map(Object.entries(timings)), durationMs, 99),
    );
  for (const name of readdirSync(profiles).sort()) {
    const { byStage, byCode, total } = summarise(JSON.parse(readFileSync(path.join(profiles, name), 'utf8')));
    lines.push(
      '',
      `Thread ${name.split('.').at(-3)}, ${total.toFixed(0)} ms`,
      '',
      print('stage', byStage, total, 99),
      '',
      print('code', byCode, total, Number(options.top)),
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
