import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Playwright from 'playwright-core';
import { contentType } from '../dev/listen.ts';
import type { Accessibility, Violation } from '../reports/compliance.ts';
import { importModule } from '../tool/import-module.ts';

interface Input {
  /** The site's folder, where the packages are searched first. */
  readonly root: string;
  /** One page of each kind. */
  readonly pages: readonly { readonly kind: string; readonly url: string }[];
  /** The file for a URL of the site; undefined where there is none. */
  readonly fileAt: (url: string) => string | undefined;
}

/** The tags of axe-core for WCAG 2.2 AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Checks one page of each kind in both colour schemes with axe-core, in a Chromium, if the packages
 * `playwright-core` and `axe-core` and a browser are installed. Makes no requests to other servers.
 */
export async function checkAccessibility({ root, pages, fileAt }: Input): Promise<Accessibility> {
  const find = (name: string) => resolveFrom([path.join(root, 'package.json'), import.meta.url], name);
  const [module, axe] = [find('playwright-core'), find('axe-core/axe.min.js')];
  if (module === undefined || axe === undefined) return { state: 'unchecked', reason: 'packages' };
  const executablePath = findBrowser();
  if (executablePath === undefined) return { state: 'unchecked', reason: 'browser' };
  const loaded = (await importModule(pathToFileURL(module).href)) as {
    readonly default: typeof Playwright;
  };
  const browser = await loaded.default.chromium.launch({ executablePath });
  try {
    const script = readFileSync(axe, 'utf8');
    const checked = [];
    for (const scheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme: scheme, reducedMotion: 'reduce' });
      await context.route('**', (route) => answer(route, fileAt(route.request().url())));
      for (const { kind, url } of pages) {
        const page = await context.newPage();
        await page.goto(url);
        await page.evaluate(script);
        checked.push({ kind, url, scheme, violations: (await page.evaluate(runAxe(rules))) as Violation[] });
        await page.close();
      }
      await context.close();
    }
    return { state: 'checked', pages: checked };
  } finally {
    await browser.close();
  }
}

const answer = (route: Playwright.Route, file: string | undefined): Promise<void> =>
  file === undefined
    ? route.fulfill({ status: 404, body: '' })
    : route.fulfill({ body: readFileSync(file), contentType: contentType(file) });

/** The code that runs in the page. */
const runAxe = (tags: readonly string[]): string =>
  `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) =>
    violations.map(({ id, help, nodes }) => ({ id, help, elements: nodes.map(({ html }) => html.slice(0, 200)) })))`;

/** The file of an optional package, in the first of these places that has it. */
function resolveFrom(places: readonly string[], name: string): string | undefined {
  for (const place of places) {
    try {
      return createRequire(place).resolve(name);
    } catch {
      // Another place may have it.
    }
  }
  return undefined;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser in `CHROMIUM`, else the first one on the path. */
function findBrowser(): string | undefined {
  const { CHROMIUM: configured, PATH = '' } = process.env;
  const candidates =
    configured === undefined
      ? PATH.split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)))
      : [configured];
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
