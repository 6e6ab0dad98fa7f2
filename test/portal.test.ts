import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { attribute, elements, textOf } from './html.ts';
import { inlineSite, readTree, article as textFile } from './inline-site.ts';
import { buildPortal, servePortal } from './sample-portal.ts';
import { judged } from './search/judged.ts';
import { openBuilt } from './search/open-built.ts';
import { english as englishQueries, vietnamese } from './search/unseen.ts';

// The sample portal, built once as its readers get it.
const { root, built } = buildPortal();
const result = JSON.parse(built.stdout || '{}') as {
  errors?: number;
  warnings?: number;
  articles?: number;
  messages?: unknown[];
};
const tree = readTree(path.join(root, 'dist'));
const pages = new Map(
  [...tree]
    .filter(([output]) => output.endsWith('.html'))
    .map(([output, content]) => [`/${output.replace(/(^|\/)index\.html$/, '$1')}`, content.toString()]),
);
const isRedirect = (html: string): boolean => html.includes('http-equiv="refresh"');
const parsed = new Map([...pages].map(([address, html]) => [address, elements(html)]));

const article = '/kinh-te/nong-nghiep/lua-tom-phuoc-son-ha/';
const english = '/en/culture/floating-market/';
/** A Vietnamese article that the English edition shows, since it has no translation. */
const original = '/en/politics/thong-bao-tiep-cong-dan-thang-12/';
/** Where the articles stand that the English edition shows untranslated. */
const originals = new Map([[original, '/chinh-tri/thong-bao-tiep-cong-dan-thang-12/']]);
/** One of each kind of page. */
const kinds = {
  home: '/',
  category: '/kinh-te/',
  'nested category': '/kinh-te/nong-nghiep/',
  'archive page': '/kinh-te/trang-1/',
  article,
  'article with a table and a drawing': '/moi-truong/xam-nhap-man-den-som/',
  'article with every block': '/moi-truong/so-tay-mua-man/',
  'English front page': '/en/',
  'English category': '/en/economy/',
  'English article': english,
  'English article with a translation': '/en/economy/port-opens/',
  'original in the English edition': original,
  'English not found': '/en/404.html',
  tag: '/tu-khoa/lua-gao/',
  tags: '/tu-khoa/',
  author: '/tac-gia/tuyet-ngoc/',
  authors: '/tac-gia/',
  'plain page': '/gioi-thieu/',
  corrections: '/dinh-chinh/',
  archive: '/luu-tru/',
  month: '/luu-tru/2026/11/',
  'not found': '/404.html',
  redirect: '/tin-tuc/2026/1187.html',
} as const;

describe('the sample portal', () => {
  test('builds without an error or a warning', () => {
    expect(built.status).toBe(0);
    expect(built.stderr).toMatch(/^(?:Another build of this site is at work .*\n)?$/);
    expect(result.messages).toEqual([]);
    expect(result.articles).toBeGreaterThanOrEqual(24);
  });
  test('has every kind of page', () => {
    expect(Object.values(kinds).filter((address) => !pages.has(address))).toEqual([]);
  });
  test('every address on its pages leads to something of the site, and every fragment to an element', () => {
    const dead: string[] = [];
    for (const [address, all] of parsed) {
      for (const element of all) {
        const written = [
          attribute(element, 'href'),
          attribute(element, 'src'),
          ...[attribute(element, 'srcset') ?? ''].flatMap((set) =>
            set.split(',').map((part) => part.trim().split(/\s+/)[0]),
          ),
        ];
        for (const url of written) {
          if (!url || /^(?:mailto:|tel:|data:)/.test(url)) continue;
          const { origin, pathname, hash } = new URL(url, `https://baolacgiang.example${address}`);
          if (origin !== 'https://baolacgiang.example') continue;
          const target = parsed.get(decodeURI(pathname));
          if (!target && !tree.has(decodeURI(pathname).slice(1))) dead.push(`${address}: ${url}`);
          else if (
            target &&
            hash &&
            !target.some((other) => attribute(other, 'id') === decodeURIComponent(hash.slice(1)))
          )
            dead.push(`${address}: ${url}`);
        }
      }
    }
    expect(dead).toEqual([]);
  });
  test('every page has a language, one h1, a title and a canonical address of its own, and no id twice', () => {
    const titles = new Map<string, string>();
    for (const [address, all] of parsed) {
      const html = pages.get(address) ?? '';
      const find = (name: string) => all.filter(({ tagName }) => tagName === name);
      const ids = all.flatMap((element) => attribute(element, 'id') ?? []);
      expect({
        address,
        lang: attribute(find('html')[0] as never, 'lang'),
        h1: find('h1').length,
        twice: ids.filter((id, index) => ids.indexOf(id) !== index),
      }).toEqual({
        address,
        lang: expect.stringMatching(/^(vi|en)$/),
        h1: 1,
        twice: [],
      });
      if (isRedirect(html)) continue;
      const title = textOf(find('title')[0] as never);
      expect({ title, address: titles.get(title) }).toEqual({
        title: expect.stringContaining('Lạc Giang'),
        address: undefined,
      });
      titles.set(title, address);
      const canonical = find('link').find((element) => attribute(element, 'rel') === 'canonical');
      if (!/\/4(?:04|10)\.html$/.test(address))
        expect(attribute(canonical as never, 'href')).toBe(
          `https://baolacgiang.example${originals.get(address) ?? address}`,
        );
    }
  });
  test('every picture has an alternative text or none on purpose, width and height', () => {
    const wrong: string[] = [];
    for (const [address, all] of parsed) {
      for (const element of all.filter(({ tagName }) => tagName === 'img')) {
        if (
          attribute(element, 'alt') === undefined ||
          !/^\d+$/.test(attribute(element, 'width') ?? '') ||
          !/^\d+$/.test(attribute(element, 'height') ?? '')
        )
          wrong.push(`${address}: ${attribute(element, 'src')}`);
      }
    }
    expect(wrong).toEqual([]);
  });
  test('on every page the reader can set the size of the text', () => {
    const without = [...pages].filter(
      ([, html]) => !isRedirect(html) && html.match(/data-text-size="/g)?.length !== 3,
    );
    expect(without.map(([address]) => address)).toEqual([]);
  });
  test('no page asks another server for anything', () => {
    const foreign: string[] = [];
    for (const [address, all] of parsed) {
      for (const element of all) {
        const loads =
          ['img', 'script', 'iframe', 'source', 'video', 'audio', 'embed'].includes(element.tagName) ||
          (element.tagName === 'link' &&
            !['canonical', 'alternate'].includes(attribute(element, 'rel') ?? ''));
        for (const name of ['src', 'href'])
          if (loads && /^(?:https?:)?\/\//.test(attribute(element, name) ?? ''))
            foreign.push(`${address}: ${attribute(element, name)}`);
      }
    }
    expect(foreign).toEqual([]);
    for (const [output, content] of tree)
      if (output.endsWith('.css'))
        expect(content.toString()).not.toMatch(/url\(\s*["']?(?:https?:)?\/\/|@import/);
  });
  test('an article is less than 20 KB with styles and scripts, 24 with blocks, the reader’s script less than 1 KB, the search’s 6, compressed', () => {
    const size = (content: string | Buffer): number => gzipSync(content, { level: 9 }).length;
    const reader = [...tree].find(([output]) => output.startsWith('assets/reader-'))?.[1];
    expect(size(reader ?? Buffer.alloc(99_999))).toBeLessThan(1024);
    const search = [...tree].find(([output]) => /^assets\/search-[0-9a-f]+\.js$/.test(output))?.[1];
    expect(size(search ?? Buffer.alloc(99_999))).toBeLessThanOrEqual(6000);
    const assetsOf = (html: string): number =>
      [...html.matchAll(/(?:src|rel="stylesheet" href)="\/(assets\/[^"]+)"/g)]
        .map(([, output = '']) => size(tree.get(output) ?? Buffer.alloc(99_999)))
        .reduce((sum, bytes) => sum + bytes, 0);
    const articles = [...pages]
      .filter(([, html]) => html.includes('property="og:type" content="article"'))
      .map(([address, html]) => ({
        address,
        bytes: size(html) + assetsOf(html),
        // Charts and other blocks bring styles of their own.
        limit: (html.includes('/assets/blocks-') ? 24 : 20) * 1024,
      }));
    expect(articles.length).toBeGreaterThanOrEqual(20);
    expect(articles.filter(({ bytes, limit }) => bytes >= limit)).toEqual([]);
    expect(articles.filter(({ limit }) => limit === 20 * 1024).length).toBeGreaterThanOrEqual(20);
    const ofBlocks = [...tree].filter(([output]) => /^assets\/(?:blocks|viewer)-\w+\.js$/.test(output));
    expect(ofBlocks).toHaveLength(2);
    expect(ofBlocks.reduce((sum, [, content]) => sum + size(content), 0)).toBeLessThan(3 * 1024);
  });
  test('an article’s page has all that the portal before it had', () => {
    const html = pages.get(article) ?? '';
    expect(html).toMatch(
      /<time datetime="[^"]+">(?:Thứ [2-7]|Chủ nhật), Ngày \d\d\/\d\d\/\d{4}, \d\d:\d\d<\/time>/,
    );
    for (const words of ['Chào mừng bạn đọc', 'Giảm (A-)', 'Mặc định (A)', 'Tăng (A+)', 'Cỡ chữ'])
      expect(html).toContain(words);
    expect(html).toMatch(/<time datetime="[^"]+">\d\d\/\d\d\/\d{4}<\/time> \| /);
    expect(pages.get(english)).toMatch(/<time datetime="[^"]+">\w+day, \d{1,2} \w+ \d{4}, \d\d:\d\d<\/time>/);
  });
});

describe('the search', () => {
  test('readers find what they mean: on average nearly always as the first', async () => {
    const search = await openBuilt(path.join(root, 'dist/tim-kiem/index'));
    let sum = 0;
    const missed: string[] = [];
    for (const [query, article] of judged) {
      const addresses = await search(query);
      const at = addresses.findIndex((address) => address.replace(/\/$/, '').endsWith(`/${article}`));
      sum += at < 0 ? 0 : 1 / (at + 1);
      if (at < 0 || at > 4) missed.push(query);
    }
    expect(judged.length).toBeGreaterThanOrEqual(60);
    expect(missed).toEqual([]);
    expect(sum / judged.length).toBeGreaterThan(0.97);
  });

  test.each([
    ['/tim-kiem/', vietnamese, 0.94],
    ['/en/search/', englishQueries, 0.89],
  ] as const)(
    '%s: of queries that nobody tried before, most find what is meant as the first',
    async (page, queries, least) => {
      const search = await openBuilt(path.join(root, 'dist', page, 'index'));
      let sum = 0;
      for (const [, query, meant] of queries) {
        const ends = [meant].flat().map((article) => `/${article}/`);
        const at = (await search(query)).findIndex((address) => ends.some((end) => address.endsWith(end)));
        if (at >= 0) sum += 1 / (at + 1);
      }
      expect(queries.length).toBeGreaterThan(90);
      expect(sum / queries.length).toBeGreaterThan(least);
    },
  );

  test('English words are found by others of their kind', async () => {
    const search = await openBuilt(path.join(root, 'dist/en/search/index'));
    expect((await search('lantern night'))[0]).toMatch(/night-of-lanterns/);
    expect((await search('electric buses'))[0]).toMatch(/electric-buses/);
  });
});

describe('in a browser', () => {
  const served = servePortal(root);

  /** A context whose pages must not complain, nor ask another server, until its test ends. */
  async function open(
    options: BrowserContextOptions & { readonly blockStorage?: boolean } = {},
  ): Promise<BrowserContext> {
    const { blockStorage = false, ...rest } = options;
    const context = await served.browser.newContext({ viewport: { width: 1280, height: 800 }, ...rest });
    const complaints: string[] = [];
    const watch = (page: Page): void => {
      page.on(
        'console',
        (message) =>
          ['error', 'warning'].includes(message.type()) &&
          complaints.push(`${page.url()}: ${message.text()}`),
      );
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      page.on(
        'requestfailed',
        (request) =>
          request.failure()?.errorText !== 'net::ERR_ABORTED' &&
          complaints.push(`${page.url()}: ${request.url()} ${request.failure()?.errorText}`),
      );
      page.on(
        'request',
        (request) =>
          !request.url().startsWith(served.origin) &&
          !request.url().startsWith('data:') &&
          complaints.push(`${page.url()}: asks ${request.url()}`),
      );
      page.on(
        'response',
        (response) =>
          response.status() >= 400 &&
          complaints.push(`${page.url()}: ${response.status()} ${response.url()}`),
      );
    };
    context.on('page', watch);
    await context.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    if (blockStorage) {
      await context.addInitScript(() => {
        const blocked = {
          get: () => {
            throw new DOMException('blocked', 'SecurityError');
          },
        };
        Object.defineProperties(window, { localStorage: blocked, sessionStorage: blocked });
      });
    }
    onTestFinished(async () => {
      await context.close();
      expect(complaints).toEqual([]);
    });
    return context;
  }
  async function visit(context: BrowserContext, address: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${served.origin}${address}`);
    return page;
  }
  /**
   * Shows nothing before all of the document is there: a busy machine paints half a line before the rest of
   * it has come, which then moves it.
   */
  async function visitWhole(context: BrowserContext, address: string): Promise<Page> {
    const page = await context.newPage();
    await page.route('**/*.css', async (route) => {
      await page.waitForFunction(() => document.readyState !== 'loading', undefined, { polling: 20 });
      await route.continue();
    });
    await page.goto(`${served.origin}${address}`);
    return page;
  }
  /** The sum of the layout's shifts, once two frames more were painted. */
  const shiftsOf = (page: Page): Promise<number> =>
    page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return (window as unknown as { shifts: number[] }).shifts.reduce((sum, shift) => sum + shift, 0);
    });
  /** A hairline: what Lighthouse, too, calls 0. */
  const unnoticed = 0.001;
  const rootSize = (page: Page): Promise<number> =>
    page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const bodySize = (page: Page): Promise<number> =>
    page
      .locator('.body p')
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const button = (page: Page, name: 'Giảm (A-)' | 'Mặc định (A)' | 'Tăng (A+)') =>
    page.getByRole('button', { name });

  describe('the size of the text', () => {
    test('grows and shrinks by mouse, step by step to its ends, where the button keeps the focus', async () => {
      const page = await visit(await open(), article);
      const normal = { root: await rootSize(page), body: await bodySize(page) };
      expect(normal.root).toBe(16);
      const larger = button(page, 'Tăng (A+)');
      const sizes: number[] = [];
      for (let click = 0; click < 6; click++) {
        // Playwright waits for what is aria-disabled; a mouse does not.
        await larger.click({ force: true });
        sizes.push(await rootSize(page));
      }
      expect(sizes).toEqual([18, 20, 24, 28, 32, 32]);
      expect(await bodySize(page)).toBeCloseTo(normal.body * 2, 5);
      expect(await larger.getAttribute('aria-disabled')).toBe('true');
      expect(await larger.evaluate((element) => element === document.activeElement)).toBe(true);
      expect((await page.getByRole('status').textContent())?.trim()).toBe('200%');
      await button(page, 'Mặc định (A)').click();
      expect(await rootSize(page)).toBe(16);
      expect(await larger.getAttribute('aria-disabled')).toBe('false');
      const smaller = button(page, 'Giảm (A-)');
      await smaller.click();
      await smaller.click({ force: true });
      expect(await rootSize(page)).toBe(14);
      expect(await smaller.getAttribute('aria-disabled')).toBe('true');
      expect((await page.getByRole('status').textContent())?.trim()).toBe('87,5%');
    });

    test('changes by keyboard', async () => {
      const page = await visit(await open(), article);
      const larger = button(page, 'Tăng (A+)');
      for (
        let tabs = 0;
        tabs < 60 && !(await larger.evaluate((element) => element === document.activeElement));
        tabs++
      )
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Space');
      expect(await rootSize(page)).toBe(20);
      await page.keyboard.press('Shift+Tab');
      expect(
        await button(page, 'Mặc định (A)').evaluate((element) => element === document.activeElement),
      ).toBe(true);
      await page.keyboard.press('Enter');
      expect(await rootSize(page)).toBe(16);
    });

    test('has buttons large enough for a thumb, also at 320 px', async () => {
      for (const width of [320, 1280]) {
        const page = await visit(await open({ viewport: { width, height: 700 } }), article);
        for (const name of ['Giảm (A-)', 'Mặc định (A)', 'Tăng (A+)'] as const) {
          const box = await button(page, name).boundingBox();
          expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
        }
      }
    });

    test('is kept after a reload, on other pages, and in another tab at once', async () => {
      const context = await open();
      const page = await visit(context, article);
      const other = await visit(context, english);
      await button(page, 'Tăng (A+)').click();
      await page.reload();
      expect(await rootSize(page)).toBe(18);
      await other.waitForFunction(() => getComputedStyle(document.documentElement).fontSize === '18px');
      await other.getByRole('button', { name: 'A+' }).click();
      await page.waitForFunction(() => getComputedStyle(document.documentElement).fontSize === '20px');
      expect(await button(page, 'Mặc định (A)').getAttribute('aria-disabled')).toBe('false');
      const third = await visit(context, '/');
      expect(await rootSize(third)).toBe(20);
      await button(page, 'Mặc định (A)').click();
      await third.waitForFunction(() => getComputedStyle(document.documentElement).fontSize === '16px');
    });

    test('is there before anything is painted, and shifts nothing', async () => {
      const context = await open();
      await button(await visit(context, article), 'Tăng (A+)').click();
      await context.addInitScript(() => {
        new MutationObserver((_, observer) => {
          if (document.documentElement?.style.fontSize) {
            Object.assign(window, { sizedAt: performance.now() });
            observer.disconnect();
          }
        }).observe(document, { subtree: true, childList: true, attributes: true });
      });
      const page = await visitWhole(context, article);
      const painted = await page.evaluate(
        () =>
          new Promise<number>((resolve) =>
            new PerformanceObserver((list) => resolve(list.getEntries()[0]?.startTime ?? 0)).observe({
              type: 'paint',
              buffered: true,
            }),
          ),
      );
      const sized = await page.evaluate(() => (window as unknown as { sizedAt?: number }).sizedAt);
      expect(sized).toBeLessThan(painted);
      expect(await shiftsOf(page)).toBeLessThan(unnoticed);
    });

    test('works without storage, as long as the page lasts', async () => {
      const page = await visit(await open({ blockStorage: true }), article);
      await button(page, 'Tăng (A+)').click();
      await button(page, 'Tăng (A+)').click();
      expect(await rootSize(page)).toBe(20);
      await button(page, 'Giảm (A-)').click();
      expect(await rootSize(page)).toBe(18);
      await page.reload();
      expect(await rootSize(page)).toBe(16);
      await button(page, 'Tăng (A+)').click();
      expect(await rootSize(page)).toBe(18);
    });

    test('is not misled by what another program stored', async () => {
      const context = await open();
      const page = await visit(context, article);
      for (const stored of ['1e9', 'NaN', '', '0', '-5', 'null', '{}', '113', '112.5; background: red']) {
        await page.evaluate((value) => localStorage.setItem('text-size', value), stored);
        await page.reload();
        expect(await rootSize(page), stored).toBe(16);
      }
    });
  });

  test('the first key press shows the way past the header, and the next goes it', async () => {
    for (const address of ['/', article, '/404.html']) {
      const page = await visit(await open(), address);
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: 'Đến nội dung chính' });
      expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
      const box = await skip.boundingBox();
      expect(box && box.x >= 0 && box.y >= 0 && box.width > 24 && box.height >= 24).toBe(true);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    }
  });

  test('the navigation leads through the portal', async () => {
    const page = await visit(await open(), '/');
    await page
      .getByRole('navigation', { name: 'Chuyên mục', exact: true })
      .getByRole('link', { name: 'Kinh tế', exact: true })
      .click();
    await page.waitForURL('**/kinh-te/');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Kinh tế');
    expect(await page.locator('[aria-current=page]').first().textContent()).toBe('Kinh tế');
    await page
      .getByRole('link', { name: /cũ hơn/i })
      .first()
      .click();
    await page.waitForURL('**/kinh-te/trang-1/');
    await page.goBack();
    await page.locator('main h2 a, main h3 a').first().click();
    await page.waitForURL((url) => url.pathname !== '/kinh-te/');
    const trail = page.getByRole('navigation', { name: 'Vị trí trang' });
    expect((await trail.getByRole('link').allTextContents()).slice(0, 2)).toEqual(['Trang chủ', 'Kinh tế']);
    await trail.getByRole('link', { name: 'Kinh tế', exact: true }).click();
    await page.waitForURL('**/kinh-te/');
  });

  test('on a narrow screen the sections stand in one line that scrolls, without script too', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await visit(
        await open({ viewport: { width: 360, height: 700 }, javaScriptEnabled, hasTouch: true }),
        article,
      );
      const navigation = page.getByRole('navigation', { name: 'Chuyên mục', exact: true });
      const tops = await navigation
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
      expect(new Set(tops).size).toBe(1);
      const last = navigation.getByRole('link', { name: 'Thể thao', exact: true });
      await last.focus();
      expect((await last.boundingBox())?.x).toBeLessThan(360 - 24);
      await last.click();
      await page.waitForURL('**/the-thao/');
    }
  });

  test('an old address leads to the article', async () => {
    const page = await visit(await open(), kinds.redirect);
    await page.waitForURL((url) => url.pathname !== kinds.redirect);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });

  test('without script all of an article is there, and no button that would do nothing', async () => {
    const page = await visit(await open({ javaScriptEnabled: false }), article);
    expect(await page.locator('.reading').isVisible()).toBe(false);
    for (const selector of ['h1', '.body', '.byline', 'figure img', 'main', 'footer', 'nav'])
      expect(await page.locator(selector).first().isVisible(), selector).toBe(true);
    const shown = await page.locator('.body').textContent();
    expect(shown?.length).toBeGreaterThan(1000);
  });

  /** Made by the templates of others of these, and no other in a browser but for their words. */
  const alike = [
    'English category',
    'English article',
    'English article with a translation',
    'English not found',
  ];
  const standing = Object.entries(kinds).filter(([kind]) => kind !== 'redirect' && !alike.includes(kind));
  test.each(standing)(
    '%s: nothing shifts, and 320 px need no scrolling sideways, at twice the text size too',
    async (_, address) => {
      const wide = await visitWhole(await open(), address);
      await wide.mouse.wheel(0, 20_000);
      expect(await shiftsOf(wide)).toBeLessThan(unnoticed);
      const context = await open({ viewport: { width: 320, height: 640 } });
      await context.addInitScript(
        () =>
          location.protocol === 'http:' &&
          localStorage.setItem('text-size', location.hash === '#200' ? '200' : '100'),
      );
      for (const size of ['', '#200']) {
        const page = await visitWhole(context, `${address}${size}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), size).toBeLessThanOrEqual(
          320,
        );
        expect(await shiftsOf(page), size).toBeLessThan(unnoticed);
      }
    },
  );

  test.each(['/', '/kinh-te/', article])(
    '%s: the text of every card has room within it, at any width and text size',
    async (address) => {
      for (const size of ['87.5', '100', '150', '200']) {
        const context = await open();
        await context.addInitScript(
          (stored) => location.protocol === 'http:' && localStorage.setItem('text-size', stored),
          size,
        );
        const page = await visit(context, address);
        for (const width of [320, 390, 600, 768, 900, 1024, 1100, 1280, 1600]) {
          await page.setViewportSize({ width, height: 800 });
          const squeezed = await page.evaluate(() => {
            const em = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
            return [...document.querySelectorAll('.card')].flatMap((card) => {
              const room = card.getBoundingClientRect();
              return [...card.querySelectorAll('h3, h2, .card-summary')].flatMap((text) => {
                const { left, right, width: own } = text.getBoundingClientRect();
                const isHidden = text.getClientRects().length === 0;
                const fits =
                  isHidden ||
                  (left >= room.left - 1 &&
                    right <= room.right + 1 &&
                    text.scrollWidth <= text.clientWidth + 1 &&
                    own >= Math.min(7 * em, room.width / 2) - 1);
                return fits
                  ? []
                  : [`${text.textContent?.slice(0, 40)}: ${Math.round(own)} of ${Math.round(room.width)} px`];
              });
            });
          });
          expect({ size, width, squeezed }).toEqual({ size, width, squeezed: [] });
        }
      }
    },
  );

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  /** What axe has against a page, and the elements. */
  async function violationsOf(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run(
        document,
        {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        },
      );
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      );
    });
  }
  test.each(
    standing.flatMap(([kind, address]) =>
      (['light', 'dark'] as const).map((scheme) => [kind, scheme, address] as const),
    ),
  )('%s in the %s scheme: axe finds nothing', async (_, colorScheme, address) => {
    const page = await visit(await open({ colorScheme, reducedMotion: 'reduce' }), address);
    expect(await violationsOf(page)).toEqual([]);
    const background = await page.evaluate(
      () =>
        getComputedStyle(document.body).backgroundColor ||
        getComputedStyle(document.documentElement).backgroundColor,
    );
    expect(background).toMatch(/^(?:rgb|color|oklch|oklab)/);
  });

  test.each(standing)('%s at the smallest and the largest text: axe finds nothing', async (_, address) => {
    for (const [size, width] of [
      ['87.5', 390],
      ['200', 1280],
    ] as const) {
      const context = await open({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
      await context.addInitScript(
        (stored) => location.protocol === 'http:' && localStorage.setItem('text-size', stored),
        size,
      );
      expect({ size, width, violations: await violationsOf(await visit(context, address)) }).toEqual({
        size,
        width,
        violations: [],
      });
    }
  });

  test('headlines of one word are large enough targets, with and without pictures', async () => {
    const short = inlineSite({
      'content/the-thao/_index.md': '---\ntitle: Thể thao\n---\n',
      'content/kinh-te/anh.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"/>',
      ...Object.fromEntries(
        ['Dẫn', 'Lúa', 'Cá', 'Mía', 'Tre'].map((title, index) => [
          `content/kinh-te/${index}.md`,
          textFile(
            `title: ${title}\nfeatured: home\ntype: photo${index % 2 ? '' : '\nimage: { src: anh.svg, alt: Ảnh }'}`,
          ),
        ]),
      ),
      ...Object.fromEntries(
        ['Tokyo', 'Bài ảnh', 'Ao', 'Đê', 'Tết', 'Xe', 'Nhà', 'Ve', 'Én', 'Ốc', 'Ổi'].map((title, index) => [
          `content/the-thao/${index}.md`,
          textFile(`title: ${title}`),
        ]),
      ),
    });
    await short.build();
    for (const size of ['87.5', '100', '200']) {
      const context = await served.browser.newContext({ viewport: { width: 1280, height: 800 } });
      onTestFinished(() => context.close());
      await context.route('**/*', (route) =>
        route.fulfill({
          path: path.join(
            short.root,
            'dist',
            new URL(route.request().url()).pathname.replace(/\/$/, '/index.html'),
          ),
        }),
      );
      await context.addInitScript(
        (stored) => location.protocol === 'http:' && localStorage.setItem('text-size', stored),
        size,
      );
      for (const address of ['/', '/the-thao/']) {
        const page = await context.newPage();
        await page.goto(`http://short.example${address}`);
        expect({ size, address, violations: await violationsOf(page) }).toEqual({
          size,
          address,
          violations: [],
        });
      }
    }
  });
});
