#!/usr/bin/env node
// node bench/scale.mjs growth N...          archives of so many articles: cold, nothing changed, one edited
// node bench/scale.mjs clone SITE           a fresh clone: alone, with a warm store, with the snapshot too
// node bench/scale.mjs queue SITE [N...]    the site's pictures by N workers; by 1, 2 and 4 in turn
// node bench/scale.mjs model SITE PICTURES  the same, beside what a model says of them, and of 8 and 32
// node bench/scale.mjs overhead             what a job on the queue costs beyond its work
// node bench/scale.mjs memory [N...]        the most memory of Redis where so many pictures are asked for
// Prints one JSON object a line: wall time, processor time of all processes (seconds), and peak memory (MiB) of
// the build. Starts its own Redis, and works in a temporary folder. `node --cpu-prof bench/scale.mjs overhead`
// profiles the worker too.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createContender } from './contenders.mjs';
import { writeCorpus } from './corpus.mjs';
import { measure } from './measure.mjs';
import { build, cli, copy, folder, keys, megabytesOf, print, signing, stateOf } from './scale-setup.mjs';
import { memory, model, overhead, queue } from './scale-workers.mjs';

const [what, ...rest] = process.argv.slice(2);
const numbers = (given, otherwise) => (given.length > 0 ? given.map(Number) : otherwise);
try {
  if (what === 'growth') for (const articles of numbers(rest, [1000])) await growth(articles);
  else if (what === 'clone') await clones(rest[0]);
  else if (what === 'queue') await queue(rest[0], numbers(rest.slice(1), [1, 2, 4]));
  else if (what === 'model') await model(rest[0], Number(rest[1]));
  else if (what === 'overhead') await overhead(2000);
  else if (what === 'memory') for (const count of numbers(rest, [1000, 100_000])) await memory(count);
  else process.stderr.write(readFileSync(import.meta.filename, 'utf8').split('\nimport')[0]);
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

/** What builds cost for an archive of so many articles, with the templates of the benchmark. */
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
  const measured = async () => {
    const { output, ...cost } = await measure(site.command, { cwd: site.folder });
    const { pages, parsed, rendered, timings } = JSON.parse(output);
    const counts = { pages, parsed, rendered, cacheMB: megabytesOf(cache), ...stateOf(cache) };
    return { ...cost, ...counts, timings };
  };
  print({ articles, what: 'cold', ...(await measured()) });
  // The times of files prove something when they are two seconds old; the next build notes that.
  await delay(2500);
  await measured();
  print({ articles, what: 'nothing changed', ...(await measured()) });
  site.editBody(1);
  print({ articles, what: 'one edited', ...(await measured()) });
  rmSync(site.folder, { recursive: true });
}
