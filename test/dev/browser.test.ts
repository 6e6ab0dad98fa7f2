import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { article } from '../inline-site.ts';
import { useChromium } from './open-page.ts';
import { runningSite } from './running-site.ts';

/** The machine may have other work. */
const patient = { timeout: 20_000 };
const openPage = useChromium();
const long = Array.from({ length: 80 }, (_, index) => `Đoạn ${index}.`).join('\n\n');
const lua = { 'content/kinh-te/lua.md': article('title: Giá lúa tăng', long) };

test('what is saved is seen at once, at the same place of the page', async () => {
  const { site, dev } = await runningSite(lua);
  const page = await openPage(`${dev.url}kinh-te/lua/`);
  await page.evaluate(() => window.scrollTo(0, 900));
  site.write({ 'content/kinh-te/lua.md': article('title: Giá lúa giảm', `${long}\n\nĐoạn cuối.`) });
  await page.getByRole('heading', { name: 'Giá lúa giảm' }).waitFor({ state: 'attached' });
  await page.locator('html[data-broadsheet=ready]').waitFor();
  await page.waitForFunction(() => document.readyState === 'complete');
  expect(await page.evaluate(() => window.scrollY)).toBe(900);
  expect(await page.content()).toContain('Đoạn cuối.');
});

test('a page that does not change is not loaded again', async () => {
  const { site, dev, until } = await runningSite({
    ...lua,
    'content/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nXin chào.\n',
  });
  const page = await openPage(`${dev.url}gioi-thieu/`);
  await page.evaluate(() => Object.assign(window, { mine: 1 }));
  site.write({ 'content/kinh-te/lua.md': article('title: Giá lúa giảm') });
  await until('/kinh-te/lua/', ({ text }) => text.includes('Giá lúa giảm'));
  site.write({ 'content/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nTạm biệt.\n' });
  await page.getByText('Tạm biệt.').waitFor();
  expect(await page.evaluate(() => 'mine' in window)).toBe(false);
});

test('a mistake lies over the page with file, line, source line and remedy, and goes when it is mended', async () => {
  const { site, dev, printed } = await runningSite(lua);
  const page = await openPage(`${dev.url}kinh-te/lua/`);
  site.write({ 'content/kinh-te/lua.md': '---\ntitle: Giá lúa\ndate: 2026-13-40\n---\nXin chào.\n' });
  const overlay = page.getByRole('alertdialog');
  await overlay.waitFor();
  const text = await overlay.textContent();
  expect(text).toContain('content/kinh-te/lua.md:3:7');
  expect(text).toContain('“2026-13-40” cannot be read as a date');
  expect(text).toContain('date: 2026-13-40\n      ^');
  expect(text).toContain('→ Write it as');
  expect(
    await page.getByRole('heading', { name: 'Giá lúa tăng' }).count(),
    'the page as it was lies beneath',
  ).toBe(1);
  expect(printed()).toContain('content/kinh-te/lua.md:3:7  error  impossible-date');
  expect(printed()).toContain('| date: 2026-13-40\n  |       ^');
  site.write({ 'content/kinh-te/lua.md': article('title: Giá lúa mới') });
  await overlay.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Giá lúa mới' }).waitFor();
  expect(printed()).toContain('Mended');
});

test('a broken article that is opened says so', async () => {
  const { site, dev, until, get } = await runningSite(lua);
  await get('/kinh-te/lua/');
  site.write({ 'content/kinh-te/lua.md': '---\ntitle: [\n---\n' });
  await until('/kinh-te/lua/', ({ status }) => status === 404);
  const page = await openPage(`${dev.url}kinh-te/lua/`);
  await page.getByRole('alertdialog').waitFor();
});

test('a template that does not compile, and one that throws, keep the server alive', async () => {
  const template = 'templates/pages/article.tsx';
  const good =
    "export default function Article({ title }) {\n  return <html lang='vi'><head><title>x</title></head><body><h1>Mẫu riêng: {title}</h1></body></html>;\n}\n";
  const { site, dev, printed } = await runningSite(lua);
  const page = await openPage(`${dev.url}kinh-te/lua/`);
  site.write({ [template]: good });
  await page.getByRole('heading', { name: 'Mẫu riêng: Giá lúa tăng' }).waitFor();
  const overlay = page.getByRole('alertdialog');

  site.write({ [template]: good.replace('</h1>', '</h2>') });
  await overlay.waitFor();
  expect(await overlay.textContent()).toContain('templates/pages/article.tsx:2:');
  expect(await page.getByRole('heading', { name: 'Mẫu riêng' }).count()).toBe(1);
  site.write({ [template]: good });
  await overlay.waitFor({ state: 'detached' });

  site.write({ [template]: good.replace('{title}', '{title.nothing.here}') });
  await overlay.waitFor();
  const text = await overlay.textContent();
  expect(text).toContain('templates/pages/article.tsx:2:');
  expect(text).toContain('here');
  expect(printed()).toContain('template-failed');
  await page.reload();
  await overlay.waitFor();
  site.write({ [template]: good });
  await overlay.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Mẫu riêng: Giá lúa tăng' }).waitFor();
});

test('a broken configuration keeps the server alive', async () => {
  const { site, dev } = await runningSite(lua);
  const page = await openPage(dev.url);
  const config =
    "import { defineConfig } from 'broadsheet';\nexport default defineConfig({ site: { title: 'Báo Mới', origin: 'https://bao.example' } });\n";
  const overlay = page.getByRole('alertdialog');
  site.write({ 'broadsheet.config.ts': config.replace('title:', 'titel:') });
  await overlay.waitFor();
  expect(await overlay.textContent()).toContain('broadsheet.config.ts:2:');
  site.write({ 'broadsheet.config.ts': config.replace('});', '}') });
  await overlay.getByText('Unexpected end of file').or(overlay.getByText('Expected')).first().waitFor();
  site.write({ 'broadsheet.config.ts': config });
  await overlay.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Báo Mới' }).waitFor();
});

test('a change of CSS alone swaps the style sheet', async () => {
  const { site, dev } = await runningSite(lua);
  site.write({ 'templates/styles/site.css': 'body { color: rgb(1, 2, 3); }\n' });
  const page = await openPage(`${dev.url}kinh-te/lua/`);
  const colour = () => page.evaluate(() => getComputedStyle(document.body).color);
  await expect.poll(colour, patient).toBe('rgb(1, 2, 3)');
  await page.locator('html[data-broadsheet=ready]').waitFor();
  await page.evaluate(() => Object.assign(window, { mine: 1 }));
  for (const blue of [4, 5]) {
    site.write({ 'templates/styles/site.css': `body { color: rgb(1, 2, ${blue}); }\n` });
    await expect.poll(colour, patient).toBe(`rgb(1, 2, ${blue})`);
  }
  expect(await page.evaluate(() => 'mine' in window), 'the page was not loaded again').toBe(true);
  expect(await page.locator('link[rel=stylesheet]').count()).toBe(1);
});

test('drafts are marked on their page and in lists', async () => {
  const { dev } = await runningSite(
    { 'content/kinh-te/nhap.md': article('title: Bài nháp\nstatus: draft') },
    { drafts: true, language: 'vi' },
  );
  const page = await openPage(`${dev.url}kinh-te/nhap/`);
  await page.getByText('Bản nháp', { exact: true }).waitFor();
  await page.goto(`${dev.url}kinh-te/`);
  await page.locator('a[data-broadsheet-marked]').first().waitFor();
});

test('the list is searched and filtered, follows the files, and leads to the editor', async () => {
  const { site, dev } = await runningSite(
    { ...lua, 'content/kinh-te/nhap.md': article('title: Đường mới\nstatus: draft') },
    { environment: { BROADSHEET_EDITOR: `${process.execPath} -e 0 --` } },
  );
  const page = await openPage(new URL('/_broadsheet/', dev.url).href);
  await page.getByLabel('Search by title').fill('duong');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(/q=duong/);
  expect(await page.getByRole('row').count()).toBe(2);
  await page.getByRole('row', { name: 'Đường mới' }).waitFor();
  await page.locator('html[data-broadsheet=ready]').waitFor();
  site.write({ 'content/kinh-te/nhap.md': article('title: Con đường mới\nstatus: pending') });
  await page.getByRole('row', { name: /Con đường mới.*Pending/ }).waitFor();
  await page.locator('html[data-broadsheet=ready]').waitFor();
  const [answer] = await Promise.all([
    page.waitForResponse('**/_broadsheet/edit'),
    page.locator('button[data-edit]').click(),
  ]);
  expect(answer.status()).toBe(204);
});

test('an editor that ends at once with a failure is told of', async () => {
  const { dev } = await runningSite(lua, { environment: { BROADSHEET_EDITOR: 'false' } });
  const page = await openPage(`${dev.url}kinh-te/lua/`);
  // A click may not end before the dialog is answered.
  const told = page.waitForEvent('dialog').then(async (dialog) => {
    await dialog.dismiss();
    return dialog.message();
  });
  await page.getByRole('button', { name: 'Edit this file' }).click();
  expect(await told).toContain('No editor could be opened');
});

test('the address of a draft that is not shown says so, and what shows it; one that is rejected is never shown', async () => {
  const { site, dev } = await runningSite({
    'content/kinh-te/nhap.md': article('title: Nháp\nstatus: draft'),
    'content/kinh-te/tra.md': article('title: Bị trả\nstatus: rejected'),
  });
  const page = await openPage(`${dev.url}kinh-te/nhap/`);
  expect(await page.getByRole('status').filter({ hasText: 'published' }).textContent()).toBe(
    'This article is not published, so it has no page (draft): “npx broadsheet dev --drafts” shows what is not published yet.',
  );
  await page.getByRole('button', { name: 'Edit this file', exact: true }).waitFor();
  site.write({ 'content/kinh-te/nhap.md': article('title: Đã đăng') });
  await page.getByRole('heading', { name: 'Đã đăng' }).waitFor();
  await page.goto(`${dev.url}kinh-te/tra/`);
  expect(await page.getByRole('status').filter({ hasText: 'published' }).textContent()).toBe(
    'This article is not published, so it has no page (rejected).',
  );
});

test('an article that was broken from the first is told of at its address', async () => {
  const { site, dev } = await runningSite({ 'content/kinh-te/lua.md': '---\ntitle: [\n---\n' });
  const page = await openPage(`${dev.url}kinh-te/lua/`);
  await page.getByRole('alertdialog').getByText('content/kinh-te/lua.md:').waitFor();
  await page.getByRole('button', { name: 'Edit this file', exact: true }).waitFor();
  site.write(lua);
  await page.getByRole('heading', { name: 'Giá lúa tăng' }).waitFor();
});

test('eight tabs: those that nobody sees hold no connection, and catch up when they are seen', async () => {
  const { site, dev, until } = await runningSite(lua);
  const first = await openPage(`${dev.url}kinh-te/lua/`);
  const tabs = [first];
  const see = (page: Page, state: 'visible' | 'hidden') =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  for (let count = 2; count <= 8; count += 1) {
    await see(tabs.at(-1) as Page, 'hidden');
    const page = await first.context().newPage();
    await page.goto(`${dev.url}kinh-te/lua/`);
    await page.locator('html[data-broadsheet=ready]').waitFor();
    tabs.push(page);
  }
  site.write({ 'content/kinh-te/lua.md': article('title: Giá lúa giảm') });
  await tabs.at(-1)?.getByRole('heading', { name: 'Giá lúa giảm' }).waitFor();
  await until('/kinh-te/lua/', ({ text }) => text.includes('Giá lúa giảm'));
  expect(await first.getByRole('heading', { name: 'Giá lúa tăng' }).count()).toBe(1);
  await see(first, 'visible');
  await first.getByRole('heading', { name: 'Giá lúa giảm' }).waitFor();
});

test('a part that throws and then does not compile, or throws when it is loaded: one mistake at a time, at its place', async () => {
  const part = 'templates/parts/footer.tsx';
  const good = 'export default function Footer() {\n  return <footer>Chân trang</footer>;\n}\n';
  const { site, dev } = await runningSite({ ...lua, [part]: good });
  const page = await openPage(`${dev.url}kinh-te/lua/`);
  const overlay = page.getByRole('alertdialog');
  const places = async (): Promise<(string | null)[]> => overlay.locator('.place').allTextContents();
  site.write({ [part]: good.replace('Chân trang', '{null.nothing}') });
  await expect.poll(places, patient).toEqual([`${part}:2:3`]);
  site.write({ [part]: good.replace('</footer>', '</div>') });
  await expect.poll(places, patient).toEqual([`${part}:2:31`]);
  site.write({ [part]: `const secret = [].first.name;\n${good}` });
  await expect.poll(places, patient).toEqual([`${part}:1:1`]);
  expect(dev.engine.problems()).toMatchObject([{ rule: 'broken-template' }]);
  site.write({ [part]: good });
  await overlay.waitFor({ state: 'detached' });
});

test('every page has a link that opens its file', async () => {
  const { dev } = await runningSite(lua, {
    environment: { BROADSHEET_EDITOR: `${process.execPath} -e 0 --` },
  });
  const page = await openPage(`${dev.url}kinh-te/lua/`);
  const [answer] = await Promise.all([
    page.waitForResponse('**/_broadsheet/edit'),
    page.getByRole('button', { name: 'Edit this file' }).click(),
  ]);
  expect(answer.status()).toBe(204);
  expect(answer.request().postDataJSON()).toEqual({ file: 'content/kinh-te/lua.md' });
});

test('nothing of the dev server is in a build', async () => {
  const { site } = await runningSite(lua);
  await site.build();
  for (const [file, content] of site.tree()) expect(content.includes('_broadsheet'), file).toBe(false);
});
