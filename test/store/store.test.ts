import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { makeKeys } from '../../src/store/keys.ts';
import { article, configuration, inlineSite } from '../inline-site.ts';
import { keys, picture, reading, startStore, withPictures, writing } from './start-store.ts';

const shownOf = (notices: readonly { readonly en: string }[] = []) => notices.map(({ en }) => en);

test('what one machine made another takes: pictures by those who read, the snapshot by those with its key', async () => {
  const files = await withPictures();
  const store = await startStore();
  const alone = inlineSite(files);
  await alone.build();
  const first = inlineSite(files);
  const made = await first.build({ store: writing(store.url) });
  expect(made).toMatchObject({ resized: made.pictures, fetched: 0 });
  expect(made.notices).toBeUndefined();
  expect([...store.entries.keys()].every((name) => /^\/ac\/[0-9a-f]{64}$/.test(name))).toBe(true);

  const clone = inlineSite(files);
  expect(await clone.build({ store: writing(store.url) })).toMatchObject({
    parsed: 0,
    resized: 0,
    fetched: made.pictures,
  });
  const pull = inlineSite(files);
  const puts = store.requests.filter((method) => method === 'PUT').length;
  expect(await pull.build({ store: reading(store.url) })).toMatchObject({
    parsed: made.parsed,
    resized: 0,
    fetched: made.pictures,
  });
  expect(store.requests.filter((method) => method === 'PUT')).toHaveLength(puts);
  for (const site of [first, clone, pull]) expect(site.tree()).toEqual(alone.tree());
  // A clone goes on as the machine that left the snapshot would.
  clone.write({ 'content/kinh-te/gao.md': article('title: Gạo') });
  pull.write({ 'content/kinh-te/gao.md': article('title: Gạo') });
  expect(await clone.build({ store: writing(store.url) })).toMatchObject({ parsed: 1, fetched: 0 });
  await pull.build();
  expect(clone.tree()).toEqual(pull.tree());
});

test('the snapshot tells nothing to those without its key', async () => {
  const store = await startStore();
  const site = inlineSite(await withPictures());
  await site.build({ store: writing(store.url) });
  const all = Buffer.concat([...store.entries.values()]);
  for (const secret of ['Bí mật', 'Nguồn tin kín', 'status']) expect(all.includes(secret)).toBe(false);
  const clone = inlineSite(await withPictures());
  const other = { ...writing(store.url), keys: { private: keys.private, snapshot: makeKeys().snapshot } };
  expect((await clone.build({ store: other })).parsed).toBeGreaterThan(0);
});

test('a snapshot is not taken for what lies in the output folder', async () => {
  const files = await withPictures();
  const store = await startStore();
  await inlineSite(files).build({ store: writing(store.url) });
  const site = inlineSite({ ...files, 'content/kinh-te/cu.md': article('title: Cũ') });
  await site.build();
  site.remove('.cache').remove('content/kinh-te/cu.md');
  site.write({ 'dist/kinh-te/lua/index.html': 'đã sửa tay' });
  await site.build({ store: writing(store.url) });
  const clean = inlineSite(files);
  await clean.build();
  expect(site.tree()).toEqual(clean.tree());
});

test('an entry that is damaged, forged or another one is not used, with one notice', async () => {
  const files = await withPictures();
  const store = await startStore();
  const alone = inlineSite(files);
  const { pictures } = await alone.build();
  await inlineSite(files).build({ store: writing(store.url) });
  const whole = [...store.entries];
  const other = whole.map(([, entry]) => entry);
  const forged = await startStore();
  await inlineSite(files).build({ store: writing(forged.url, { keys: makeKeys() }) });
  const site = inlineSite(files);
  await site.build();
  const wrongs: readonly ((name: string, entry: Buffer, at: number) => Buffer)[] = [
    (_, entry) => Buffer.concat([entry.subarray(0, -1), Buffer.from([(entry.at(-1) as number) ^ 1])]),
    (_, entry) => entry.subarray(0, entry.length >> 1),
    () => Buffer.alloc(0),
    () => Buffer.from('<html>404</html>'),
    (_, __, at) => other[(at + 1) % other.length] as Buffer,
    (name, entry) => forged.entries.get(name) ?? entry.subarray(1),
  ];
  for (const wrong of wrongs) {
    whole.forEach(([name, entry], at) => void store.entries.set(name, wrong(name, entry, at)));
    site.remove('dist');
    const result = await site.build({ cache: false, store: reading(store.url) });
    expect(result).toMatchObject({ resized: pictures, fetched: 0 });
    expect(shownOf(result.notices)).toEqual([
      `The store ${store.url} had wrong entries, damaged or signed by another key: ${pictures + 2}. They were not used.`,
    ]);
    expect(site.tree()).toEqual(alone.tree());
  }
  // Those who write put right ones in their places.
  await inlineSite(files).build({ store: writing(store.url) });
  expect(await inlineSite(files).build({ store: reading(store.url) })).toMatchObject({ fetched: pictures });
});

test('a store that fails, is silent or breaks off does not hold a build up: it goes on alone and says so', async () => {
  const files = await withPictures();
  const alone = inlineSite(files);
  const { pictures } = await alone.build();
  const store = await startStore();
  const site = inlineSite(files);
  await site.build();
  const failures = [
    ['it answers 500', (_, response) => response.writeHead(500).end('no')],
    ['it answers 301', (_, response) => response.writeHead(301, { location: '/x' }).end()],
    ['it answers 401', (_, response) => response.writeHead(401).end()],
    ['it does not answer in time', () => {}],
    [
      'it does not answer in time',
      (_, response) => void response.writeHead(200).write('broadsheet store 1 '),
    ],
    ['other side closed', (request) => request.socket.destroy()],
  ] as const satisfies readonly (readonly [string, Parameters<typeof store.answer>[0]])[];
  for (const [reason, answer] of failures) {
    store.answer(answer);
    store.requests.length = 0;
    site.remove('dist');
    const result = await site.build({ cache: false, store: writing(store.url) });
    expect(result).toMatchObject({ resized: pictures, fetched: 0 });
    expect(shownOf(result.notices)).toEqual([
      `The store ${store.url} failed twice (${reason}): this build went on without it.`,
    ]);
    expect(site.tree()).toEqual(alone.tree());
    // Two tries of the first request, and of that beside it.
    expect(store.requests.length).toBeLessThanOrEqual(4);
  }
  store.answer((request, response) => response.writeHead(request.method === 'PUT' ? 403 : 404).end());
  site.remove('dist');
  expect(shownOf((await site.build({ cache: false, store: writing(store.url) })).notices)).toEqual([
    `The store ${store.url} failed twice (it answers 403 to PUT): this build went on without it.`,
  ]);
  expect(site.tree()).toEqual(alone.tree());
  const nowhere = await alone.build({ cache: false, store: writing('http://127.0.0.1:9/ac') });
  expect(shownOf(nowhere.notices)[0]).toContain('The store http://127.0.0.1:9/ac failed twice (');
  expect(nowhere.resized).toBe(pictures);
});

test('one failure is tried again', async () => {
  const files = await withPictures();
  const store = await startStore();
  await inlineSite(files).build({ store: writing(store.url) });
  let failed = 0;
  const entries = store.entries;
  store.answer((request, response) => {
    if (failed++ % 2 === 0) response.writeHead(503).end();
    else response.writeHead(200).end(entries.get(request.url ?? ''));
  });
  // One request at a time, as a snapshot is.
  expect(await inlineSite(files).build({ store: { ...writing(store.url) } })).toMatchObject({ parsed: 0 });
});

test('a folder is a store too', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = await withPictures();
  const url = `file://${folder}/kho%20chung`;
  const { pictures } = await inlineSite(files).build({ store: writing(url) });
  expect(await inlineSite(files).build({ store: writing(url) })).toMatchObject({
    parsed: 0,
    fetched: pictures,
  });
  const place = path.join(folder, 'kho chung');
  for (const name of readdirSync(place)) {
    const bytes = readFileSync(path.join(place, name));
    writeFileSync(path.join(place, name), bytes.subarray(0, bytes.length - 1));
  }
  expect(await inlineSite(files).build({ store: reading(url) })).toMatchObject({ fetched: 0 });
});

test('an operation has one key: another size, quality or picture is another entry, another name is not', async () => {
  const files = await withPictures();
  const store = await startStore();
  const { pictures } = await inlineSite(files).build({ store: writing(store.url) });
  const config = files['broadsheet.config.ts'] as string;
  const other = {
    ...files,
    'broadsheet.config.ts': config.replace('pictures: {', 'pictures: { quality: { webp: 60 },'),
  };
  expect((await inlineSite(other).build({ store: reading(store.url) })).fetched).toBeLessThan(pictures);
  const changed = { ...files, 'content/kinh-te/lua/kho.jpg': await picture(91, 60) };
  expect((await inlineSite(changed).build({ store: reading(store.url) })).fetched).toBeLessThan(pictures);
  const { 'content/kinh-te/lua/kho.jpg': kho, ...rest } = files;
  const renamed = {
    ...rest,
    'content/kinh-te/lua/index.md': (files['content/kinh-te/lua/index.md'] as string).replace(
      'kho.jpg',
      'khác.jpg',
    ),
    'content/kinh-te/lua/khác.jpg': kho as Buffer,
  };
  expect(await inlineSite(renamed).build({ store: reading(store.url) })).toMatchObject({ fetched: pictures });
});

test('an icon on a ground is another entry than the same picture in the same size without one', async () => {
  const clear = { width: 180, height: 180, channels: 4, background: '#ff000080' } as const;
  const files = {
    'broadsheet.config.ts': configuration('pictures: { widths: [180], formats: [] }').replace(
      'site: {',
      "site: { icon: 'dau.png',",
    ),
    'content/dau.png': await sharp({ create: clear }).png().toBuffer(),
    'content/kinh-te/a.md': article('title: A', '![Dấu](/dau.png)'),
  };
  const store = await startStore();
  const alone = inlineSite(files);
  await alone.build();
  for (let turn = 0; turn < 2; turn += 1) {
    const clone = inlineSite(files);
    await clone.build({ store: writing(store.url) });
    expect(clone.tree()).toEqual(alone.tree());
  }
});

test('what cannot be a store is said before anything is built', async () => {
  const site = inlineSite();
  const build = (store: Parameters<typeof site.build>[0]) => site.build(store);
  const message = async (url: string, more = {}) =>
    build({ store: { ...writing(url), ...more } }).then(
      () => 'built',
      (error: Error) => error.message,
    );
  expect(await message('/srv/kho')).toBe(
    '--store /srv/kho: expected an address such as https://store.example/ac, s3://bucket/folder or file:///srv/store',
  );
  expect(await message('ftp://ai:mat-khau@kho.example/')).toContain('--store ftp://kho.example/: expected');
  expect(await message('https://kho.example', { keys: {} })).toBe(
    'the store needs BROADSHEET_STORE_PRIVATE_KEY: “broadsheet store keys” makes the keys',
  );
  expect(await message('https://kho.example', { mode: 'read', keys: {} })).toBe(
    'the store needs BROADSHEET_STORE_PUBLIC_KEY: “broadsheet store keys” makes the keys',
  );
  expect(await message('https://kho.example', { keys: { private: 'abc' } })).toBe(
    'BROADSHEET_STORE_PRIVATE_KEY is no key: “broadsheet store keys” makes them',
  );
  expect(await message('s3://kho/anh')).toBe(
    'a store at s3: needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
  );
});
