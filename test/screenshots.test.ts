import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { fromRoot } from './from-root.ts';
import { createSite } from './inline-site.ts';
import { type Difference, differenceOf } from './picture-difference.ts';
import { buildPortal, servePortal } from './sample-portal.ts';
import { arabicSite } from './theme/arabic.ts';

// Pages of the sample portal, and of a paper in Arabic, as readers see them, from top to foot, held against the
// pictures in `test/screenshots/`, which have half their size. After a wanted change of the theme: `RENEW=1 npx vitest run
// test/screenshots.test.ts`, then look at each picture that changed before you commit it.
const renew = process.env.RENEW !== undefined;
const folder = fromRoot('test/screenshots');
const command = 'RENEW=1 npx vitest run test/screenshots.test.ts';
/** How many of the 1,024 pixels of a square may differ, which a machine with another processor draws otherwise. */
const tolerance = 40;

/** One of each kind of page, and of each layout of an article. */
const pages = {
  'front-page': '/',
  section: '/kinh-te/',
  'section-english': '/en/economy/',
  'nested-section': '/kinh-te/nong-nghiep/',
  'section-page-1': '/kinh-te/trang-1/',
  news: '/kinh-te/cang-lac-duong/',
  'corrected-with-table': '/kinh-te/xe-buyt-dien/',
  feature: '/van-hoa/lang-chieu-ban-thach/',
  'photo-story': '/van-hoa/le-hoi-hoa-dang/',
  interview: '/van-hoa/don-ca-toi-thu-sau/',
  analysis: '/chinh-tri/chin-du-an-cham/',
  'analysis-with-chart': '/moi-truong/xam-nhap-man-den-som/',
  announcement: '/kinh-te/nong-nghiep/ke-hoach-vu-dong-xuan/',
  document: '/moi-truong/chat-luong-nuoc-song-lac/',
  withdrawn: '/xa-hoi/cat-nuoc-thi-xa-song-vang/',
  author: '/tac-gia/tuyet-ngoc/',
  authors: '/tac-gia/',
  tag: '/tu-khoa/lua-gao/',
  tags: '/tu-khoa/',
  archive: '/luu-tru/',
  month: '/luu-tru/2026/11/',
  corrections: '/dinh-chinh/',
  'plain-page': '/gioi-thieu/',
  'not-found': '/404.html',
  'arabic-front-page': '/ar/',
  'arabic-section': '/ar/economy/',
  'arabic-article': '/ar/economy/rice/',
} as const;

interface Shot {
  readonly page: keyof typeof pages;
  readonly width: keyof typeof heights;
  readonly as?: 'dark' | 'high-contrast' | 'text-200' | 'print';
}
/** The heights of the windows, by their widths; 672 is what A4 has between the margins. */
const heights = { 360: 740, 672: 986, 768: 1024, 1280: 800, 1920: 1080 };

/** Pages of one column of words, which look alike at any width. */
const simple = new Set<Shot['page']>(['archive', 'month', 'corrections', 'plain-page', 'not-found', 'tags']);

const shots: readonly Shot[] = [
  ...(Object.keys(pages) as Shot['page'][]).flatMap((page) =>
    (simple.has(page) ? ([1280] as const) : ([360, 1280] as const)).map((width) => ({ page, width })),
  ),
  { page: 'front-page', width: 768 },
  { page: 'section', width: 768 },
  { page: 'news', width: 768 },
  { page: 'front-page', width: 1920 },
  { page: 'feature', width: 1920 },
  { page: 'front-page', width: 1280, as: 'dark' },
  { page: 'section', width: 360, as: 'dark' },
  { page: 'corrected-with-table', width: 360, as: 'dark' },
  { page: 'document', width: 1280, as: 'dark' },
  { page: 'news', width: 1280, as: 'high-contrast' },
  { page: 'section', width: 360, as: 'text-200' },
  { page: 'news', width: 1280, as: 'text-200' },
  { page: 'front-page', width: 672, as: 'print' },
  { page: 'corrected-with-table', width: 672, as: 'print' },
  { page: 'document', width: 672, as: 'print' },
];
const nameOf = ({ page, width, as }: Shot): string => [page, width, ...(as ? [as] : [])].join('-');

/** A server of a copy of a site that is built. */
function serve(built: string) {
  const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-screenshots-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  for (const part of ['broadsheet.config.ts', 'dist'])
    cpSync(path.join(built, part), path.join(root, part), { recursive: true });
  const assets = path.join(root, 'dist/assets');
  // A font that comes late is left out: right for readers, but a matter of chance.
  for (const file of readdirSync(assets).filter((name) => name.endsWith('.css'))) {
    const css = readFileSync(path.join(assets, file), 'utf8');
    writeFileSync(path.join(assets, file), css.replace(/font-display:\s*optional/g, 'font-display:block'));
  }
  return servePortal(root);
}
const portal = serve(buildPortal().root);
const paper = createSite(arabicSite);
afterAll(paper.dispose);
await paper.build();
const arabic = serve(paper.root);

const contexts = new Map<string, Promise<BrowserContext>>();
/** A context for windows and readers of one kind, which keeps what it has loaded. */
function contextFor({ width, as }: Shot): Promise<BrowserContext> {
  const key = `${width} ${as}`;
  const context =
    contexts.get(key) ??
    portal.browser.newContext({
      viewport: { width, height: heights[width] },
      colorScheme: as === 'dark' ? 'dark' : 'light',
      contrast: as === 'high-contrast' ? 'more' : 'no-preference',
    });
  contexts.set(key, context);
  return context;
}

/** A page as a picture of half its size, with further styles where they are given. */
async function take(shot: Shot, css?: string): Promise<Buffer> {
  const page = await (await contextFor(shot)).newPage();
  onTestFinished(() => page.close());
  if (shot.as === 'print') await page.emulateMedia({ media: 'print' });
  if (shot.as === 'text-200') await page.addInitScript(() => localStorage.setItem('text-size', '200'));
  const { origin } = shot.page.startsWith('arabic-') ? arabic : portal;
  await page.goto(`${origin}${pages[shot.page]}`);
  if (css) await page.addStyleTag({ content: css });
  await page.evaluate(async () => {
    for (const stop of document.querySelectorAll<HTMLInputElement>('.moving > input')) stop.checked = true;
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())]);
  });
  const screenshot = await page.screenshot({
    fullPage: true,
    type: 'jpeg',
    quality: 95,
    animations: 'disabled',
  });
  return sharp(screenshot)
    .resize({ width: shot.width / 2 })
    .webp({ quality: 30, effort: 2 })
    .toBuffer();
}

const fileOf = (shot: Shot): string => path.join(folder, `${nameOf(shot)}.webp`);

/** Leaves the new picture and the difference in a folder, and says where. */
function told(shot: Shot, taken: Buffer, { most, picture }: Difference): string {
  const place = mkdtempSync(path.join(tmpdir(), 'broadsheet-screenshots-'));
  writeFileSync(path.join(place, `${nameOf(shot)}.webp`), taken);
  writeFileSync(path.join(place, `${nameOf(shot)}-difference.png`), picture);
  return `${nameOf(shot)}: ${most} of 1024 pixels differ in one place, ${tolerance} may. See ${place}. If the change is wanted: ${command}`;
}

test.each(shots.map((shot) => [nameOf(shot), shot] as const))('%s', async (_, shot) => {
  const taken = await take(shot);
  const kept = existsSync(fileOf(shot)) ? readFileSync(fileOf(shot)) : undefined;
  if (!kept && !renew) throw new Error(`${fileOf(shot)} is missing. Make it: ${command}`);
  const difference = kept && (await differenceOf(kept, taken));
  if (difference && difference.most <= tolerance) return;
  if (difference && !renew) throw new Error(told(shot, taken, difference));
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(shot), taken);
});

test('no picture is kept that no page is held against', () => {
  const known = new Set(shots.map((shot) => path.basename(fileOf(shot))));
  const left = readdirSync(folder).filter((file) => !known.has(file));
  if (renew) for (const file of left) rmSync(path.join(folder, file));
  else expect(left).toEqual([]);
});

describe('what is wrong is seen', () => {
  test.each([
    ['a margin of 8 px', 'section', '.card { margin-top: 8px }'],
    ['a section that is lost', 'front-page', '.home-section:nth-of-type(3) { display: none }'],
    ['another colour', 'section', '.kicker a { color: #9a1220 }'],
    ['a picture that is lost', 'news', 'main img { visibility: hidden }'],
    ['a hairline that is lost', 'section', '.list .cards-row > li { border-color: transparent }'],
    ['a font that is lost', 'section', 'h1 { font-family: serif }'],
  ] as const)('%s', async (_, page, css) => {
    const shot = { page, width: 1280 } as const;
    const { most } = await differenceOf(readFileSync(fileOf(shot)), await take(shot, css));
    expect(most).toBeGreaterThan(tolerance * 2);
  });
});
