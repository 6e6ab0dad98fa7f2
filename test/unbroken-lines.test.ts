import { describe, expect, test } from 'vitest';
import { buildPortal, servePortal } from './sample-portal.ts';

/** Names of the sample, and numbers with units; each with the punctuation after it. */
const names = '(?:Báo )?Lạc Giang|(?:TP\\. |Cảng )?Lạc Dương|Phước Sơn Hà|Cửa Lạc|000/GP-LG';
const units = 'm|km|ha|tấn|tháng|năm|ngày|hộ|người|tỷ đồng|triệu đồng|ý kiến|%';
const phrases = `(?:${names}|\\d[\\d.,]* (?:${units})(?![\\p{L}\\d]))[,.:;”]?`;

describe('the sample portal in a browser', () => {
  const served = servePortal(buildPortal().root);

  test.each([
    '/',
    '/kinh-te/',
    '/kinh-te/nong-nghiep/lua-tom-phuoc-son-ha/',
    '/en/economy/',
    '/tu-khoa/lua-gao/',
  ])('%s: no headline or summary breaks within a name, or between a number and its unit', async (address) => {
    const page = await served.browser.newPage();
    await page.goto(`${served.origin}${address}`);
    let found = 0;
    for (const width of [320, 390, 600, 768, 900, 1024, 1100, 1280, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      const { count, parted } = await page.evaluate(partedPhrases, phrases);
      found += count;
      expect({ width, parted }).toEqual({ width, parted: [] });
    }
    expect(found).toBeGreaterThan(9);
    await page.close();
  });

  test('a headline is underlined as one, and is copied with plain spaces', async () => {
    const page = await served.browser.newPage();
    await page.goto(`${served.origin}/`);
    const runs = page.locator('.card a .unbroken');
    expect(await runs.count()).toBeGreaterThan(3);
    await page.locator('.card a:has(.unbroken)').first().hover();
    const lines = await page
      .locator('.card a:has(.unbroken)')
      .first()
      .evaluate((link) =>
        [link, ...link.querySelectorAll('.unbroken')].map(
          (part) => getComputedStyle(part).textDecorationLine,
        ),
      );
    expect(new Set(lines).size).toBe(1);
    const texts = await page.locator('h2, h3, h4').allTextContents();
    expect(texts.filter((text) => /[\u00a0\u200b\u2011\u2060]/.test(text))).toEqual([]);
    await page.close();
  });
});

/** Runs in the page: how many phrases there are in its headlines, and those that stand on two lines. */
function partedPhrases(pattern: string): { count: number; parted: string[] } {
  const selector =
    'h1, .card h2, .card h3, .card-summary, .standfirst, .key-points li, .neighbours a, .imprint p, .description';
  let count = 0;
  const parted: string[] = [];
  for (const element of document.querySelectorAll(selector)) {
    if (element.getClientRects().length === 0) continue;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const ends: { node: Node; from: number }[] = [];
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      ends.push({ node, from: text.length });
      text += node.textContent ?? '';
    }
    /** The line on which a character stands. */
    const lineOf = (index: number): number => {
      const { node, from } = ends.findLast((end) => end.from <= index) ?? { node: element, from: 0 };
      const range = document.createRange();
      range.setStart(node, index - from);
      range.setEnd(node, index - from + 1);
      return range.getBoundingClientRect().bottom;
    };
    for (const { 0: phrase, index } of text.matchAll(new RegExp(pattern, 'gu'))) {
      count += 1;
      if (Math.abs(lineOf(index) - lineOf(index + phrase.length - 1)) > 4)
        parted.push(`${phrase} in ${text.slice(0, 60)}`);
    }
  }
  return { count, parted };
}
