import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, parseFragment } from 'parse5';
import { expect, test } from 'vitest';
// @ts-expect-error a script without types
import { findChromium } from '../../scripts/find-chromium.mjs';
import type { Compliance } from '../../src/reports/compliance.ts';
import { countEntries } from '../../src/reports/read-feed.ts';
import { isGraph } from '../../src/reports/read-graph.ts';
import { article, configuration, inlineSite } from '../inline-site.ts';
import { runCli } from '../run-cli.ts';

const portal = {
  'broadsheet.config.ts': configuration(
    "languages: { vi: {}, en: { title: 'Test' } }, compliance: { organisation: 'gioi-thieu', documents: '/kinh-te/', plans: '/khong-co/', englishOrganisation: 'en/about', statistics: 'https://thong-ke.example/' }",
  ),
  'content/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\n<h2>Cơ cấu</h2>\n',
  'content/en/about.md': '---\ntitle: About\n---\nx\n',
  'content/kinh-te/a.md': article('title: A & B', 'Xem [bài](khong-co.md).'),
  'content/xa-hoi/_index.md': '---\ntitle: Xã hội\n---\n',
};

test('an authority files what its portal has, and what is missing is named', () => {
  const site = inlineSite(portal);
  const run = (env: Record<string, string>) =>
    runCli(['report', 'compliance', '--site', site.root, '--to', `${site.root}/nop`, '--now', '2026-11-22'], {
      cwd: site.root,
      env,
    });
  const read = (): Compliance =>
    JSON.parse(readFileSync(path.join(site.root, 'nop/compliance.json'), 'utf8')) as Compliance;

  const { status, stdout, stderr } = run({ CHROMIUM: findChromium() as string });
  expect({ status, stdout }).toEqual({ status: 1, stdout: 'nop/compliance.html\nnop/compliance.json\n' });
  expect(stderr).toBe(
    'no page answers these, write them into "compliance" in broadsheet.config.ts: treaties, procedures, guidance, plans, contacts, finances, links, englishContacts\n',
  );
  const report = read();
  expect(report).toMatchObject({ title: 'Báo Thử', origin: 'https://bao.example', day: '2026-11-22' });
  expect(report.decree).toMatchObject({
    name: 'Nghị định 42/2022/NĐ-CP',
    checked: '2026-11-30',
    successor: { name: 'Nghị định 224/2026/NĐ-CP', since: '2026-07-01' },
  });
  expect(report.points.filter(({ state }) => state !== 'none').map(({ id, state }) => [id, state])).toEqual([
    ['documents', 'answered'],
    ['plans', 'dead'],
    ['organisation', 'answered'],
    ['statistics', 'answered'],
    ['englishOrganisation', 'answered'],
  ]);
  const { accessibility } = report;
  if (accessibility.state !== 'checked') throw new Error(accessibility.reason);
  expect(new Set(accessibility.pages.map(({ kind }) => kind))).toEqual(
    new Set(['home', 'list', 'plain', 'article', 'archive', 'search', 'feeds', 'not-found']),
  );
  expect(accessibility.pages.filter(({ violations }) => violations.length > 0)).toEqual([]);
  expect(new Set(accessibility.pages.map(({ scheme }) => scheme))).toEqual(new Set(['light', 'dark']));
  expect(report.structuredData).toMatchObject({ broken: [] });
  expect(report.structuredData.pages).toBeGreaterThan(5);
  expect(report.feeds).toMatchObject({ files: 8, broken: [] });
  expect(report.deadLinks).toEqual([{ place: 'content/kinh-te/a.md:5:5', rule: 'dead-link' }]);
  expect(report.languages).toEqual([
    { language: 'vi', articles: 1, pages: 1 },
    { language: 'en', articles: 0, pages: 1 },
  ]);
  expect(report.sections).toEqual([
    { title: 'Kinh tế', language: 'vi', articles: 1, updated: '2026-11-16' },
    { title: 'Xã hội', language: 'vi', articles: 0 },
  ]);

  const html = readFileSync(path.join(site.root, 'nop/compliance.html'), 'utf8');
  const errors: string[] = [];
  parse(html, { onParseError: ({ code }) => errors.push(code) });
  expect(errors).toEqual([]);
  expect(html).toContain('Từ ngày 01/07/2026 nghị định này được thay bằng Nghị định 224/2026/NĐ-CP');
  expect(html).toContain('<td><strong>thiếu: “/khong-co/” không có trong trang</strong></td>');
  expect(html).toContain(
    '<td>Cập nhật gần nhất</td>'.replace(/td/g, 'th').replace('<th>', '<th scope="col">'),
  );
  expect(parseFragment(html)).toBeTruthy();

  // Without a browser the rest is there, and what is missing is said.
  const without = run({ CHROMIUM: '/khong/co', PATH: path.dirname(process.execPath) });
  expect(without.stderr).toContain('accessibility was not checked: run npm install');
  expect(read().accessibility).toEqual({ state: 'unchecked', reason: 'browser' });
  expect(read().sections).toEqual(report.sections);
});

test.each([
  [
    'rss.xml',
    '<rss version="2.0"><channel><title>A</title><link>/</link><description>B</description></channel></rss>',
    0,
  ],
  [
    'rss.xml',
    '<rss><channel><title>A</title><link>/</link><description/><item><title>C</title><link>/c</link><guid>c</guid></item></channel></rss>',
    1,
  ],
  [
    'rss.xml',
    '<rss><channel><title>A</title><link>/</link><description/><item><title>C</title></item></channel></rss>',
    undefined,
  ],
  ['rss.xml', '<rss><channel><title>A & B</title><link>/</link><description/></channel></rss>', undefined],
  ['rss.xml', '', undefined],
  [
    'atom.xml',
    '<feed><id>a</id><title>A</title><updated>x</updated><entry><id>c</id><title>C</title><updated>x</updated></entry></feed>',
    1,
  ],
  ['atom.xml', '<feed><id>a</id><title>A</title><entry/></feed>', undefined],
  ['feed.json', '{"version":"https://jsonfeed.org/version/1.1","title":"A","items":[{"id":"c"}]}', 1],
  ['feed.json', '{"version":"https://jsonfeed.org/version/1.1","title":"A","items":[{}]}', undefined],
  ['feed.json', '{"items":[]', undefined],
])('%s as readers of feeds read it: %s', (name, text, entries) => {
  expect(countEntries(name, text)).toBe(entries);
});

test.each([
  ['{"@context":"https://schema.org","@graph":[{"@type":"WebPage"}]}', true],
  ['{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"A"}]}', false],
  ['{"@context":"https://schema.org","@graph":[{"name":"A"}]}', false],
  ['{"@type":"WebPage"}', false],
  ['{', false],
])('structured data %s', (text, isRead) => {
  expect(isGraph(text)).toBe(isRead);
});
