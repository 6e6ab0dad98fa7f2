import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { attribute, elements, textOf } from './html.ts';
import { readTree } from './inline-site.ts';
import { buildPortal, servePortal } from './sample-portal.ts';

// The two languages of the sample portal, as search engines and readers find them.
const { root } = buildPortal();
const origin = 'https://baolacgiang.example';

type Element = ReturnType<typeof elements>[number];
const isInSwitcher = (element: Element): boolean => {
  const { parentNode } = element;
  if (!parentNode || !('tagName' in parentNode)) return false;
  return attribute(parentNode, 'class') === 'languages' || isInSwitcher(parentNode);
};

/** What a page says of itself and of its versions. */
function read(html: string) {
  const all = elements(html);
  const find = (tag: string): Element[] => all.filter(({ tagName }) => tagName === tag);
  const links = find('link').map((link) => ({
    rel: attribute(link, 'rel'),
    lang: attribute(link, 'hreflang'),
    url: attribute(link, 'href') ?? '',
  }));
  const inSwitcher = all.filter(isInSwitcher);
  return {
    lang: find('html').map((element) => attribute(element, 'lang'))[0],
    canonical: links.find(({ rel }) => rel === 'canonical')?.url,
    versions: links.filter(({ rel, lang }) => rel === 'alternate' && lang !== undefined),
    here: inSwitcher.filter((element) => attribute(element, 'aria-current') === 'true').map(textOf),
    there: inSwitcher
      .filter(({ tagName }) => tagName === 'a')
      .map((link) => ({
        text: textOf(link),
        lang: attribute(link, 'lang'),
        hreflang: attribute(link, 'hreflang'),
        url: `${origin}${attribute(link, 'href')}`,
      })),
  };
}

const pages = new Map(
  [...readTree(path.join(root, 'dist'))]
    .filter(([output, html]) => output.endsWith('.html') && !String(html).includes('http-equiv="refresh"'))
    .map(([output, html]) => [`${origin}/${output.replace(/(^|\/)index\.html$/, '$1')}`, read(String(html))]),
);
const isEnglish = (url: string): boolean => url.startsWith(`${origin}/en/`);

describe('over all pages of the portal', () => {
  test('versions name each other, each itself too, in the language that they are in', () => {
    const wrong: string[] = [];
    let count = 0;
    for (const [url, { versions, canonical }] of pages) {
      if (versions.length === 0) continue;
      count += 1;
      const [vietnamese, english, other] = versions;
      if (versions.map(({ lang }) => lang).join() !== 'vi,en,x-default' || other?.url !== vietnamese?.url)
        wrong.push(`${url} has ${JSON.stringify(versions)}`);
      if (canonical !== url || (isEnglish(url) ? english : vietnamese)?.url !== url)
        wrong.push(`${url} does not name itself`);
      for (const { url: target, lang } of versions) {
        const page = pages.get(target);
        if (JSON.stringify(page?.versions) !== JSON.stringify(versions))
          wrong.push(`${target} does not name ${url}`);
        if (lang !== 'x-default' && page?.lang !== lang) wrong.push(`${target} is in ${page?.lang}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(90);
    expect(count % 2).toBe(0);
  });

  test('the switcher names both languages in themselves, and leads to a version where there is one', () => {
    const wrong: string[] = [];
    for (const [url, { versions, here, there }] of pages) {
      const [link] = there;
      const [own, name, code] = isEnglish(url)
        ? ['English', 'Tiếng Việt', 'vi']
        : ['Tiếng Việt', 'English', 'en'];
      const version = versions.find(({ lang }) => lang === code)?.url;
      const isRight =
        here.join() === own &&
        there.length === 1 &&
        link !== undefined &&
        link.lang === code &&
        link.hreflang === code &&
        pages.has(link.url) &&
        isEnglish(link.url) !== isEnglish(url) &&
        (version === undefined ? link.text.startsWith(name) : link.text === name && link.url === version);
      if (!isRight) wrong.push(`${url}: ${here} | ${JSON.stringify(there)}`);
    }
    expect(wrong).toEqual([]);
  });

  test('what is shown untranslated is in its own language, and canonical where it was published', () => {
    const shown = [...pages].filter(([url, { lang }]) => isEnglish(url) && lang !== 'en');
    expect(shown.map(([url, { lang, canonical }]) => `${url} ${lang} ${canonical}`)).toEqual([
      `${origin}/en/politics/thong-bao-tiep-cong-dan-thang-12/ vi ${origin}/chinh-tri/thong-bao-tiep-cong-dan-thang-12/`,
    ]);
  });
});

describe('in a browser', () => {
  const { visit } = servePortal(root);
  const address = (page: Page): string => new URL(page.url()).pathname;
  const hasFocus = (element: Locator): Promise<boolean> =>
    element.evaluate((node) => node === document.activeElement);
  /** The link that the keyboard is on, and its language. */
  const focused = (page: Page) =>
    page.evaluate(() => ({
      text: document.activeElement?.textContent?.trim(),
      lang: document.activeElement?.closest('[lang]')?.getAttribute('lang'),
    }));

  test.each([
    ['/kinh-te/cang-lac-duong/', '/en/economy/port-opens/'],
    ['/kinh-te/', '/en/economy/'],
    ['/', '/en/'],
    ['/gioi-thieu/', '/en/about/'],
    ['/tac-gia/tuyet-ngoc/', '/en/authors/tuyet-ngoc/'],
    ['/luu-tru/2026/11/', '/en/archive/2026/11/'],
  ])('by the keyboard alone from %s to %s and back', async (vietnamese, english) => {
    const page = await visit(vietnamese);
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press('Tab');
    expect(await focused(page)).toEqual({ text: 'Đến nội dung chính', lang: 'vi' });
    await press('Tab');
    expect(await focused(page)).toEqual({ text: 'English', lang: 'en' });
    await press('Enter');
    await page.waitForURL(`**${english}`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await press('Tab', 'Tab');
    expect(await focused(page)).toEqual({ text: 'Tiếng Việt', lang: 'vi' });
    // Then the buttons beside it, in the order in which they stand.
    await press('Tab');
    expect(await hasFocus(page.getByRole('button', { name: 'Smaller (A-)' }))).toBe(true);
    await press('Shift+Tab', 'Enter');
    await page.waitForURL((url) => url.pathname === vietnamese);
  });

  test('without script from an article that has no translation to its section, and back', async () => {
    const page = await visit('/en/culture/floating-market/', { javaScriptEnabled: false });
    const switcher = () => page.locator('.languages').getByRole('link');
    expect(await switcher().textContent()).toBe('Tiếng ViệtVăn hóa');
    await switcher().click();
    await page.waitForURL('**/van-hoa/');
    expect(await switcher().textContent()).toBe('English');
    await switcher().click();
    await page.waitForURL('**/en/culture/');
    await page.getByRole('link', { name: 'At Vàm Lạc, the market still comes by boat' }).click();
    await page.waitForURL('**/en/culture/floating-market/');
  });

  test('an original that the English edition shows leads to where it was published, and to its section', async () => {
    const page = await visit('/en/politics/');
    await page.getByRole('link', { name: 'Thông báo lịch tiếp công dân tháng 12 năm 2026' }).click();
    await page.waitForURL('**/en/politics/thong-bao-tiep-cong-dan-thang-12/');
    expect(await page.locator('.note').first().textContent()).toContain(
      'This article has not been translated.',
    );
    expect(await page.locator('.site-header').getAttribute('lang')).toBe('en');
    await page.locator('.languages').getByRole('link').click();
    await page.waitForURL('**/chinh-tri/thong-bao-tiep-cong-dan-thang-12/');
    await page.locator('.languages').getByRole('link').click();
    await page.waitForURL('**/en/politics/');
  });

  test('size of text, scheme and contrast stay when the language changes', async () => {
    const page = await visit('/kinh-te/xe-buyt-dien/', { colorScheme: 'light' });
    for (const name of ['Tăng (A+)', 'Nền tối', 'Tương phản cao'])
      await page.getByRole('button', { name }).click();
    const look = () =>
      page.evaluate(() => ({
        size: getComputedStyle(document.documentElement).fontSize,
        ground: getComputedStyle(document.body).backgroundColor,
        rule: getComputedStyle(document.documentElement).getPropertyValue('--rule').trim(),
      }));
    const before = await look();
    expect(before.size).toBe('18px');
    await page.locator('.languages').getByRole('link').click();
    await page.waitForURL('**/en/economy/electric-buses/');
    expect(await look()).toEqual(before);
    await page.getByRole('button', { name: 'Default (A)' }).click();
    await page.locator('.languages').getByRole('link').click();
    await page.waitForURL((url) => url.pathname === '/kinh-te/xe-buyt-dien/');
    expect(await look()).toEqual({ ...before, size: '16px' });
  });

  test.each(['/english/port-opens/', '/english/song-lac-2-bridge/', '/english/floating-market/'])(
    'the old address %s leads to the article in the English edition',
    async (old) => {
      const page = await visit(old);
      await page.waitForURL('**/en/**');
      expect(await page.locator('h1').count()).toBe(1);
      expect(address(page)).toContain(old.replace('/english', ''));
    },
  );

  test('on a phone the languages and the buttons for reading stand in one line', async () => {
    for (const start of ['/', '/en/', '/en/economy/port-opens/']) {
      const page = await visit(start, { viewport: { width: 360, height: 740 } });
      const [languages, reading] = [
        await page.locator('.languages').boundingBox(),
        await page.locator('.reading').boundingBox(),
      ];
      const middle = (box: typeof reading): number => (box ? box.y + box.height / 2 : Number.NaN);
      expect(Math.abs(middle(languages) - middle(reading)), start).toBeLessThan(4);
    }
  });
});
