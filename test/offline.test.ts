import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
// @ts-expect-error: a script without types
import { findChromium } from '../scripts/find-chromium.mjs';
import { article, configuration, createSite } from './inline-site.ts';
import { runCli } from './run-cli.ts';

// A copy of a site, opened from a disk.
const site = createSite({
  'broadsheet.config.ts': configuration(
    "delivery: { precompressed: true }, embeds: ['youtube'], pictures: { formats: ['webp'] }",
  ),
  'content/kinh-te/lua/index.md': article(
    'title: Giá lúa tăng\ndate: 2026-11-02 08:00\naliases: [/cu/lua.html]\nimage: { src: lua.jpg, alt: Lúa }',
    'Xem [giấy phép](/GIAY-PHEP), [mía](../mia.md#gia) và [báo](https://khac.example/).\n\n::embed{src="https://www.youtube.com/watch?v=dQw4w9WgXcQ"}',
  ),
  'content/kinh-te/lua/lua.jpg': readFileSync('content/kinh-te/cang-lac-duong/cang-lac-duong.jpg'),
  'content/kinh-te/mia.md': article('title: Mía\ndate: 2026-11-01 08:00', '## Giá\n\nMía ngọt.'),
  'content/_static/GIAY-PHEP': 'Tự do sử dụng.',
  'content/_static/cu.css': 'a { background: url("/nen.png") } b { background: url(//x.example/a.png) }',
});
const copy = path.join(site.root, 'ban-sao');
const read = (name: string): string => readFileSync(path.join(copy, name), 'utf8');
const offline = (...args: string[]) => runCli(['offline', ...args], { cwd: site.root });

beforeAll(async () => {
  await site.build();
  expect(offline('ban-sao')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^\d+ files; open ban-sao\/index\.html\n$/),
  });
});
afterAll(() => site.dispose());

const attributesOf = (html: string, name: string): string[] =>
  Array.from(html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g')), ([, value = '']) => value);

test('addresses of the site lead on from the page, others are as they were', () => {
  const page = read('kinh-te/lua/index.html');
  const links = attributesOf(page, 'href');
  expect(links).toEqual(
    expect.arrayContaining(['../../index.html', '../mia/index.html#gia', 'https://khac.example/']),
  );
  for (const name of ['href', 'src', 'srcset', 'action'])
    expect(attributesOf(page, name).filter((value) => /(?:^|\s)\//.test(value))).toEqual([]);
  expect(attributesOf(page, 'srcset')[0]).toMatch(/^(?:\.\.\/\.\.\/media\/[\w.-]+ \d+w(?:, )?)+$/);
  expect(page).not.toContain('data-player');
  expect(page).toContain('href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"');
  expect(read('cu/lua.html')).toContain('content="0; url=../kinh-te/lua/index.html"');
  expect(read('cu.css')).toBe('a { background: url("nen.png") } b { background: url(//x.example/a.png) }');
  expect(existsSync(path.join(copy, 'index.html.br'))).toBe(false);
});

test('every file that pages name is there', () => {
  for (const page of ['index.html', 'kinh-te/index.html', 'kinh-te/lua/index.html', 'tim-kiem/index.html'])
    for (const address of [...attributesOf(read(page), 'href'), ...attributesOf(read(page), 'src')]) {
      const [file = ''] = address.split(/[?#]/);
      if (file === '' || /^[a-z]+:/.test(file)) continue;
      expect(existsSync(path.join(copy, path.dirname(page), file)), `${page}: ${address}`).toBe(true);
    }
});

test('readers search it and come to the article, and browsers have nothing to complain of', async () => {
  const browser = await chromium.launch({ executablePath: findChromium() });
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(request.url()));
  await page.goto(pathToFileURL(path.join(copy, 'kinh-te/mia/index.html')).href);
  await page.locator('.site-search input').fill('gia lua');
  await page.keyboard.press('Enter');
  const result = page.locator('#results a');
  await expect.poll(() => result.allTextContents(), { timeout: 15_000 }).toEqual(['Giá lúa tăng']);
  expect(await page.locator('#search-status').textContent()).toBe('1 bài viết');
  await page.locator('#q').fill('kinh t');
  const suggested = page.locator('#suggestions a');
  await expect
    .poll(() => suggested.evaluateAll((links) => links.map(String)), { timeout: 15_000 })
    .toEqual([pathToFileURL(path.join(copy, 'kinh-te/index.html')).href]);
  await page.locator('#q').fill('lúa');
  await expect.poll(() => result.allTextContents(), { timeout: 15_000 }).toEqual(['Giá lúa tăng']);
  await page.locator('#results img').evaluate((picture: HTMLImageElement) => picture.decode());
  await result.click();
  await expect.poll(() => page.title(), { timeout: 15_000 }).toBe('Giá lúa tăng - Báo Thử');
  expect(complaints).toEqual([]);
});

test('a copy replaces an earlier one, and nothing else', async () => {
  expect(offline('dist')).toMatchObject({ status: 2, stderr: expect.stringContaining('choose another') });
  expect(offline('dist/trong')).toMatchObject({ status: 2 });
  expect(offline('content')).toMatchObject({ status: 2 });
  site.write({ 'mine/a.txt': 'a' });
  expect(offline('mine')).toMatchObject({ status: 2, stderr: expect.stringContaining('did not write') });
  site.remove('content/kinh-te/mia.md');
  await site.build();
  writeFileSync(path.join(copy, 'note.txt'), 'mine');
  expect(offline('ban-sao').status).toBe(0);
  expect(existsSync(path.join(copy, 'kinh-te/mia'))).toBe(false);
  expect(read('note.txt')).toBe('mine');
});
