import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
// @ts-expect-error: a script without types
import { findChromium } from '../../scripts/find-chromium.mjs';
import { article, createSite } from '../inline-site.ts';
import { startCli } from '../run-cli.ts';

const word = 'Nghieencuuchuyensaucongnghes';
const address = `https://thongke.example/du-lieu/${'bang-so-lieu-nam-2026'.repeat(8)}.html`;
const fields = `title: "${word} ${word.toUpperCase()}"\nsummary: ${word} ${address}\ntags: [lúa, ${word}]\nauthors: [${word}]\nfeatured: home`;
const body = `${word}\n\n- ${address}\n- [${address}](${address})\n- \`${address}\`\n\n1. ${word}\n\n> ${address}\n\n## ${word}${word}\n\n| ${word} | ${address} |\n| --- | --- |\n| a | b |`;

describe('at 390 px and at 320 px no long word and no long address widens the page', () => {
  const site = createSite({
    'content/kinh-te/_index.md': `---\ntitle: ${word}\ndescription: ${word} ${address}\n---\n${address}\n`,
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => [
        `content/kinh-te/bai-${number}.md`,
        article(`${fields}\ndate: 2026-11-1${number} 08:30`, body),
      ]),
    ),
    'content/trang.md': `---\ntitle: ${word}${word}\n---\n${body}\n`,
  });
  let browser: Browser;
  let origin: string;
  beforeAll(async () => {
    await site.build();
    const server = startCli(['preview', '--site', site.root, '--port', '0']);
    if (!server.stdout) throw new Error('no output');
    const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
    origin = new URL(line).origin;
    browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
    return async () => {
      await browser.close();
      server.kill();
    };
  });
  afterAll(site.dispose);

  test.each([
    '/',
    '/kinh-te/',
    '/kinh-te/bai-1/',
    '/trang/',
    '/tu-khoa/',
    '/tu-khoa/lua/',
    '/luu-tru/',
    '/luu-tru/2026/11/',
    '/404.html',
  ])('%s', async (path) => {
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${origin}${path}`);
      const wide = await page.evaluate(() => {
        const most = document.documentElement.clientWidth;
        const scrolls = (element: Element | null): boolean =>
          element !== null &&
          (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
        const beyond = [...document.body.querySelectorAll('*')]
          .filter(
            (element) => element.getBoundingClientRect().right > most + 1 && !scrolls(element.parentElement),
          )
          .map((element) => `${element.tagName}.${element.className}`);
        return { page: document.documentElement.scrollWidth - most, beyond: beyond.slice(0, 5) };
      });
      expect({ width, ...wide }).toEqual({ width, page: 0, beyond: [] });
    }
  });
});
