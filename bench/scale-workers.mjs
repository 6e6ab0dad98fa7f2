// The modes of scale.mjs that have a queue: workers, the cost of a job, the memory of Redis, the model.
import { once } from 'node:events';
import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pLimit from 'p-limit';
import {
  build,
  childrenOf,
  cli,
  copy,
  folder,
  keys,
  loadSources,
  print,
  signing,
  start,
  startRedis,
  ticks,
} from './scale-setup.mjs';

const storeAt = (name) => ['--store', `file://${folder}/${name}`];
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

/** A build of a site of which so many workers make the pictures; prints and returns what it cost. */
export async function runWorkers(site, count, { redis, url }) {
  const address = [...storeAt(`store-${count}`), '--queue', url];
  const workers = Array.from({ length: count }, () => start(process.execPath, [cli, 'worker', ...address]));
  await delay(5000);
  const spent = () => sum(workers.flatMap((worker) => [worker, ...childrenOf(worker)]).map(ticks));
  const before = [redis].map(ticks).concat(spent());
  const result = await build(copy(site), address, keys);
  const cost = { redisSeconds: ticks(redis) - before[0], workerSeconds: spent() - before[1] };
  print({ workers: count, ...result, ...cost });
  for (const worker of workers) worker.kill('SIGTERM');
  await Promise.all(workers.map((worker) => once(worker, 'exit')));
  return { ...result, ...cost };
}

/** The site's pictures by so many workers. */
export async function queue(site, counts) {
  const server = await startRedis();
  for (const count of counts) await runWorkers(site, count, server);
  server.redis.kill();
}

/**
 * What a model of one build and its workers says, beside what was measured. Workers on one machine share its
 * cores; those on machines of their own are played: each waits as long as a picture takes, and puts what was
 * made before into the store.
 */
export async function model(site, pictures) {
  const server = await startRedis();
  const together = [];
  for (const count of [1, 2, 4]) together.push([count, await runWorkers(site, count, server)]);
  const [, one] = together[0];
  const jobs = Number(pictures);
  const fixed = one.wall - one.timings.output / 1000;
  const cpuOf = ({ cpu, redisSeconds, workerSeconds }) => cpu + redisSeconds + workerSeconds;
  const own = (one.cpu * (one.timings.output / 1000)) / one.wall / jobs;
  const work = one.workerSeconds / jobs;
  print({ jobs, fixed, secondsOfAJob: { worker: work, build: own, redis: one.redisSeconds / jobs } });
  for (const [workers, result] of together) {
    const cores = availableParallelism();
    const ofCores = (work + own + one.redisSeconds / jobs) / cores;
    const predicted = fixed + Math.max(work * Math.ceil(jobs / workers), jobs * Math.max(own, ofCores));
    const coresGot = cpuOf(result) / result.wall;
    print({ workers, onOneMachine: true, cores, coresGot, predicted, measured: result.wall });
  }
  for (const workers of [1, 2, 4, 8, 32]) {
    const predicted = fixed + Math.max(work * Math.ceil(jobs / workers), jobs * own);
    const measured = await playWorkers(site, { workers, seconds: work, url: server.url });
    print({ workers, onOneMachine: false, predicted, measured });
  }
  server.redis.kill();
}

/** The time of a build with workers that wait instead of working. */
async function playWorkers(site, { workers, seconds, url }) {
  const { findQueueName, openPictures } = await loadSources(['queue/job', 'store/pictures']);
  const asked = [];
  const { has } = await openPictures({ has: async (key) => void asked.push(key) });
  const store = `played-${workers}`;
  mkdirSync(path.join(folder, store));
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const play = async ({ data }) => {
    await delay(seconds * 1000);
    for (const operation of data.operations) {
      await has(operation);
      const key = asked.pop();
      linkSync(path.join(folder, 'store-1', key), path.join(folder, store, key));
    }
    return true;
  };
  const worker = new Worker(await findQueueName(), play, { connection, concurrency: workers });
  await worker.waitUntilReady();
  const { wall: measured, resized } = await build(copy(site), [...storeAt(store), '--queue', url], keys);
  if (resized > 0) throw new Error(`${resized} were made by the build`);
  await worker.close();
  connection.disconnect();
  return measured;
}

const someOperations = (count, more) =>
  Array.from({ length: count }, (_, index) => ({
    output: `media/picture-${index}.webp`,
    width: 320 + index,
    height: 240,
    format: 'webp',
    quality: 80,
    from: { width: 2400, height: 1600 },
    ...more,
  }));

/** The most memory that Redis takes while so many pictures are asked for, by workers that do nothing. */
export async function memory(count) {
  const { openQueue, findQueueName, askWorkers, digestOf } = await loadSources([
    'queue/ask',
    'queue/job',
    'stages/ask-workers',
    'bytes/digest',
  ]);
  const { redis, url } = await startRedis();
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const usedOf = async (what) =>
    Number(new RegExp(`${what}:(\\d+)`).exec(await connection.info('memory'))[1]) / 1e6;
  const before = await usedOf('used_memory');
  const worker = new Worker(await findQueueName(), async () => true, { connection, concurrency: 16 });
  const asking = await openQueue({ url });
  writeFileSync(path.join(folder, 'picture'), 'x');
  const source = digestOf('x');
  // Eleven versions each, of one file under many names.
  const wanted = Array.from({ length: count }, (_, index) =>
    someOperations(11, { source, height: index }).map((operation) => ({
      from: `${index}/../picture`,
      operation,
    })),
  ).flat();
  let done = 0;
  const left = await askWorkers({
    root: folder,
    wanted,
    stored: { writeSource: async () => {}, read: async () => Buffer.alloc(1) },
    queue: asking,
    done: () => (done += 1),
    report: () => {},
  });
  print({
    pictures: count,
    versions: done,
    left: left.length,
    before,
    peak: await usedOf('used_memory_peak'),
  });
  await asking.close();
  await worker.close();
  connection.disconnect();
  redis.kill();
  await once(redis, 'exit');
}

/** What a job costs beyond its work: jobs of which everything is in the store already. */
export async function overhead(count) {
  const { openQueue, openStore, openPictures } = await loadSources([
    'queue/ask',
    'store/store',
    'store/pictures',
  ]);
  const store = await openStore({
    url: `file://${folder}/store`,
    mode: 'write',
    keys: { private: signing.BROADSHEET_STORE_PRIVATE_KEY },
  });
  const pictures = await openPictures(store);
  const operations = someOperations(count, { source: 'a' });
  for (const operation of operations) await pictures.write(operation, Buffer.from('x'));
  await store.flush();
  const { redis, url } = await startRedis();
  const worker = start(process.execPath, [
    ...process.execArgv,
    cli,
    'worker',
    ...storeAt('store'),
    '--queue',
    url,
  ]);
  await delay(8000);
  const asking = await openQueue({ url, patience: 60_000 });
  // As many at a time as a build asks for.
  const inTurn = pLimit(256);
  const askAll = (some) =>
    Promise.all(some.map((one) => inTurn(() => asking.ask({ source: 'a', operations: [one] }))));
  await askAll(operations.slice(0, 20));
  const [child] = childrenOf(worker);
  const before = [worker, child, redis].map(ticks);
  const own = process.cpuUsage();
  await askAll(operations.slice(20));
  const { user, system } = process.cpuUsage(own);
  const jobs = count - 20;
  const [inWorker, inChild, inRedis] = [worker, child, redis].map(
    (one, at) => ((ticks(one) - before[at]) * 1000) / jobs,
  );
  const inBuild = (user + system) / 1000 / jobs;
  print({ jobs, millisecondsOfAJob: { build: inBuild, worker: inWorker, child: inChild, redis: inRedis } });
  await asking.close();
  worker.kill('SIGTERM');
  await once(worker, 'exit');
  redis.kill();
}
