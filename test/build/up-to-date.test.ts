import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Digest, OutputPath, SourcePath } from '../../src/brands.ts';
import { isBetweenChanges, isUpToDate } from '../../src/build/up-to-date.ts';
import { digestOf } from '../../src/bytes/digest.ts';
import type { LastBuild, State } from '../../src/cache/state.ts';
import { createState } from '../../src/cache/state.ts';
import { diagnose } from '../../src/diagnostics/diagnose.ts';
import { discover } from '../../src/stages/discover.ts';
import { digestFile } from '../../src/stages/read.ts';
import { createWriter } from '../../src/stages/write.ts';
import { createSite } from '../inline-site.ts';

/** A site of one language. */
const trees = { languages: undefined, languageFiles: 'folders', site: { language: 'vi' } } as const;

const key = digestOf('key');
const now = 1_000;

/** A site as a build has left it, and the question whether another one would do nothing. */
async function built() {
  const site = createSite({ 'content/a/b.md': 'một', 'content/a/bang.csv': '1,2', 'data.json': '{}' });
  onTestFinished(site.dispose);
  const { root } = site;
  const out = path.join(root, 'dist');
  const old: { -readonly [Key in keyof State]: State[Key] } = createState('', '');
  const started = Date.now() + 60_000;
  for (const file of discover({ root, trees }).files)
    old.files.set(
      file.path,
      file.path.endsWith('.csv')
        ? { ...digestFile({ file, root, started }), digest: '' }
        : digestFile({ file, root, started }),
    );
  site.write({ 'dist/x.html': '' });
  const writer = createWriter({ folder: out, fresh: true });
  const written = writer.write('a.html' as OutputPath, 'Trang');
  await writer.finish();
  old.outputs.set('a.html' as OutputPath, { ...written, key } as never);
  const last = { key, now, until: 2_000, messages: [], reads: [['data.json', digestOf('{}')]] };
  old.last = last as unknown as LastBuild;
  const refreshed: string[] = [];
  const ask = (changes: { key?: Digest; now?: number } = {}): boolean =>
    isUpToDate({
      root,
      out,
      key,
      now,
      started: Date.now() + 60_000,
      discovered: discover({ root, trees }),
      old,
      refresh: (files) => refreshed.push(...files.keys()),
      ...changes,
    });
  return { site, root, out, old, ask, refreshed };
}

test('a build of what is as it was does nothing', async () => {
  const { ask, refreshed } = await built();
  expect(ask()).toBe(true);
  expect(refreshed).toEqual([]);
});

test('another key or moment, and no build before', async () => {
  const { ask, old } = await built();
  expect(ask({ key: digestOf('other') })).toBe(false);
  expect([999, 1_000, 1_999, 2_000].map((moment) => ask({ now: moment }))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  delete old.last;
  expect(ask()).toBe(false);
});

test('a site that never changes by itself', () =>
  expect(isBetweenChanges({ now: 5 } as LastBuild, 1e15)).toBe(true));

test.each(['edited', 'added', 'removed', 'renamed', 'other', 'output', 'outputGone', 'read', 'readGone'])(
  'what is %s asks for a build',
  async (what) => {
    const { ask, site, out, root } = await built();
    const changes: Readonly<Record<string, () => unknown>> = {
      edited: () => site.write({ 'content/a/b.md': 'hai' }),
      added: () => site.write({ 'content/a/c.md': 'ba' }),
      removed: () => site.remove('content/a/b.md'),
      renamed: () => site.move('content/a/b.md', 'content/a/c.md'),
      other: () => site.write({ 'content/a/bang.csv': '1,2,3' }),
      output: () => writeFileSync(path.join(out, 'a.html'), 'Khác!'),
      outputGone: () => rmSync(path.join(out, 'a.html')),
      read: () => site.write({ 'data.json': '[]' }),
      readGone: () => rmSync(path.join(root, 'data.json')),
    };
    changes[what]?.();
    expect(ask()).toBe(false);
  },
);

test('a file that was touched is read, and is then remembered', async () => {
  const { ask, root, refreshed, old } = await built();
  utimesSync(path.join(root, 'content/a/b.md'), 100, 100);
  expect(ask()).toBe(true);
  expect(refreshed).toContain('content/a/b.md');
  expect(refreshed).toHaveLength(old.files.size);
});

test('what is told of the list of files', async () => {
  const { root, out, old } = await built();
  const told = (names: string, rule: 'passed-over' | 'not-utf8' = 'passed-over') =>
    isUpToDate({
      root,
      out,
      key,
      now,
      started: Date.now() + 60_000,
      discovered: {
        ...discover({ root, trees }),
        messages: [diagnose(rule, 'content' as SourcePath, {}, { names })],
      },
      old,
      refresh: () => {},
    });
  expect(told('a')).toBe(false);
  old.last = {
    ...old.last,
    messages: [diagnose('passed-over', 'content', {}, { names: 'a' })],
  } as unknown as LastBuild;
  expect([told('a'), told('b'), told('a', 'not-utf8')]).toEqual([true, false, false]);
});
