import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Digest, SourcePath } from '../../src/brands.ts';
import { digestOf } from '../../src/bytes/digest.ts';
import { digestFile } from '../../src/stages/read.ts';
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
