import { linkSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { article, type Files, type InlineSite, inlineSite, now, reported } from '../inline-site.ts';

const mark = 'chi-danh-cho-toa-soan';
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>${mark}</title></svg>`;
const files: Files = {
  'content/_data/so.json': `"${mark}"`,
  'content/_data/so.svg': svg,
  'content/_authors/an.md': `---\nname: An\nemail: ${mark}@bao.example\n---\n`,
  'content/_static/.well-known/security.txt': 'Contact: x',
  'content/_static/.mat/so.txt': mark,
  'content/kinh-te/_mau.md': mark,
  'content/kinh-te/nhap.md': article('title: Nháp\nstatus: draft', mark),
  'content/kinh-te/giu/index.md': article('title: Giữ\nstatus: draft\nattachments: [bang.csv]', mark),
  'content/kinh-te/giu/bang.csv': mark,
  'content/kinh-te/giu/hinh/so.svg': svg,
  'content/kinh-te/hong/index.md': '---\ntitle: [\n---\n',
  'content/kinh-te/hong/bang.csv': mark,
  'content/kinh-te/rut/index.md': article('title: Rút\nstatus: withdrawn', mark),
  'content/kinh-te/rut/bang.csv': mark,
};
const link = (site: InlineSite, name: string, target: string): void =>
  symlinkSync(target, path.join(site.root, 'content', name));

/** Outputs that have what is private in them. */
const leaks = (site: InlineSite): string[] =>
  [...site.tree()].flatMap(([name, bytes]) => (bytes.includes(mark) ? [name] : []));

test('symbolic and hard links in _static/ to what is private or held back', async () => {
  const site = inlineSite({ ...files, 'content/_static/san/a.txt': 'a', 'content/kinh-te/mo/so.csv': 'b' });
  link(site, '_static/so.json', '../_data/so.json');
  link(site, '_static/qua-hai-buoc.json', 'so.json');
  link(site, '_static/tac-gia.txt', '../_authors/an.md');
  link(site, '_static/chuyen-muc.txt', '../kinh-te/_index.md');
  link(site, '_static/mau.txt', '../kinh-te/_mau.md');
  link(site, '_static/nhap.txt', '../kinh-te/nhap.md');
  link(site, '_static/bang.csv', '../kinh-te/giu/bang.csv');
  link(site, '_static/hong.csv', '../kinh-te/hong/bang.csv');
  link(site, '_static/rut.csv', '../kinh-te/rut/bang.csv');
  link(site, '_static/an.txt', '.mat/so.txt');
  link(site, '_static/thu-muc', '../_data');
  link(site, '_static/duoc.txt', 'san/a.txt');
  link(site, '_static/cung-duoc.csv', '../kinh-te/mo/so.csv');
  linkSync(
    path.join(site.root, 'content/_data/so.json'),
    path.join(site.root, 'content/_static/ten-khac.json'),
  );
  const result = await site.build();
  expect(leaks(site)).toEqual([]);
  expect(reported(result)).toEqual([
    'content/_static passed-over info',
    'content/_static/an.txt private-file',
    'content/_static/bang.csv unpublished-file warning',
    'content/_static/chuyen-muc.txt private-file',
    'content/_static/hong.csv unpublished-file warning',
    'content/_static/mau.txt private-file',
    'content/_static/nhap.txt private-file',
    'content/_static/qua-hai-buoc.json private-file',
    'content/_static/rut.csv unpublished-file warning',
    'content/_static/so.json private-file',
    'content/_static/tac-gia.txt private-file',
    'content/_static/ten-khac.json private-file',
    'content/_static/thu-muc linked-folder warning',
    'content/kinh-te/_mau.md underscore-file info',
    'content/kinh-te/hong/index.md:3:1 yaml-syntax',
  ]);
  expect(result.messages.find(({ path: file }) => file.endsWith('qua-hai-buoc.json'))?.values).toMatchObject({
    real: 'content/_data/so.json',
  });
  expect(site.read('.well-known/security.txt')).toBe('Contact: x');
  expect(site.read('duoc.txt')).toBe('a');
  expect(site.read('cung-duoc.csv')).toBe('b');
  expect(reported(await site.build())).toEqual(reported(result));
});

test('attachments, links and pictures that lead to what is private or held back', async () => {
  const fields = [
    'title: A',
    'image: {src: so.svg, alt: Sổ}',
    'attachments: [/_data/so.json, "../%5fdata/so.json", ../kinh-te/../_data/so.json, so.json, _mau.md, nhap.md, ../_authors/an.md, _index.md, giu/bang.csv, mo.csv]',
  ];
  const body =
    '[x](so.json) [x](%2e%2e/_data/so.json) [x](/_static/../_data/so.json) [x](_mau.md) [x](giu/bang.csv) [x](rut/bang.csv) [x](/kinh-te/giu/bang.csv)\n\n![x](so.svg)\n\n![x](giu/hinh/so.svg)';
  const site = inlineSite({
    ...files,
    'content/kinh-te/a.md': article(fields.join('\n'), body),
    'content/kinh-te/mo/so.csv': 'b',
  });
  link(site, 'kinh-te/so.json', '../_data/so.json');
  link(site, 'kinh-te/so.svg', '../_data/so.svg');
  link(site, 'kinh-te/mo.csv', 'mo/so.csv');
  const result = await site.build();
  expect(leaks(site)).toEqual([]);
  const told = reported(result).filter((line) => line.startsWith('content/kinh-te/a.md'));
  const at = (line: number): string[] =>
    told
      .filter((one) => one.startsWith(`content/kinh-te/a.md:${line}:`))
      .map((one) => one.split(' ')[1] ?? '');
  expect(at(3)).toContain('private-file');
  expect(at(4)).toEqual([
    ...Array(5).fill('private-file'),
    ...Array(3).fill('missing-attachment'),
    'unpublished-file',
  ]);
  expect(at(7)).toEqual([
    'private-file',
    'private-file',
    'private-file',
    'private-file',
    'unpublished-file',
    'unpublished-file',
    'unpublished-file',
  ]);
  expect(at(9)).toEqual(['private-file']);
  expect(at(11)).toEqual(['unpublished-file']);
  expect([...site.tree().keys()].filter((name) => name.startsWith('media/'))).toEqual([
    expect.stringMatching(/^media\/mo-.*\.csv$/),
  ]);
});

test('a document whose name is a link to data is none', async () => {
  const site = inlineSite({
    'content/_data/a.md': article('title: A'),
    'content/_static/.mat/b.md': article('title: B'),
    'content/_chung/c.md': article('title: C'),
  });
  link(site, 'kinh-te/a.md', '../_data/a.md');
  link(site, 'kinh-te/b.md', '../_static/.mat/b.md');
  link(site, 'kinh-te/c.md', '../_chung/c.md');
  expect(reported(await site.build()).filter((line) => !line.includes('passed-over'))).toEqual([
    'content/kinh-te/a.md private-file',
    'content/kinh-te/b.md private-file',
  ]);
  expect([...site.tree().keys()].filter((name) => /^kinh-te\/.\//.test(name))).toEqual([
    'kinh-te/c/index.html',
  ]);
});

test('what is held back is published with its article, and a link is judged anew when it leads elsewhere', async () => {
  const site = inlineSite({
    'content/kinh-te/mai/index.md': article('title: Mai\ndate: 2026-11-23 06:00'),
    'content/kinh-te/mai/so.csv': 'x',
    'content/_data/so.csv': 'x',
    'content/_static/a.txt': 'a',
  });
  link(site, '_static/so.csv', '../kinh-te/mai/so.csv');
  await site.build();
  expect(site.has('so.csv')).toBe(false);
  const later = { now: now + 24 * 60 * 60 * 1000 };
  await site.build(later);
  expect(site.has('so.csv')).toBe(true);
  site.remove('content/_static/so.csv');
  link(site, '_static/so.csv', '../_data/so.csv');
  expect(reported(await site.build(later))).toEqual(['content/_static/so.csv private-file']);
  expect(site.has('so.csv')).toBe(false);
});

test('files of a folder that other documents share are not the held article’s alone', async () => {
  const site = inlineSite({
    'content/kinh-te/ho-so/index.md': article('title: Nháp\nstatus: draft'),
    'content/kinh-te/ho-so/ra.md': article('title: Ra\ncategory: kinh-te', '[x](so.csv)'),
    'content/kinh-te/ho-so/so.csv': 'x',
  });
  expect(reported(await site.build())).toEqual([]);
});
