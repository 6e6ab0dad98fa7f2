import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listPage } from '../src/dev/list-page.ts';
import { tones } from '../src/images/tone.ts';
import { article, type InlineSite, inlineSite } from './inline-site.ts';
import { buildPortal, servePortal } from './sample-portal.ts';

// How the sample portal looks and behaves, in a browser.
const served = servePortal(buildPortal().root);
const { visit } = served;
const phone = { viewport: { width: 360, height: 740 } };

/** An article of the site in a page, without a server. */
async function open(site: InlineSite, output: string): Promise<Page> {
  const context = await served.browser.newContext({ viewport: { width: 1280, height: 800 } });
  onTestFinished(() => context.close());
  await context.route('**/*', (route) =>
    route.fulfill({
      path: path.join(
        site.root,
        'dist',
        new URL(route.request().url()).pathname.replace(/\/$/, '/index.html'),
      ),
    }),
  );
  const page = await context.newPage();
  await page.goto(`http://bao.example/${output}`);
  return page;
}

const longRead = '/moi-truong/xam-nhap-man-den-som/';
const withTable = '/kinh-te/xe-buyt-dien/';
const photoStory = '/van-hoa/le-hoi-hoa-dang/';
const withdrawn = '/xa-hoi/cat-nuoc-thi-xa-song-vang/';

describe('first screens', () => {
  test.each([
    ['1280 x 800: picture, headline and two more stories', {}, 3],
    ['360 x 740: picture, headline and the next one', phone, 2],
  ] as const)('%s', async (_, options, count) => {
    const page = await visit('/', options);
    const height = page.viewportSize()?.height ?? 0;
    const tops = await page
      .locator('main h3')
      .evaluateAll((headlines) => headlines.map((one) => one.getBoundingClientRect().top));
    expect(tops.filter((top) => top < height - 20).length).toBeGreaterThanOrEqual(count);
    const picture = await page.locator('main img').first().boundingBox();
    expect((picture?.y ?? 0) + (picture?.height ?? 0)).toBeLessThan(height);
  });

  test('an article begins on the first screen with its headline, and its text on the second at the latest', async () => {
    for (const [options, most] of [
      [{}, 1040],
      [phone, 1015],
    ] as const) {
      const page = await visit(withTable, options);
      expect((await page.locator('.body').boundingBox())?.y).toBeLessThan(most);
      expect((await page.locator('h1').boundingBox())?.y).toBeLessThan(330);
    }
  });
});

test('on a phone the search is a button that opens its page', async () => {
  const page = await visit(withTable, phone);
  expect(await page.locator('.band p').isVisible()).toBe(false);
  expect(await page.locator('.brand .site-search input').isVisible()).toBe(false);
  await page.click('.brand .site-search button');
  await expect.poll(() => page.url()).toMatch(/\/tim-kiem\/\?q=$/);
  await expect.poll(() => page.locator('#q').isVisible()).toBe(true);
});

test('on a phone the pictures of a section are in one row that scrolls', async () => {
  const page = await visit('/', phone);
  const cards = page.locator('.home-pictures .card');
  const tops = await cards.evaluateAll((all) => all.map((card) => card.getBoundingClientRect().top));
  expect(tops.length).toBeGreaterThan(2);
  expect(new Set(tops).size).toBe(1);
  await cards.last().locator('a').focus();
  const last = await cards.last().boundingBox();
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(360);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('before a picture is loaded its place has the tone of its mean colour', async () => {
  const page = await visit(withTable);
  const picture = page.locator('.lead-figure img, article figure img').first();
  expect(await picture.getAttribute('class')).toMatch(/^tone-\d+$/);
  const colour = await picture.evaluate((image) => getComputedStyle(image).backgroundColor);
  expect(colour).not.toBe(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
  const index = Number((await picture.getAttribute('class'))?.slice(5));
  const [red, green, blue] = [1, 3, 5].map((at) =>
    Number.parseInt(tones[index]?.slice(at, at + 2) ?? '', 16),
  );
  expect(colour).toBe(`rgb(${red}, ${green}, ${blue})`);
});

test('printed on A4, the front page has every headline', async () => {
  const page = await visit('/');
  const headlines = await page.locator('main :is(h2, h3):not(.sr-only)').allTextContents();
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format: 'A4' })) }).promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  const plain = (words: string): string => words.normalize('NFC').replace(/\s+/g, '');
  expect(headlines.length).toBeGreaterThan(20);
  expect(headlines.filter((words) => !plain(text).includes(plain(words)))).toEqual([]);
  expect(plain(text)).toContain('https://baolacgiang.example/');
});

test('printed, photo stories have a white ground, and there are no links that only a screen can follow', async () => {
  const page = await visit('/');
  await page.emulateMedia({ media: 'print' });
  expect(
    await page
      .locator('.home-pictures')
      .evaluate((section) => [getComputedStyle(section).backgroundColor, getComputedStyle(section).color]),
  ).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  expect(await page.locator('nav:visible').count()).toBe(0);
});

test('a withdrawn article says so first, and why; its headline is struck out', async () => {
  const page = await visit(withdrawn);
  expect(await page.locator('h1').textContent()).toBe('Bài viết đã được gỡ');
  expect(await page.locator('meta[property="og:title"]').getAttribute('content')).toBe('Bài viết đã được gỡ');
  expect(await page.locator('.withdrawn-title s').textContent()).toContain('Sông Vàng');
  expect(await page.locator('.note').textContent()).toMatch(/\S{3}/);
});

test('the head of an article says nothing twice', async () => {
  const page = await visit(withTable);
  expect(await page.locator('.breadcrumb a', { hasText: 'Kinh tế' }).count()).toBe(1);
  expect(await page.locator('main a', { hasText: /^Kinh tế$/ }).count()).toBe(0);
  expect(await page.locator('.article-header time').count()).toBeLessThanOrEqual(3);
  expect(await page.locator('.article-header .note').textContent()).toContain('đính chính');
});

test('tables and panoramas take the room that they need, portraits no more than the window has', async () => {
  const page = await visit(withTable);
  const table = page.locator('.table-scroll').first();
  expect(await table.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  const [wide, text] = [await table.boundingBox(), await page.locator('.body p').first().boundingBox()];
  expect(wide?.width).toBeGreaterThan(text?.width ?? 0);
  for (const address of [photoStory, longRead, '/van-hoa/pho-co-lac-duong/']) {
    const shown = await visit(address);
    const heights = await shown
      .locator('figure img:not(.still)')
      .evaluateAll((images) => images.map((image) => image.getBoundingClientRect().height));
    expect(Math.max(...heights), address).toBeLessThan(800);
  }
});

test('the table of contents follows the reader of a long article', async () => {
  const page = await visit(longRead);
  await page.evaluate(() => scrollTo({ top: 1800 }));
  expect((await page.locator('.rail > .contents').boundingBox())?.y).toBeCloseTo(16, 0);
});

test('a lead picture of 3:2 ends where the text ends', async () => {
  const page = await visit('/kinh-te/cang-lac-duong/');
  const edges = await page.locator('.lead-figure img, .body > p:first-child').evaluateAll((parts) =>
    parts.map((part) => {
      const { left, right } = part.getBoundingClientRect();
      return { left, right };
    }),
  );
  expect(edges[0]).toEqual(edges[1]);
});

test('the head of an interview stands close together beside its portrait', async () => {
  const page = await visit('/van-hoa/don-ca-toi-thu-sau/');
  const boxes = await page.locator('.article-header > *').evaluateAll((parts) =>
    parts.map((part) => {
      const { top, bottom } = part.getBoundingClientRect();
      return { top, bottom };
    }),
  );
  const gaps = boxes.slice(1).map(({ top }, index) => Math.round(top - (boxes[index]?.bottom ?? 0)));
  expect(gaps).toEqual(gaps.map(() => 10));
});

test('dates stand on one line each at 768 px, and nothing scrolls smoothly', async () => {
  for (const address of ['/', '/kinh-te/', '/luu-tru/2026/11/', withTable]) {
    const page = await visit(address, { viewport: { width: 768, height: 1024 } });
    const lines = await page
      .locator('main time:visible')
      .evaluateAll((times) => times.map((time) => time.getClientRects().length));
    expect(lines.length, address).toBeGreaterThan(0);
    expect(Math.max(...lines), address).toBe(1);
    const smooth = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).scrollBehavior === 'smooth')
          .length,
    );
    expect(smooth, address).toBe(0);
  }
});

test('text has 60 to 70 characters a line on a wide screen', async () => {
  const page = await visit(longRead);
  const characters = await page.evaluate(() => {
    const paragraph = document.querySelector('.body > p') as HTMLElement;
    const probe = document.createElement('span');
    probe.textContent = 'nước mặn vào sâu hơn mọi năm, người dân giữ nước ngọt trong mương '.repeat(4);
    probe.style.whiteSpace = 'nowrap';
    paragraph.append(probe);
    return (paragraph.clientWidth / probe.getBoundingClientRect().width) * (probe.textContent?.length ?? 0);
  });
  expect(characters).toBeGreaterThan(58);
  expect(characters).toBeLessThan(80);
});

test('a large screen is used: a wider page, larger text, lines as long', async () => {
  const page = await visit(longRead, { viewport: { width: 1920, height: 1080 } });
  expect((await page.locator('.brand').boundingBox())?.width).toBe(1472);
  expect(
    await page
      .locator('.body p')
      .first()
      .evaluate((one) => getComputedStyle(one).fontSize),
  ).toBe('21px');
});

test('the table of contents stays beside the text', async () => {
  const page = await visit(longRead);
  await page.evaluate(() => scrollTo(0, 2500));
  expect((await page.locator('.contents').boundingBox())?.y).toBe(16);
});

test('the text of an interview begins beside its portrait', async () => {
  const page = await visit('/van-hoa/don-ca-toi-thu-sau/');
  const portrait = await page.locator('.lead-figure').locator('img').boundingBox();
  const text = await page.locator('.body p').first().boundingBox();
  expect(text?.y).toBeLessThan((portrait?.y ?? 0) + (portrait?.height ?? 0) + 60);
  expect((text?.x ?? 0) + (text?.width ?? 0)).toBeLessThan(portrait?.x ?? 0);
});

test.each(['/kinh-te/cang-lac-duong/', '/moi-truong/chat-luong-nuoc-song-lac/'])(
  'the table of %s has room on a phone',
  async (address) => {
    const page = await visit(address, phone);
    const table = page.locator('.table-scroll').first();
    expect(await table.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  },
);

test('sections of the footer stand in even lines', async () => {
  const page = await visit('/');
  const lines = await page
    .locator('.sections > ul > li')
    .evaluateAll((items) => items.map((one) => one.getBoundingClientRect().top));
  expect(lines.length).toBe(6);
  expect(new Set(lines).size).toBe(1);
});

test('a compact header has name and sections on one line where there is room', async () => {
  const site = inlineSite({
    'content/kinh-te/_index.md': '---\ntitle: Kinh tế\n---\n',
    'content/kinh-te/a.md': article('title: A'),
    'broadsheet.config.ts':
      "export default { site: { title: 'Báo Thử', origin: 'https://bao.example' }, theme: { header: 'compact' } };\n",
  });
  await site.build();
  const page = await open(site, 'kinh-te/a/index.html');
  const middle = async (part: string): Promise<number> => {
    const box = await page.locator(part).boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0) / 2;
  };
  expect(Math.abs((await middle('.site-name')) - (await middle('.navigation li')))).toBeLessThan(8);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await middle('.navigation li')).toBeGreaterThan((await middle('.site-name')) + 20);
});

test('beside a lead with two stories or fewer, the first of them has its picture above', async () => {
  const section = (await visit('/')).locator('.home-feature', { hasText: 'Thể thao' });
  expect(await section.locator('.card').evaluateAll((cards) => cards.map((one) => one.classList[1]))).toEqual(
    ['card-lead', 'card-stack', 'card-row'],
  );
});

test('a pinned story is marked; numbered pages say from when to when; authors have their portraits', async () => {
  expect(await (await visit('/kinh-te/')).locator('.pinned').count()).toBeGreaterThan(0);
  expect(await (await visit('/kinh-te/trang-1/')).locator('.range').textContent()).toMatch(
    /^\d\d\/\d\d(\/\d{4})? – \d\d\/\d\d\/\d{4}$/,
  );
  expect(await (await visit('/tac-gia/')).locator('.person img').count()).toBeGreaterThanOrEqual(3);
  const tags = await visit('/tu-khoa/');
  expect(await tags.locator('.columns').textContent()).toMatch(/\(\d+\)/);
  const sizes = await tags
    .locator('.columns a, .columns a *')
    .evaluateAll((words) => words.map((word) => getComputedStyle(word).fontSize));
  expect(new Set(sizes).size).toBe(1);
  expect(await (await visit('/luu-tru/2026/11/')).locator('.day h2').count()).toBeGreaterThan(1);
});

test('the keyboard goes down the page, and never far back up', async () => {
  const page = await visit(withTable);
  await page.locator('main').focus();
  const tops: number[] = [];
  for (let tabs = 0; tabs < 80; tabs++) {
    await page.keyboard.press('Tab');
    const top = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element.closest('footer')) return 'end';
      return element.closest('.rail') ? undefined : element.getBoundingClientRect().top + scrollY;
    });
    if (top === 'end') break;
    if (top !== undefined) tops.push(top);
  }
  expect(tops.length).toBeGreaterThan(8);
  expect(tops.filter((top, index) => top < (tops[index - 1] ?? 0) - 250)).toEqual([]);
});

describe('how the reader wants to read', () => {
  const ground = (page: Page): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [light, dark] = ['rgb(255, 255, 255)', 'rgb(20, 22, 25)'];

  test.each(['light', 'dark'] as const)(
    'in a %s system, the other scheme by a button, kept, and back',
    async (system) => {
      const [first, second] = system === 'light' ? [light, dark] : [dark, light];
      const page = await visit('/', { colorScheme: system });
      expect(await ground(page)).toBe(first);
      const button = page.getByRole('button', { name: 'Nền tối' });
      expect(await button.getAttribute('aria-pressed')).toBe(String(system === 'dark'));
      await button.click();
      expect(await ground(page)).toBe(second);
      expect(await button.getAttribute('aria-pressed')).toBe(String(system === 'light'));
      await page.goto(`${served.origin}${longRead}`);
      expect(await ground(page)).toBe(second);
      await page.emulateMedia({ media: 'print' });
      expect(await ground(page)).toBe(light);
      await page.emulateMedia({ media: 'screen' });
      await page.getByRole('button', { name: 'Nền tối' }).click();
      expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({});
      expect(await page.locator('html').getAttribute('data-scheme')).toBeNull();
    },
  );

  test('more contrast by a button', async () => {
    const page = await visit('/');
    const rule = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--rule').trim());
    const before = await rule();
    await page.getByRole('button', { name: 'Tương phản cao' }).click();
    expect(await rule()).not.toBe(before);
    await page.reload();
    expect(await rule()).not.toBe(before);
  });

  test('colours that a site sets for the dark scheme hold for readers who choose it', async () => {
    const site = inlineSite({
      'content/kinh-te/a.md': article('title: A'),
      'templates/styles/tokens.css': `@import "broadsheet/templates/styles/tokens.css";
:root { --accent: #14532d; --band: #14532d; }
@media (prefers-color-scheme: dark) { :root { --accent: #86efac; --band: #14532d; } }`,
    });
    await site.build();
    const page = await open(site, '');
    const accent = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim());
    expect(await accent()).toBe('#14532d');
    await page.getByRole('button', { name: 'Nền tối' }).click();
    expect(await accent()).toBe('#86efac');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.evaluate(() => localStorage.setItem('scheme', 'light'));
    await page.reload();
    expect(await accent()).toBe('#14532d');
  });
});

test('a moving picture stops at a tick, without script', async () => {
  const page = await visit(longRead, { javaScriptEnabled: false });
  const moving = page.locator('.moving').first();
  expect(await moving.locator('.still').isVisible()).toBe(false);
  await moving.getByRole('checkbox', { name: 'Dừng hình' }).check();
  expect(await moving.locator('.still').isVisible()).toBe(true);
  expect(await moving.locator('picture').isVisible()).toBe(false);
});

describe('a photo story', () => {
  test('has a viewer that the keyboard works', async () => {
    const page = await visit(photoStory);
    const links = page.locator('a[data-view]');
    const count = await links.count();
    expect(count).toBeGreaterThan(2);
    await links.nth(0).focus();
    await page.keyboard.press('Enter');
    const viewer = page.locator('dialog.viewer');
    expect(await viewer.isVisible()).toBe(true);
    expect(await viewer.locator('output').textContent()).toBe(`1/${count}`);
    await page.keyboard.press('ArrowRight');
    expect(await viewer.locator('output').textContent()).toBe(`2/${count}`);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await viewer.locator('output').textContent()).toBe(`${count}/${count}`);
    await page.keyboard.press('Escape');
    expect(await viewer.isVisible()).toBe(false);
    expect(await links.nth(count - 1).evaluate((link) => link === document.activeElement)).toBe(true);
  });
  test('without script each picture is a link to its largest version', async () => {
    const page = await visit(photoStory, { javaScriptEnabled: false });
    await page.locator('a[data-view]').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/media\/.*-\d+\.(webp|avif|jpg)$/);
  });
  test('is dark from its header to its footer, unless the reader chose light', async () => {
    const page = await visit(photoStory, { colorScheme: 'light' });
    const paper = (part: string): Promise<string> =>
      page.locator(part).evaluate((one) => getComputedStyle(one).backgroundColor);
    expect([await paper('body'), await paper('.site-footer')]).toEqual([
      'rgb(20, 22, 25)',
      'rgb(30, 33, 38)',
    ]);
    await page.evaluate(() => localStorage.setItem('scheme', 'light'));
    await page.reload();
    expect(await paper('body')).toBe('rgb(255, 255, 255)');
  });
});

describe('the tools of an article', () => {
  test('copy its address, and offer no voice that sends the text away', async () => {
    const context = await served.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    onTestFinished(() => context.close());
    await context.addInitScript(() => {
      Object.defineProperty(speechSynthesis, 'getVoices', {
        value: () => [{ lang: 'vi-VN', localService: false }],
      });
    });
    const page = await context.newPage();
    await page.goto(`${served.origin}${withTable}`);
    await page.getByRole('button', { name: 'Sao chép liên kết' }).click();
    await page.getByRole('button', { name: 'Đã sao chép' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `https://baolacgiang.example${withTable}`,
    );
    expect(await page.getByRole('button', { name: 'Nghe bài' }).isVisible()).toBe(false);
  });
  test('a local voice reads the article, and stops', async () => {
    const context = await served.browser.newContext();
    onTestFinished(() => context.close());
    await context.addInitScript(() => {
      const spoken: string[] = [];
      Object.assign(window, { spoken });
      Object.defineProperties(speechSynthesis, {
        getVoices: { value: () => [{ lang: 'vi-VN', localService: true }] },
        speak: { value: ({ text }: { text: string }) => void spoken.push(text) },
        cancel: { value: () => void spoken.splice(0) },
        speaking: { get: () => spoken.length > 0 },
      });
      Object.assign(window, {
        SpeechSynthesisUtterance: class {
          constructor(readonly text: string) {}
          addEventListener(): void {}
        },
      });
    });
    const page = await context.newPage();
    await page.goto(`${served.origin}${withTable}`);
    await page.getByRole('button', { name: 'Nghe bài' }).click();
    const spoken = (): Promise<string[]> =>
      page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
    expect((await spoken())[0]).toContain('xe buýt điện');
    await page.getByRole('button', { name: 'Dừng đọc' }).click();
    expect(await spoken()).toEqual([]);
  });
  test('without script there is none that would do nothing', async () => {
    const page = await visit(withTable, { javaScriptEnabled: false });
    expect(await page.locator('.tools button:visible').count()).toBe(0);
    await page.getByText('Chia sẻ', { exact: true }).click();
    expect(await page.getByRole('link', { name: 'Chia sẻ qua Facebook' }).isVisible()).toBe(true);
  });
});

test('the list of all articles in dev has room at 360 px', async () => {
  const page = await visit('/404.html', phone);
  const listed = {
    path: `content/kinh-te/${'ten-tep-rat-dai-'.repeat(8)}.md`,
    title: 'Một bài viết có tiêu đề dài về hành lang kinh tế sông Lạc',
    status: 'draft',
    date: '2026-11-16T08:30:00+07:00',
    errors: 1,
    warnings: 2,
  };
  await page.setContent(
    listPage({ articles: [listed as never], query: new URLSearchParams(), language: 'vi', home: '/' }),
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

describe('an article with every block', () => {
  const address = '/moi-truong/so-tay-mua-man/';
  const text = (page: Page, selector: string) => page.locator(selector).allTextContents();

  test('asks nothing of other sites and no video before the reader does', async () => {
    const page = await visit(address);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.route('https://**', (route) =>
      route.fulfill({ body: '<p>Bản đồ</p>', contentType: 'text/html' }),
    );
    await page.reload({ waitUntil: 'load' });
    await page.locator('.embed').scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    const { origin } = new URL(page.url());
    expect(asked.filter((url) => !url.startsWith(origin) || /\.(?:webm|mp3|vtt)$/.test(url))).toEqual([]);
    await page.locator('a[data-player]').focus();
    await page.keyboard.press('Enter');
    const frame = page.locator('.embed iframe');
    expect(await frame.getAttribute('src')).toMatch(
      /^https:\/\/www\.openstreetmap\.org\/export\/embed\.html\?bbox=/,
    );
    expect(await frame.getAttribute('title')).toBe('Vùng hạ lưu trên bản đồ');
    expect(asked.filter((url) => !url.startsWith(origin))).toHaveLength(1);
  });

  test('pictures open in the viewer, and tables are sorted, by the keyboard', async () => {
    const page = await visit(address);
    await page.locator('.gallery a').first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => text(page, '.viewer output')).toEqual(['2/3']);
    expect(await text(page, '.viewer p')).toEqual(['Thuyền gom rác của Hội Phụ nữ.']);
    await page.keyboard.press('Escape');
    expect(await page.locator('.viewer').isVisible()).toBe(false);
    const days = '.data-table td:nth-child(3)';
    await page.locator('.data-table th button').nth(2).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => text(page, days)).toEqual(['3', '4', '5', '10', '60']);
    await page.keyboard.press('Enter');
    await expect.poll(() => text(page, days)).toEqual(['60', '10', '5', '4', '3']);
    expect(await page.locator('.data-table th').nth(2).getAttribute('aria-sort')).toBe('descending');
  });

  test('is whole without script, on paper, in a narrow window and at the largest text', async () => {
    const plain = await visit(address, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    expect(await plain.locator('.embed a').getAttribute('href')).toContain('https://www.openstreetmap.org/');
    expect(await plain.locator('.gallery a').first().getAttribute('href')).toMatch(/^\/media\/.*\.webp$/);
    expect(await plain.locator('.data-table button').count()).toBe(0);
    await plain.emulateMedia({ media: 'print' });
    expect(await plain.locator('.transcript p').isVisible()).toBe(true);
    expect(await plain.locator('.chart details table').first().isVisible()).toBe(true);
    const large = await visit(address, { viewport: { width: 320, height: 640 } });
    for (const size of ['100', '200']) {
      await large.evaluate((stored) => localStorage.setItem('text-size', stored), size);
      await large.reload();
      const over = await large.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect({ size, over }).toEqual({ size, over: 0 });
    }
  });
});
