import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';
// @ts-expect-error: a script without types
import { findChromium } from '../../scripts/find-chromium.mjs';

let running: Promise<Browser> | undefined;

/**
 * One Chromium for the file that calls this at its top; the function opens pages in it, each until its test
 * ends.
 */
export function useChromium(): (url: string) => Promise<Page> {
  afterAll(async () => {
    await (await running)?.close();
    running = undefined;
  });
  return async (url) => {
    const browser = await (running ??= chromium.launch({
      executablePath: findChromium(),
      args: ['--no-sandbox'],
    }));
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(url);
    await page.locator('html[data-broadsheet=ready]').waitFor();
    return page;
  };
}
