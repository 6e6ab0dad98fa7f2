import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Digest, SourcePath } from '../../src/brands.ts';
import { digestOf } from '../../src/bytes/digest.ts';
import { unreadable } from '../../src/bytes/read-if-allowed.ts';
import { digestFile, sameStat } from '../../src/stages/read.ts';
import { createSite } from '../inline-site.ts';

const remembered = digestOf('một') as Digest;
const file = { path: 'content/a.csv' as SourcePath, size: 5, mtime: 1_000_000, ctime: 1_000_000, inode: 1 };
/** The digest of a file of other bytes whose stat is the one that the cache remembers. */
function digest(started: number, racy: boolean) {
  const site = createSite({});
  try {
    writeFileSync(path.join(site.root, file.path), 'hai');
    const { path: _, ...stat } = file;
    return digestFile({ file, root: site.root, old: { ...stat, digest: remembered, racy }, started });
  } finally {
    site.dispose();
  }
}

test('the remembered digest of a file is believed when its stat is the same', () =>
  expect(digest(9_000_000, false)).toMatchObject({ digest: remembered, racy: false }));

test('it is not believed when the file was racy', () =>
  expect(digest(9_000_000, true)).toMatchObject({ digest: digestOf('hai'), racy: false }));

test.each([
  [1_000_000, true],
  [1_001_999, true],
  [1_002_000, false],
])('a file changed at 1,000,000 ms and read at %d is racy: %s', (started, racy) =>
  expect(digest(started, true).racy).toBe(racy),
);

test.each(['size', 'mtime', 'ctime', 'inode'] as const)('a file of another %s is another one', (name) => {
  const { path: _, ...stat } = file;
  expect(sameStat(stat, stat)).toBe(true);
  expect(sameStat(stat, { ...stat, [name]: 7 })).toBe(false);
});

test('the younger of the times of content and entry counts', () => {
  const site = createSite({});
  writeFileSync(path.join(site.root, file.path), 'hai');
  const racy = (times: { mtime: number; ctime: number }) =>
    digestFile({ file: { ...file, ...times }, root: site.root, started: 1_500_000 }).racy;
  expect(racy({ mtime: 1, ctime: 1_499_000 })).toBe(true);
  expect(racy({ mtime: 1_499_000, ctime: 1 })).toBe(true);
  expect(racy({ mtime: 1, ctime: 1 })).toBe(false);
  site.dispose();
});

test.each(['', unreadable])('the digest %j is none, and is never believed', (digest) => {
  const site = createSite({});
  writeFileSync(path.join(site.root, file.path), 'hai');
  const { path: _, ...stat } = file;
  const old = { ...stat, digest: digest as Digest, racy: false };
  expect(digestFile({ file, root: site.root, old, started: 9_000_000 }).digest).toBe(digestOf('hai'));
  site.dispose();
});
