import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
// @ts-expect-error: a script without types
import { findChromium } from '../scripts/find-chromium.mjs';
import { fromRoot } from './from-root.ts';
import { runCli, startCli } from './run-cli.ts';

/** The sample portal, built as its readers get it but for AVIF and one translation, in a folder that is there until the file's tests have ended. */
export function buildPortal(): { readonly root: string; readonly built: ReturnType<typeof runCli> } {
  const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-portal-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  for (const part of ['content', 'broadsheet.config.ts'])
    cpSync(fromRoot(part), path.join(root, part), { recursive: true });
  // Without its translation, so that the English edition shows an original.
  rmSync(path.join(root, 'content/en/chinh-tri/thong-bao-tiep-cong-dan-thang-12.md'));
  // AVIF would take half of the tests' time, and looks the same.
  const config = path.join(root, 'broadsheet.config.ts');
  const written = readFileSync(config, 'utf8');
  writeFileSync(config, written.replace(/^ {2}lists:/m, "  pictures: { formats: ['webp'] },\n  lists:"));
  return { root, built: runCli(['build', '--json', '--site', root, '--now', '2026-11-30T08:00:00+07:00']) };
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
