import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { ofPage } from '../../templates/direction.ts';
import { createSite, reported } from '../inline-site.ts';
import { servePortal } from '../sample-portal.ts';
import { arabicSite } from './arabic.ts';

test.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['fa', 'rtl'],
  ['ckb', 'rtl'],
  ['ug', 'rtl'],
  ['yi', 'rtl'],
  ['dv', 'rtl'],
  ['sd', 'rtl'],
  ['pa-Arab', 'rtl'],
  ['pa', undefined],
  ['ku', undefined],
  ['vi', undefined],
  ['zh-Hant', undefined],
  ['x', undefined],
])('%s begins at the %s', (lang, dir) => {
  expect(ofPage(lang)).toEqual({ lang, ...(dir && { dir }) });
});

test('no style sheet has a side where there is a logical property', () => {
  const sheets = [
    'article',
    'base',
    'body',
    'card',
    'controls',
    'feature',
    'footer',
    'header',
    'home',
    'interview',
    'list',
    'photo',
  ];
  const sided =
    /(?:margin|padding|border|inset)-(?:left|right)\b|^\s*(?:left|right|float):|translateX|text-align: left|(?:margin|padding): (?:(?!0 auto)\S+ ){3}[^;\s]+;/gm;
  for (const sheet of sheets)
    expect(readFileSync(`templates/styles/${sheet}.css`, 'utf8').match(sided) ?? [], sheet).toEqual([]);
});

describe('a paper in Arabic', async () => {
  const site = createSite(arabicSite);
  afterAll(site.dispose);
  const result = await site.build();
  const served = servePortal(site.root);
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const pages = [
    '/ar/',
    '/ar/economy/',
    '/ar/economy/rice/',
    '/ar/economy/bridge/',
    '/ar/society/school/',
    '/ar/society/festival/',
    '/ar/economy/cho/',
    '/ar/tags/',
    '/ar/authors/layla/',
    '/ar/archive/2026/11/',
    '/ar/corrections/',
    '/ar/404.html',
  ];
  const visit = async (address: string, width: number): Promise<Page> => {
    const context = await served.browser.newContext({
      viewport: { width, height: 800 },
      reducedMotion: 'reduce',
    });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(served.origin + address);
    return page;
  };

  test('is built without a message, in its own words', () => {
    expect(reported(result)).toEqual([]);
    const page = site.read('ar/economy/bridge/index.html');
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('الخميس، 19 نوفمبر 2026 في 11:30 ص');
    expect(page).toContain('<span>تحليل</span>');
  });

  test('texts of another direction say so, and those of the same do not', () => {
    const front = site.read('ar/index.html');
    expect(front).toMatch(/<h\d lang="vi" dir="ltr"><a href="\/ar\/economy\/cho\/">/);
    expect(front).toContain('lang="vi" dir="ltr">Tiếng Việt');
    expect(site.read('kinh-te/cho/index.html')).toContain('<html lang="vi">');
    expect(site.read('index.html')).toContain('lang="ar" dir="rtl"');
    const original = site.read('ar/economy/cho/index.html');
    expect(original).toContain('<html lang="vi">');
    expect(original).toContain('<header class="site-header" lang="ar" dir="rtl">');
    expect(original).toContain('<footer class="site-footer" lang="ar" dir="rtl">');
  });

  test.each(pages)('%s is no wider than a window of 320 px, and axe finds nothing', async (address) => {
    const page = await visit(address, 320);
    const overflow = await page.evaluate(() => {
      const root = document.documentElement;
      window.scrollTo(-500, 0);
      return [root.scrollWidth - root.clientWidth, window.scrollX];
    });
    expect(overflow).toEqual([0, 0]);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const found = await (window as unknown as { axe: typeof import('axe-core') }).axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      });
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
    });
    expect(violations).toEqual([]);
  });

  test('the navigation and the breadcrumb begin at the right', async () => {
    for (const width of [360, 1280]) {
      const page = await visit('/ar/economy/rice/', width);
      for (const list of ['.navigation', '.breadcrumb']) {
        const entries = page.locator(`${list} li`);
        const [first, second] = [await entries.nth(0).boundingBox(), await entries.nth(1).boundingBox()];
        expect(first?.x, `${list} at ${width}`).toBeGreaterThan(second?.x ?? 0);
      }
    }
  });

  test('code and telephone numbers keep their order, and links outward point to the left', async () => {
    const page = await visit('/ar/economy/rice/', 1280);
    const styleOf = (selector: string, property: string, pseudo?: string) =>
      page
        .locator(selector)
        .first()
        .evaluate(
          (element, [name, part]) => getComputedStyle(element, part).getPropertyValue(name ?? ''),
          [property, pseudo],
        );
    expect(await styleOf('.body code', 'direction')).toBe('ltr');
    expect(await styleOf('[href^="tel:"]', 'direction')).toBe('ltr');
    expect(await styleOf('.reading [data-text-size] [aria-hidden]', 'direction')).toBe('ltr');
    expect(await styleOf('.body .external', 'content', '::after')).toContain('↖');
  });

  test('a headline of another direction begins where its card does', async () => {
    const page = await visit('/ar/', 360);
    const headline = page.locator('h2[lang=vi], h3[lang=vi]').first();
    expect(await headline.evaluate((element) => getComputedStyle(element).textAlign)).toBe('right');
  });

  test('in the viewer the arrow to the left leads to the next picture', async () => {
    const page = await visit('/ar/society/festival/', 1280);
    await page.locator('a[data-view]').first().click();
    expect(await page.locator('.viewer .next').getAttribute('aria-label')).toBe('الصورة التالية');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.viewer p').textContent()).toContain('جمهور على الضفة');
    expect(await page.locator('.viewer output').textContent()).toBe('2/2');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.viewer output').textContent()).toBe('1/2');
  });

  if (process.env.SHOW)
    test('pictures to look at', async () => {
      for (const width of [360, 1280])
        for (const address of ['/ar/', '/ar/economy/rice/', '/ar/society/festival/', '/ar/economy/']) {
          const page = await visit(address, width);
          await page.screenshot({
            path: `${process.env.SHOW}/${width}${address.replaceAll('/', '_')}.png`,
            fullPage: true,
          });
        }
    });
});
