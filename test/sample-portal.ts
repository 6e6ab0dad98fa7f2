import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest';
// @ts-expect-error: a script without types
import { findChromium } from '../scripts/find-chromium.mjs';
import { fromRoot } from './from-root.ts';
import { runCli, startCli } from './run-cli.ts';

/**
 * The sample portal, built as its readers get it but for AVIF and one translation, once for all tests: who
 * comes later waits for the build at work, and finds nothing to do. Nobody may change it.
 */
export function buildPortal(): { readonly root: string; readonly built: ReturnType<typeof runCli> } {
  const root = inject('portal');
  if (!existsSync(path.join(root, 'broadsheet.config.ts'))) copyPortal(root);
  return { root, built: runCli(['build', '--json', '--site', root, '--now', '2026-11-30T08:00:00+07:00']) };
}

/** Options that the sample portal leaves as they are by default: every consumer is served. */
const options: Readonly<Record<string, string>> = {
  // AVIF would take half of the tests' time, and looks the same.
  pictures: "formats: ['webp']",
  feeds: "tags: true, authors: true, hub: 'https://hub.example/'",
  delivery: "precompressed: true, gone: ['/lich-cup-dien-2025/']",
};

const withOptions = (config: string): string =>
  Object.entries(options)
    .reduce((text, [name, more]) => text.replace(`  ${name}: {`, `$& ${more},`), config)
    .replace("hosts: ['nginx']", "hosts: ['nginx', 'apache', 'caddy', 'iis', 'netlify']")
    .replace(
      '  robots: {',
      "  security: { contact: ['mailto:an-ninh@baolacgiang.example'], expires: '2027-06-30' },\n$&",
    );

/** Copies it as a whole, should two do so at once. */
function copyPortal(root: string): void {
  const copy = mkdtempSync(path.join(root, 'copy-'));
  cpSync(fromRoot('content'), path.join(copy, 'content'), { recursive: true });
  // Without its translation, so that the English edition shows an original.
  rmSync(path.join(copy, 'content/en/chinh-tri/thong-bao-tiep-cong-dan-thang-12.md'));
  try {
    renameSync(path.join(copy, 'content'), path.join(root, 'content'));
  } catch {
    // Another one was first.
  }
  const written = readFileSync(fromRoot('broadsheet.config.ts'), 'utf8');
  const config = path.join(copy, 'broadsheet.config.ts');
  writeFileSync(config, withOptions(written));
  renameSync(config, path.join(root, 'broadsheet.config.ts'));
}

interface ServedPortal {
  origin: string;
  browser: Browser;
  /** A page of the portal, in a context that ends with the test. */
  readonly visit: (address: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** A server of the portal and a browser, while the tests around the call run; both are there from the first test on. */
export function servePortal(root: string): ServedPortal {
  const server = startCli(['preview', '--site', root, '--port', '0']);
  const served = {
    async visit(address, options = {}) {
      const context = await served.browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      onTestFinished(() => context.close());
      const page = await context.newPage();
      await page.goto(`${served.origin}${address}`);
      return page;
    },
  } as ServedPortal;
  beforeAll(async () => {
    if (!server.stdout) throw new Error('no output');
    const [address] = (await once(createInterface(server.stdout), 'line')) as [string];
    served.origin = new URL(address).origin;
    served.browser = await chromium.launch({ executablePath: findChromium() });
  });
  afterAll(async () => {
    await served.browser?.close();
    server.kill();
  });
  return served;
}
