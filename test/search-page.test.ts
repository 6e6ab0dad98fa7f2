import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
// @ts-expect-error: a script without types
import { findChromium } from '../scripts/find-chromium.mjs';
import { article, createSite, type Files } from './inline-site.ts';

// The page on which readers search, in a browser.
const archive: Files = Object.fromEntries(
  Array.from({ length: 24 }, (_, index) => [
    `content/kinh-te/bai-${index}.md`,
    article(
      `title: Chợ số ${index}\nsummary: Một câu.\ndate: 2025-10-${String(index + 1).padStart(2, '0')} 08:00`,
      'Ở đây có bán đảo nhỏ và nhiều ghe.',
    ),
  ]),
);
const site = createSite({
  ...archive,
  'content/xa-hoi/_index.md': '---\ntitle: Xã hội\n---\n',
  'content/xa-hoi/lua.md': article(
    'title: Giá lúa tăng\ndate: 2026-11-02 08:00\ntags: [vựa lúa]\nauthors: [Tuyết Ngọc]',
  ),
  'content/xa-hoi/dao.md': article('title: Bàn đạo <em>mới</em>\ndate: 2026-11-01 08:00'),
});
let browser: Browser;
beforeAll(async () => {
  await site.build();
  browser = await chromium.launch({ executablePath: findChromium() });
});
afterAll(async () => {
  await browser?.close();
  site.dispose();
});

const policy =
  "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

interface Visited {
  readonly page: Page;
  readonly asked: string[];
  readonly errors: string[];
}

/** Opens an address of the site, served with the documented policy; without the files that `gone` names. */
async function visit(
  address: string,
  {
    gone = /^$/,
    root = site.root,
    ...options
  }: BrowserContextOptions & { gone?: RegExp; root?: string } = {},
): Promise<Visited> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
  onTestFinished(() => context.close());
  const asked: string[] = [];
  const errors: string[] = [];
  await context.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(pathname);
    const file = path.join(root, 'dist', decodeURIComponent(pathname).replace(/\/$/, '/index.html'));
    if (gone.test(pathname) || !existsSync(file) || !statSync(file).isFile())
      return route.fulfill({ status: 404 });
    return route.fulfill({ path: file, headers: { 'content-security-policy': policy } });
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/404/.test(message.text())) errors.push(message.text());
  });
  await page.goto(`https://bao.example${address}`);
  return { page, asked, errors };
}

/** What holds in a while, on a busy machine too. */
const eventually = <Value>(value: () => Value) => expect.poll(value, { timeout: 15_000 });
const titles = (page: Page) => page.locator('#results h2').allTextContents();
const status = (page: Page) => page.locator('#search-status');
const index = (asked: readonly string[]) => asked.filter((address) => address.includes('/index/'));

test('from the form of any page to the results, with all that stands in the address', async () => {
  const { page, asked, errors } = await visit('/kinh-te/');
  expect(asked.filter((address) => /search/.test(address))).toEqual([]);
  await page.fill('.site-search input', 'gia lua');
  await page.press('.site-search input', 'Enter');
  await eventually(() => titles(page)).toEqual(['Giá lúa tăng']);
  expect(new URL(page.url()).search).toBe('?q=gia+lua');
  expect(await status(page).textContent()).toBe('1 bài viết');
  expect(await page.locator('#results mark').allTextContents()).toEqual(['Giá', 'lúa']);

  // Spelt with marks: those with these marks come first.
  await page.fill('#q', 'bàn đạo');
  await page.click('.search-field button');
  await eventually(async () => (await titles(page))[0]).toBe('Bàn đạo mới');
  expect(await status(page).textContent()).toBe('25 bài viết');
  await page.selectOption('[name=category]', 'xa-hoi');
  await eventually(() => titles(page)).toEqual(['Bàn đạo mới']);
  expect(new URL(page.url()).searchParams.get('category')).toBe('xa-hoi');
  await page.goBack();
  await eventually(async () => (await titles(page)).length).toBe(10);
  await page.click('#more');
  await eventually(async () => (await titles(page)).length).toBe(20);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe((await titles(page))[10]);
  await page.goBack();
  await eventually(() => titles(page)).toEqual(['Giá lúa tăng']);
  expect(await page.inputValue('#q')).toBe('gia lua');
  expect(errors).toEqual([]);
});

test('nothing of the index is loaded before it is used; keys lead there and through the results', async () => {
  const { page, asked, errors } = await visit('/tim-kiem/');
  expect(index(asked)).toEqual([]);
  expect(await page.locator('#search-empty').isVisible()).toBe(true);
  const focused = async () => {
    await page.keyboard.press('/');
    return page.evaluate(() => document.activeElement?.id);
  };
  await eventually(focused).toBe('q');
  await page.fill('#q', '');
  await page.keyboard.type('vựa');
  await eventually(() => page.locator('#suggestions a').allTextContents()).toEqual(['vựa lúa']);
  await eventually(() => titles(page)).toEqual(['Giá lúa tăng']);
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('vựa lúa');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Giá lúa tăng');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
  expect(errors).toEqual([]);
});

test('a query is text, whatever is in it; a word that was mistyped is offered', async () => {
  const query = '<img src=x onerror=alert(1)>"><script>document.title="x"</script>';
  const { page, errors } = await visit(`/tim-kiem/?q=${encodeURIComponent(query)}`);
  await eventually(() => status(page).textContent()).toBe(`Không tìm thấy bài viết nào cho “${query}”.`);
  expect(await page.locator('main img').count()).toBe(0);
  await page.fill('#q', 'giá lúaa');
  await page.press('#q', 'Enter');
  await page.fill('#q', 'chựo'.normalize('NFD'));
  await page.press('#q', 'Enter');
  await eventually(() => page.locator('#search-note').textContent()).toBe('Có phải bạn muốn tìm: chợ');
  await page.click('#search-note a');
  await eventually(async () => (await titles(page)).length).toBe(10);
  await page.goto(`https://bao.example/tim-kiem/?q=${encodeURIComponent('chợ '.repeat(500))}`);
  await eventually(async () => (await titles(page)).length).toBe(10);
  expect(errors).toEqual([]);
});

test('an address with filters is searched with them, and the form shows them', async () => {
  const { page, errors } = await visit('/tim-kiem/?q=ban+dao&category=xa-hoi&author=&sort=date');
  await eventually(() => titles(page)).toEqual(['Bàn đạo mới']);
  await eventually(() => page.inputValue('[name=category]')).toBe('xa-hoi');
  expect(await page.inputValue('[name=sort]')).toBe('date');
  expect(errors).toEqual([]);
  const { page: empty } = await visit('/tim-kiem/?q=&category=');
  expect(await empty.locator('#search-empty').isVisible()).toBe(true);
  expect(await status(empty).textContent()).toBe('');
});

test('while the aids cannot be loaded the form is a plain one', async () => {
  const { page } = await visit('/tim-kiem/?q=gia+lua', { gone: /search-help/ });
  await eventually(() => titles(page)).toEqual(['Giá lúa tăng']);
  await page.fill('#q', 'bàn đạo');
  await page.press('#q', 'Enter');
  await eventually(async () => (await titles(page))[0]).toBe('Bàn đạo mới');
  await eventually(() => status(page).textContent()).toBe('25 bài viết');
});

test('a word of the newest articles is offered too, where they are all there is', async () => {
  const small = createSite({
    'content/kinh-te/a.md': article('title: Mưa đá ở Vĩnh Lạc\ndate: 2026-11-02 08:00'),
  });
  onTestFinished(() => small.dispose());
  await small.build();
  const { page, errors } = await visit('/tim-kiem/?q=Vĩnhh', { root: small.root });
  await eventually(() => page.locator('#search-note').textContent()).toBe('Có phải bạn muốn tìm: vĩnh');
  expect(errors).toEqual([]);
});

test('where the summary lacks the words the excerpt is that of the article', async () => {
  const { page } = await visit('/tim-kiem/?q=ghe');
  await eventually(() => page.locator('#results .facts + p').first().textContent()).toMatch(/nhiều ghe/);
  expect(await page.locator('#results .facts + p').first().locator('mark').textContent()).toBe('ghe');
});

test('a part of the index that cannot be loaded is named, and the search goes on', async () => {
  const { page, errors } = await visit('/tim-kiem/?q=gia+lua', { gone: /\.bin$/ });
  await eventually(() => page.locator('#search-note').textContent()).toMatch(/^Một phần của chỉ mục/);
  await eventually(() => status(page).textContent()).not.toBe('Đang tìm…');
  expect(errors).toEqual([]);
  const { page: other } = await visit('/tim-kiem/?q=gia+lua', { gone: /index\.json$/ });
  await eventually(() => status(other).textContent()).toBe('Không tải được chỉ mục tìm kiếm. Hãy thử lại.');
});

test('without script the page says so, and offers other ways', async () => {
  const { page } = await visit('/tim-kiem/?q=lua', { javaScriptEnabled: false });
  const main = await page.locator('main').textContent();
  expect(main).toContain('Trang tìm kiếm cần JavaScript.');
  const links = await page
    .locator('main noscript a')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  expect(links).toEqual([
    '/luu-tru/',
    '/tu-khoa/',
    'https://duckduckgo.com/?q=site%3Abao.example',
    'https://www.google.com/search?q=site%3Abao.example',
  ]);
});

test('a page with an index that was replaced meanwhile begins again with the new one', async () => {
  const { page, errors } = await visit('/tim-kiem/?q=lúa');
  await eventually(() => titles(page)).toEqual(['Giá lúa tăng']);
  site.write({
    'content/xa-hoi/moi.md': article('title: Mắm mới\ndate: 2026-11-03 08:00'),
    'content/kinh-te/cu.md': article('title: Mắm cũ\ndate: 2024-11-03 08:00'),
  });
  await site.build();
  await page.fill('#q', 'mắm');
  await page.press('#q', 'Enter');
  await eventually(() => titles(page)).toEqual(['Mắm mới', 'Mắm cũ']);
  expect(await page.locator('#search-note').textContent()).toBe('');
  expect(errors).toEqual([]);
});

test('results can be read at 320 pixels and 200% text, and have nothing that axe finds', async () => {
  const { page } = await visit('/tim-kiem/?q=chợ', { viewport: { width: 320, height: 700 } });
  await eventually(async () => (await titles(page)).length).toBe(10);
  for (const size of ['100%', '200%']) {
    await page.evaluate((to) => (document.documentElement.style.fontSize = to), size);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  }
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
  });
  expect(violations).toEqual([]);
});
