import { expect, test } from 'vitest';
import { check } from '../../src/build/check.ts';
import { toLfsPointer } from '../../src/bytes/lfs-pointer.ts';
import type { StoreOptions } from '../../src/store/store.ts';
import { article, type Files, inlineSite, reported } from '../inline-site.ts';
import { lfsPointerTo } from '../random-edits.ts';
import { picture, reading, startStore, withPictures, writing } from './start-store.ts';

/** A clone without the files that Git LFS has. */
const withPointers = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([file, content]) => [
      file,
      /\.(?:jpg|pdf|csv)$/.test(file) ? lfsPointerTo(content) : content,
    ]),
  );

test('pointers', () => {
  const oid = 'ab'.repeat(32);
  const found = { digest: 'ab'.repeat(16), size: 12345 };
  const lines = (...all: string[]) => toLfsPointer(Buffer.from(`${all.join('\n')}\n`));
  const version = 'version https://git-lfs.github.com/spec/v1';
  expect(lines(version, `oid sha256:${oid}`, 'size 12345')).toEqual(found);
  expect(lines('version https://hawser.github.com/spec/v1', `oid sha256:${oid}`, 'size 12345')).toEqual(
    found,
  );
  expect(lines(version, `ext-0-foo sha256:${oid}`, `oid sha256:${oid}`, 'size 12345')).toEqual(found);
  expect(lines(`${version}\r`, `oid sha256:${oid}\r`, 'size 12345\r')).toEqual(found);
  expect(lines(version, 'oid sha256:abc', 'size 12345')).toBeUndefined();
  expect(lines('# How pointers look', version, `oid sha256:${oid}`, 'size 12345')).toBeUndefined();
  expect(lines(version, `oid sha256:${oid}`, 'size 12345', 'x'.repeat(1024))).toBeUndefined();
});

test('pictures that Git LFS has elsewhere: the store has what is made of them', async () => {
  const files = await withPictures();
  const store = await startStore();
  const whole = inlineSite(files);
  const { pictures } = await whole.build({ store: writing(store.url) });
  const clone = inlineSite(withPointers(files));
  const alone = await clone.build();
  expect(reported(alone)).toEqual([
    'content/kinh-te/lua/index.md:4:15 lfs-pointer',
    'content/kinh-te/lua/index.md:6:1 lfs-pointer',
  ]);
  // A build with nothing else to do asks for what was missing.
  const shared = await clone.build({ store: reading(store.url) });
  expect(shared).toMatchObject({ errors: 0, resized: 0, fetched: pictures });
  expect(clone.tree()).toEqual(whole.tree());
  expect(await clone.build({ store: reading(store.url) })).toMatchObject({ errors: 0, written: 0 });
  const checked = (store?: StoreOptions) => check({ root: clone.root, now: Date.now(), jobs: 1, store });
  expect(await checked(reading(store.url))).toMatchObject({ errors: 0, notices: [] });
  // Whoever writes does not write when he checks.
  expect(await checked(writing(store.url))).toMatchObject({ errors: 0 });
  expect(reported(await checked()).filter((line) => line.endsWith('lfs-pointer'))).toEqual(reported(alone));
  // Without the store the build is that of a clean clone without it.
  expect(reported(await clone.build())).toEqual(reported(alone));
  const clean = inlineSite(withPointers(files));
  await clean.build();
  expect(clone.tree()).toEqual(clean.tree());
  // A size that nobody made.
  clone.write({ 'broadsheet.config.ts': (files['broadsheet.config.ts'] as string).replace('[80]', '[70]') });
  expect(reported(await clone.build({ store: reading(store.url) }))).toContain(
    'content/kinh-te/lua/index.md:6:1 lfs-pointer',
  );
  // The file is fetched after all.
  clone.write(files);
  await clone.build();
  expect(clone.tree()).toEqual(whole.tree());
});

test('other files that Git LFS has elsewhere are not published as pointers', async () => {
  const files: Files = {
    'content/kinh-te/a.md': article(
      'title: A\nattachments: [{ src: bang.pdf, title: Bảng }]',
      '[Bảng](bang.pdf)\n\n:::chart[Giá lúa]{data=gia.csv}\n:::\n\n![Ảnh](anh.jpg)\n\n[Tải ảnh](anh.jpg)',
    ),
    'content/kinh-te/bang.pdf': '%PDF-1.4 bảng',
    'content/kinh-te/gia.csv': 'tháng,giá\n1,5\n2,6\n',
    'content/kinh-te/anh.jpg': await picture(60, 40),
    'content/_static/logo.jpg': await picture(30, 40),
  };
  const store = await startStore();
  await inlineSite(files).build({ store: writing(store.url) });
  const clone = inlineSite(withPointers(files));
  expect(reported(await clone.build({ store: reading(store.url) }))).toEqual([
    'content/_static/logo.jpg lfs-pointer',
    'content/kinh-te/a.md:3:22 lfs-pointer',
    'content/kinh-te/a.md:6:1 lfs-pointer',
    'content/kinh-te/a.md:8:19 lfs-pointer',
    'content/kinh-te/a.md:13:1 lfs-pointer',
  ]);
  for (const [output, content] of clone.tree()) expect(content.includes('git-lfs'), output).toBe(false);
});
