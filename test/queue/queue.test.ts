import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fromRoot } from '../from-root.ts';
import { quarters } from '../images/pictures.ts';
import { configuration, type Files, type InlineSite, inlineSite, reported } from '../inline-site.ts';
import { startStore } from '../store/start-store.ts';
import { buildApart, end, hasRedis, startRedis, startWorker, temporaryFolder } from './machines.ts';

const names = ['an', 'ba', 'ca', 'da', 'ga', 'ha'];
/** An article with six pictures, each in a few sizes; no two are the same. */
const files = async (): Promise<Files> => ({
  'broadsheet.config.ts': configuration("pictures: { widths: [200, 400], formats: ['webp'] }"),
  'content/kinh-te/lua/index.md': `---\ntitle: Lúa\ndate: 2026-11-16 08:30\n---\n${names.map((name) => `![Ảnh ${name}](${name}.jpg)\n`).join('\n')}`,
  ...Object.fromEntries(
    await Promise.all(
      names.map(async (name, index) => [
        `content/kinh-te/lua/${name}.jpg`,
        await quarters(900 + index, 600)
          .jpeg()
          .toBuffer(),
      ]),
    ),
  ),
});
const shownOf = (notices: readonly { readonly en: string }[] = []) => notices.map(({ en }) => en);
/** The output without a store and without a queue. */
async function alone(site: Files): Promise<ReturnType<InlineSite['tree']>> {
  const single = inlineSite(site);
  await buildApart(single.root, `file://${temporaryFolder()}`);
  return single.tree();
}

describe.skipIf(!process.env.CI && !hasRedis)('a queue on Redis', () => {
  test('workers make the pictures of two builds at once, each picture once', async () => {
    const site = await files();
    const redis = await startRedis();
    const store = `file://${temporaryFolder()}`;
    const workers = await Promise.all([startWorker(store, redis.url), startWorker(store, redis.url)]);
    const [one, two] = [inlineSite(site), inlineSite(site)];
    const results = await Promise.all(
      [one, two].map(({ root }) => buildApart(root, store, redis.url, 10_000)),
    );
    for (const result of results) {
      expect(result).toMatchObject({ resized: 0, errors: 0 });
      expect(result.elsewhere + result.fetched).toBe(result.pictures);
      expect(result.notices).toBeUndefined();
    }
    const expected = await alone(site);
    expect(one.tree()).toEqual(expected);
    expect(two.tree()).toEqual(expected);
    // Nothing stays in Redis but what BullMQ notes of the queue itself.
    const left = redis
      .cli('--scan', '--pattern', 'bull:*')
      .split('\n')
      .map((key) => key.split(':')[2] ?? '');
    expect(left.filter((key) => !['events', 'id', 'meta', 'stalled-check'].includes(key))).toEqual([]);
    const said = workers.map(async (worker) => {
      let text = '';
      worker.stderr?.on('data', (part: Buffer) => {
        text += part.toString();
      });
      worker.kill('SIGTERM');
      await once(worker, 'exit');
      return Number(/(\d+) pictures? made/.exec(text)?.[1]);
    });
    const made = await Promise.all(said);
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(names.length);
  });

  const kills = Number(process.env.KILLS ?? 1);
  test('a worker that is killed at any moment costs no picture', {
    timeout: 60_000 + kills * 30_000,
  }, async () => {
    const site = await files();
    const expected = await alone(site);
    const redis = await startRedis();
    for (let kill = 0; kill < kills; kill++) {
      const store = `file://${temporaryFolder()}`;
      const [doomed, other] = await Promise.all([
        startWorker(store, redis.url),
        startWorker(store, redis.url),
      ]);
      const clone = inlineSite(site);
      const building = buildApart(clone.root, store, redis.url);
      await delay(500 + Math.random() * 2500);
      await end(doomed);
      expect(await building).toMatchObject({ errors: 0 });
      expect(clone.tree()).toEqual(expected);
      await end(other);
      clone.dispose();
    }
  });

  test('a picture that kills whoever reads it is told as broken, and harms no other', async () => {
    const site = await files();
    const poison = path.join(temporaryFolder(), 'poison.cjs');
    // Stands for a codec that crashes: the process ends when it has read this picture.
    writeFileSync(
      poison,
      `const { promises } = require('node:fs'); const { readFile } = promises;
       promises.readFile = async (...args) => {
         const bytes = await readFile(...args);
         if (process.send && Buffer.isBuffer(bytes) && bytes.includes('POISON')) process.kill(process.pid, 'SIGSEGV');
         return bytes;
       };
       require('node:module').syncBuiltinESMExports();`,
    );
    const ga = site['content/kinh-te/lua/ga.jpg'] as Uint8Array;
    const poisoned = { ...site, 'content/kinh-te/lua/ga.jpg': Buffer.concat([ga, Buffer.from('POISON')]) };
    const redis = await startRedis();
    const store = `file://${temporaryFolder()}`;
    const worker = await startWorker(store, redis.url, { NODE_OPTIONS: `--require ${poison}` });
    const clone = inlineSite(poisoned);
    const result = await buildApart(clone.root, store, redis.url, 10_000);
    expect(reported(result)).toEqual(['content/kinh-te/lua/index.md:13:1 broken-picture']);
    expect(result.messages[0]?.values).toMatchObject({
      reason: 'it ended the program that reads it, three times',
    });
    expect(result).toMatchObject({ resized: 0, elsewhere: result.pictures - 3 });
    expect(worker.exitCode).toBeNull();
  });

  test('what is lost on the way is made here, and that is said', async () => {
    const site = await files();
    const expected = await alone(site);
    const redis = await startRedis();
    const store = await startStore();
    // No worker.
    const unheard = inlineSite(site);
    const first = await buildApart(unheard.root, store.url, redis.url);
    expect(first.resized).toBe(first.pictures);
    expect(shownOf(first.notices)).toEqual([
      expect.stringMatching(
        /^The queue redis:\/\/127\.0\.0\.1:\d+: no worker was there for \d+ s\. What workers had not made was made here\.$/,
      ),
    ]);
    expect(unheard.tree()).toEqual(expected);
    // The store, once the first picture was written.
    const worker = await startWorker(store.url, redis.url);
    store.entries.clear();
    let puts = 0;
    store.answer((request, response) => {
      if (request.method === 'PUT') puts += 1;
      request
        .resume()
        .on('end', () =>
          response.writeHead(request.method === 'PUT' && puts < 4 ? 201 : puts < 4 ? 404 : 500).end(),
        );
    });
    const unkept = inlineSite(site);
    const second = await buildApart(unkept.root, store.url, redis.url);
    expect(second).toMatchObject({ resized: second.pictures, errors: 0 });
    expect(shownOf(second.notices)[0]).toMatch(
      /^The store http.* failed twice \(it answers 500.*\): this build went/,
    );
    expect(unkept.tree()).toEqual(expected);
    // A worker that cannot store what it makes.
    const folderOfBuild = `file://${temporaryFolder()}`;
    const refusing = inlineSite(site);
    const refused = await buildApart(refusing.root, folderOfBuild, redis.url);
    expect(refused).toMatchObject({ resized: refused.pictures, errors: 0 });
    expect(shownOf(refused.notices)).toEqual([
      expect.stringMatching(
        /^The queue redis.*: a worker could not make a picture \(The store http.*made here\.$/,
      ),
    ]);
    await end(worker);
    // Redis.
    const folder = `file://${temporaryFolder()}`;
    await startWorker(folder, redis.url);
    const unasked = inlineSite(site);
    const building = buildApart(unasked.root, folder, redis.url);
    await delay(1500);
    await end(redis.process);
    const third = await building;
    expect(third.errors).toBe(0);
    expect(unasked.tree()).toEqual(expected);
    if (third.elsewhere < third.pictures)
      expect(shownOf(third.notices)[0]).toMatch(
        /^The queue redis:\/\/[\d.:]+: Redis was lost \(.*\)\. What workers/,
      );
    const fourth = await buildApart(inlineSite(site).root, `file://${temporaryFolder()}`, redis.url);
    expect(shownOf(fourth.notices)[0]).toContain('Redis was lost (connect ECONNREFUSED');
    expect(fourth.resized).toBe(fourth.pictures);
  });
});

test('the process that makes a picture ends with its worker, whatever it is doing', async () => {
  const main = createRequire(import.meta.url)
    .resolve('bullmq')
    .replace(/bullmq\/dist\/.*/, 'bullmq/dist/cjs/classes/main.js');
  const child = fork(main, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] });
  onTestFinished(() => end(child));
  child.send({ cmd: 0, value: pathToFileURL(fromRoot('lib/make-picture.js')).href });
  await once(child, 'message');
  child.send({ cmd: 1, job: { data: 'no JSON' } });
  child.disconnect();
  await once(child, 'exit');
  expect(child.signalCode).toBeNull();
});
