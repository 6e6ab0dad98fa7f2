// Makes the pictures of docs/theme.md and docs/blocks.md from the sample portal, with one build for each set
// of options. Run it by hand after `npm run compile`, when the theme changes: node scripts/pictures.mjs
// [name…]
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import sirv from 'sirv';
import { findChromium } from './find-chromium.mjs';

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, 'docs/images');
/** Largest picture in the documentation, in bytes. */
const limit = 40_000;

const home = (...parts) => `home: [${parts.join(', ')}]`;
const front = (options) => ({ options, address: '/' });
const section = (as) => ({
  ...front(home("{ lead: 'split' }", `{ section: 'van-hoa', as: '${as}' }`)),
  element: '.home-section',
});
const lead = (as) => front(home(`{ lead: '${as}' }`, '{ latest: 4 }'));
const layout = (address) => ({ options: '', address });
const block = (element) => ({ ...layout('/moi-truong/so-tay-mua-man/'), element });

/** The content of each picture: options besides those of the sample portal, and an address. */
const pictures = {
  'theme-accent': front("accent: '#14532d'"),
  'theme-masthead': { ...front("header: 'masthead'"), height: 360 },
  'theme-compact': { ...front("header: 'compact'"), height: 360 },
  'theme-density-compact': { ...front("density: 'compact'"), from: '.home-latest' },
  'theme-density-roomy': { ...front("density: 'roomy'"), from: '.home-latest' },
  'theme-round': front("corners: 'round', serif: 'system'"),
  'theme-dark': front("scheme: 'dark'"),
  'theme-lead-split': lead('split'),
  'theme-lead-hero': lead('hero'),
  'theme-lead-live': lead('live'),
  'theme-section-feature': section('feature'),
  'theme-section-columns': section('columns'),
  'theme-section-list': section('list'),
  'theme-section-pictures': section('pictures'),
  'layout-news': layout('/kinh-te/cang-lac-duong/'),
  'layout-feature': layout('/van-hoa/lang-chieu-ban-thach/'),
  'layout-photo': layout('/van-hoa/le-hoi-hoa-dang/'),
  'layout-video': layout('/van-hoa/cho-noi-vam-lac/'),
  'layout-interview': layout('/van-hoa/don-ca-toi-thu-sau/'),
  'layout-analysis': layout('/chinh-tri/chin-du-an-cham/'),
  'layout-announcement': layout('/kinh-te/nong-nghiep/ke-hoach-vu-dong-xuan/'),
  'block-box': block('.alert'),
  'block-quote': block('.pull-quote'),
  'block-gallery': block('.gallery'),
  'block-figures': block('.figures'),
  'block-details': block('details.fold'),
  'block-video': block('.video'),
  'block-audio': block('.audio'),
  'block-embed': block('.embed'),
  'block-table': block('.data-table'),
  'block-chart': block('.chart-line'),
  'block-timeline': block('.timeline'),
  'block-steps': block('.steps'),
  'block-button': block('p:has(> .button)'),
  'block-abbr': block('p:has(> abbr)'),
  'layout-document': layout('/moi-truong/chat-luong-nuoc-song-lac/'),
};

const site = mkdtempSync(path.join(tmpdir(), 'broadsheet-pictures-'));
cpSync(path.join(root, 'content'), path.join(site, 'content'), { recursive: true });
const config = readFileSync(path.join(root, 'broadsheet.config.ts'), 'utf8');

/** Builds the portal with further options of the theme. Later duplicates win. */
function build(options) {
  const written = config.replace(/^ {2}\},\n {2}lists:/m, `  ${options}\n  },\n  lists:`);
  writeFileSync(path.join(site, 'broadsheet.config.ts'), written);
  const command = ['lib/cli.cjs', 'build', '--site', site, '--now', '2026-11-25T09:00:00+07:00'];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/**
 * Takes a picture of a page from its top or from an element on, or of an element, as a WebP within the limit.
 */
async function take(browser, origin, { address, element, from, height = 800 }) {
  const page = await browser.newPage({ viewport: { width: 1280, height } });
  await page.goto(`${origin}${address}`, { waitUntil: 'networkidle' });
  const shown = element ? page.locator(element).first() : page;
  if (element) await shown.scrollIntoViewIfNeeded();
  if (from) await page.locator(from).evaluate((part) => part.scrollIntoView());
  await page.waitForLoadState('networkidle');
  const screenshot = await shown.screenshot();
  await page.close();
  for (let quality = 75; ; quality -= 8) {
    const webp = await sharp(screenshot).resize({ width: 800 }).webp({ quality }).toBuffer();
    if (webp.length < limit) return webp;
  }
}

mkdirSync(folder, { recursive: true });
const serve = sirv(path.join(site, 'dist'), { dev: true });
const server = createServer((request, response) => serve(request, response)).listen(0);
await once(server, 'listening');
const browser = await chromium.launch({ executablePath: findChromium() });
try {
  const names = process.argv.slice(2);
  let built;
  for (const [name, picture] of Object.entries(pictures)) {
    if (names.length > 0 && !names.includes(name)) continue;
    if (picture.options !== built) build(picture.options);
    built = picture.options;
    const file = path.join(folder, `${name}.webp`);
    writeFileSync(file, await take(browser, `http://localhost:${server.address().port}`, picture));
    process.stdout.write(`${path.relative(root, file)}\n`);
  }
} finally {
  await browser.close();
  server.close();
  rmSync(site, { recursive: true, force: true });
}
