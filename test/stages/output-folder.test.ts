import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { locateOutput } from '../../src/stages/locate-output.ts';
import { collisions } from '../../src/stages/output-folder.ts';
import { article, configuration, type Files, inlineSite, readTree, reported } from '../inline-site.ts';

const files = { 'content/kinh-te/a.md': article('title: A') };
/** A folder with a site in it, so that there is room beside the site. */
function siteInFolder() {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'broadsheet-around-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const root = path.join(folder, 'site');
  renameSync(inlineSite(files).root, root);
  const at = (name: string): string => path.join(folder, name);
  const write = (name: string, content = 'quý'): void => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
  };
  return { folder, root, at, write };
}
const { build: buildSite } = await import('../../src/build/build.ts');
const build = (root: string, out: string, options: { cache?: boolean } = {}) =>
  buildSite({ root, out, now: Date.parse('2026-11-22T08:00:00+07:00'), cache: true, jobs: 1, ...options });

test('a new output folder is as readable as any that its user makes', async () => {
  const { root, at } = siteInFolder();
  await build(root, at('moi'));
  mkdirSync(at('khac'));
  expect(lstatSync(at('moi')).mode).toBe(lstatSync(at('khac')).mode);
});

test('siblings with names like those of our own work stay', async () => {
  const { root, at, write, folder } = siteInFolder();
  for (const name of [
    'x.building/content/a.md',
    '.broadsheet-building-1-abcdef/a',
    '.broadsheet-building-99999999-abcdef/a',
    '.x.building/a',
    'x.tmp/a',
  ])
    write(name);
  const before = readTree(folder);
  await build(root, at('x'));
  for (const [name, content] of before) expect(readFileSync(at(name)), name).toEqual(content);
  expect(readdirSync(folder).filter((name) => name.startsWith('.broadsheet-building-'))).toHaveLength(2);
});

test('a build that was stopped leaves a folder that the next one removes', async () => {
  const { root, at, write, folder } = siteInFolder();
  write(
    '.broadsheet-building-99999999-abcdef/.broadsheet',
    'Made by Broadsheet. The next build replaces what it wrote here.\n',
  );
  await build(root, at('x'));
  expect(readdirSync(folder).sort()).toEqual(['site', 'x']);
});

test('an output folder that is a link to an empty folder, to one that is not there, to one of ours', async () => {
  const { root, at, folder } = siteInFolder();
  mkdirSync(at('empty'));
  for (const [name, target] of [
    ['a', 'empty'],
    ['b', 'deep/er'],
  ] as const) {
    symlinkSync(at(target), at(name));
    for (let turn = 0; turn < 2; turn += 1) await build(root, at(name));
    expect(lstatSync(at(name)).isSymbolicLink()).toBe(true);
    expect(existsSync(at(`${target}/kinh-te/a/index.html`))).toBe(true);
  }
  symlinkSync('circle', at('circle'));
  await expect(build(root, at('circle'))).rejects.toThrow(/ELOOP/);
  expect(readdirSync(folder).sort()).toEqual(['a', 'b', 'circle', 'deep', 'empty', 'site']);
});

test('places are compared, not names: the output neither holds sources nor lies among them, by whatever link', () => {
  const { root, at } = siteInFolder();
  symlinkSync(path.join(root, 'content'), at('to-content'));
  symlinkSync(root, at('to-site'));
  symlinkSync(at(''), at('to-all'));
  mkdirSync(at('moved'));
  renameSync(path.join(root, 'content'), at('moved/content'));
  symlinkSync(at('moved/content'), path.join(root, 'content'));
  for (const out of [
    'to-content',
    'to-content/x',
    'to-site',
    'to-all',
    'to-all/site/content/x',
    'to-all/site/templates',
    'moved',
    'moved/content',
    'moved/content/x/y',
    'site/.cache/broadsheet',
    'site/node_modules/x',
    '',
  ])
    expect(() => locateOutput({ root, out: at(out) }), out).toThrow(/would hold, or lie in/);
  expect(locateOutput({ root: at('to-site'), out: at('to-all/x/y') })).toBe(at('x/y'));
});

test('a place where the system makes no folders is refused with its reason', async () => {
  await expect(build(siteInFolder().root, '/proc/x')).rejects.toThrow(/ENOENT/);
  await expect(build(siteInFolder().root, '/proc/x/y')).rejects.toThrow(/ENOENT/);
});

test('what others put into the output folder stays, also when the cache is lost; what builds wrote goes', async () => {
  const { root, at, write } = siteInFolder();
  await build(root, at('x'));
  for (const name of [
    'x/CNAME',
    'x/.git/config',
    'x/kinh-te/của-tôi.txt',
    'x/mine/broadsheet.config.ts',
    'x/mine/content/a.md',
    'x/.htpasswd',
  ])
    write(name);
  rmSync(path.join(root, '.cache'), { recursive: true });
  writeFileSync(path.join(root, 'broadsheet.config.ts'), configuration('routes: { feeds: false }'));
  expect(existsSync(at('x/rss.xml'))).toBe(true);
  await build(root, at('x'));
  expect(existsSync(at('x/rss.xml'))).toBe(false);
  for (const name of [
    'x/CNAME',
    'x/.git/config',
    'x/kinh-te/của-tôi.txt',
    'x/mine/content/a.md',
    'x/.htpasswd',
  ])
    expect(readFileSync(at(name), 'utf8'), name).toBe('quý');
});

test('a marker of version 0.1.0 is one of ours; another file of its name is none', async () => {
  const { root, at, write } = siteInFolder();
  write('old/.broadsheet', 'Made by Broadsheet. The next build replaces what is here.\n');
  write('old/gone.html');
  await build(root, at('old'));
  expect(existsSync(at('old/gone.html'))).toBe(false);
  write('other/.broadsheet', 'name: other');
  write('other/a.html');
  await expect(build(root, at('other'))).rejects.toThrow(/files that Broadsheet did not write/);
  expect(readFileSync(at('other/a.html'), 'utf8')).toBe('quý');
});

test('nothing is written or removed behind a link that lies in the output folder', async () => {
  const { root, at, write, folder } = siteInFolder();
  await build(root, at('x'));
  write('mine/a/index.html');
  rmSync(at('x/kinh-te'), { recursive: true });
  symlinkSync(at('mine'), at('x/kinh-te'));
  const before = readTree(path.join(folder, 'mine'));
  await expect(build(root, at('x'))).rejects.toThrow(/behind, a symbolic link/);
  rmSync(path.join(root, 'content/kinh-te/a.md'));
  await build(root, at('x')).catch(() => {});
  expect(readTree(path.join(folder, 'mine'))).toEqual(before);
  rmSync(at('x/kinh-te'));
  writeFileSync(path.join(root, 'content/kinh-te/a.md'), files['content/kinh-te/a.md']);
  await build(root, at('x'));
  expect(existsSync(at('x/kinh-te/a/index.html'))).toBe(true);
});

test('a name as long as the disk takes is written each time', async () => {
  const name = `${'n'.repeat(251)}.txt`;
  const site = inlineSite({ ...files, [`content/_static/${name}`]: '1' });
  await site.build();
  for (const content of ['22', '333']) {
    await site.write({ [`content/_static/${name}`]: content }).build();
    expect(site.read(name)).toBe(content);
  }
});

test('an output takes the place of a folder, and back', async () => {
  const at = (permalink: string): Files => ({
    'content/kinh-te/z.md': article(`title: Z\npermalink: ${permalink}`),
  });
  const site = inlineSite({ ...files, ...at('/cu.html/') });
  await site.build();
  const nested = site.tree();
  expect(nested.has('cu.html/index.html')).toBe(true);
  expect(reported(await site.write(at('/cu.html')).build())).toEqual([]);
  expect(site.read('cu.html')).toContain('<h1');
  await site.write(at('/cu.html/')).build();
  expect(site.tree()).toEqual(nested);
});

test('files in the way of an output', () => {
  const outputs = new Set(['a/b', 'c']);
  expect(collisions(outputs, ['a', 'a/b', 'a/b/c', 'c/d/e', 'x', 'a/c'])).toEqual(['a', 'a/b/c', 'c/d/e']);
});
