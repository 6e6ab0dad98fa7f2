import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { docusaurus } from './archives/docusaurus.ts';
import { eleventy } from './archives/eleventy.ts';
import { ghost } from './archives/ghost.ts';
import { hugo } from './archives/hugo.ts';
import { jekyll } from './archives/jekyll.ts';
import { createSite, type InlineSite, readTree } from './inline-site.ts';
import { type Outcome, runCli } from './run-cli.ts';

/** The archives, with how many articles are public, months have one, tags they have, and old addresses. */
const archives = [
  ['Jekyll', jekyll(), { articles: 20, months: 12, tags: 4, redirects: 0 }],
  ['Hugo', hugo(), { articles: 17, months: 10, tags: 2, redirects: 1 }],
  ['Eleventy', eleventy(), { articles: 18, months: 2, tags: 3, redirects: 0 }],
  ['Ghost', ghost(), { articles: 20, months: 2, tags: 2, redirects: 0 }],
  ['Docusaurus', docusaurus(), { articles: 18, months: 2, tags: 2, redirects: 0 }],
] as const;
const moment = '2026-11-22T08:00:00+07:00';

/** The words of a page as a reader sees them, in one line. */
const wordsOf = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

describe.each(archives)('an archive of %s', (_, { files, shown, withheld }, counts) => {
  let site: InlineSite;
  let outcome: Outcome;
  const run = (...args: readonly string[]): Outcome =>
    runCli([...args, '--site', site.root], { cwd: site.root });
  beforeAll(() => {
    site = createSite(files);
    outcome = run('build', '--now', moment);
    return site.dispose;
  });

  test('nothing that is held back is published', () => {
    const outputs = readTree(path.join(site.root, 'dist'));
    for (const [output, content] of outputs)
      for (const sentence of withheld)
        expect(content.includes(sentence), `${output}: ${sentence}`).toBe(false);
    expect(withheld.length).toBeGreaterThan(4);
  });

  test('no sentence of what is published is lost', () => {
    for (const [output, sentences] of shown) {
      expect(site.has(output), output).toBe(true);
      const words = wordsOf(site.read(output));
      for (const sentence of sentences) expect(words, output).toContain(sentence);
    }
  });

  test('there are as many pages as one expects', () => {
    // The front page, the search, the list of feeds, the one for what is not found, two categories, the lists of months and of tags.
    const others = 8 + counts.months + counts.tags + counts.redirects;
    expect(outcome.stdout).toMatch(new RegExp(`^${counts.articles} articles, ${shown.size + others} pages,`));
  });

  test('the messages fit on a screen or two', () => {
    const lines = `${outcome.stderr}${outcome.stdout}`.trimEnd().split('\n');
    expect(lines.length).toBeLessThan(42);
  });

  test('a second build does nothing, and verify finds no difference', () => {
    expect(run('build', '--now', moment).stdout).toMatch(/\b0 (?:files written|tệp)/);
    expect(run('verify').status).toBe(0);
  });
});
