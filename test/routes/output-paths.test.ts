import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { article, inlineSite, reported } from '../inline-site.ts';
import { runCli } from '../run-cli.ts';

const configured = (options: string, before = ''): string =>
  `import { defineConfig, file, page } from 'broadsheet';\n${before}\nexport default defineConfig({\n  site: { title: 'B', origin: 'https://b.example' },\n${options}\n});\n`;
const siteWith = (config: string) =>
  inlineSite({ 'broadsheet.config.ts': config, 'content/kinh-te/a.md': article('title: A') });

test.each([
  ["  permalinks: { article: '/../../:slug/' },", '5:17', 'permalinks.article'],
  ["  permalinks: {\n    page: '/./:slug/' },", '6:5', 'permalinks.page'],
  ["  permalinks: { tag: '/a/..' },", '5:17', 'permalinks.tag'],
  ["  permalinks: { author: '/.broadsheet/:slug/' },", '5:17', 'permalinks.author'],
  ["  permalinks: { month: '/:year/../:month/' },", '5:17', 'permalinks.month'],
])('a pattern that leads elsewhere: %s', (option, place, key) => {
  const { status, stderr } = runCli(['build'], { cwd: siteWith(configured(option)).root });
  expect(stderr).toMatch(
    new RegExp(
      `^broadsheet\\.config\\.ts:${place}  error  config-value\n  The option “${key.replace('.', '\\.')}”`,
    ),
  );
  expect(status).toBe(1);
});

test.each(['/../x/', '/./', '/x/../', '/.broadsheet/'])('a base that leads elsewhere: %s', (base) => {
  const { status, stderr } = runCli(['build'], {
    cwd: siteWith(configured('').replace("'https://b.example' }", `'https://b.example', base: '${base}' }`))
      .root,
  });
  expect(stderr).toMatch(/^broadsheet\.config\.ts:4:52 {2}error {2}config-value\n/);
  expect(status).toBe(1);
});

describe('the site’s own routes', () => {
  test.each([
    ["file('../escaped.html', () => ({}), () => '')", '../escaped.html: the path has a step “.” or “..”'],
    ["page('/abs', 'article', () => ({}) as never)", '/abs: the path begins with “/”'],
    ["file('a//b', () => ({}), () => '')", 'a//b: a part of the path is empty'],
    ["file('', () => ({}), () => '')", ': the path is empty'],
    ["file('a/', () => ({}), () => '')", 'a/: the path ends with “/” and names no file'],
    ["file('a\\0b', () => ({}), () => '')", 'a\\u0000b: the path has a control character'],
    ["file('a\\\\b', () => ({}), () => '')", 'a\\\\b: the path has a backslash'],
    ["file('C:/a', () => ({}), () => '')", 'C:/a: the path names a drive'],
    [
      "file('.broadsheet', () => ({}), () => '')",
      '.broadsheet: names that begin with “.broadsheet” are the tool’s',
    ],
    [
      "({ kind: 'file', output: '../../mine.html', data: () => ({}), render: () => '' } as never)",
      '../../mine.html: the path has a step “.” or “..”',
    ],
  ])('%s', (route, said) => {
    const site = siteWith(
      configured('  routes: {\n    mine,\n  },', `const mine = () => [\n  ${route},\n];`),
    );
    for (const command of ['build', 'check']) {
      const { status, stderr } = runCli([command], { cwd: site.root });
      expect(stderr).toContain(
        `The generator “mine” failed at the file ${said}.`.replace('file :', 'file :'),
      );
      expect(stderr).toMatch(
        route.includes('kind') ? /^broadsheet\.config\.ts:8:5 / : /^broadsheet\.config\.ts:3:3 /,
      );
      expect(status).toBe(1);
    }
  });
});

test('slugs and old addresses that are paths, and names in _static/ that no output can have, at their places', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: A\naliases: [/../y/, /ok/]'),
    'content/kinh-te/c.md': article('title: C\nslug: ../../x'),
    'content/kinh-te/b.md': article('title: B\nslug: ".."'),
    'content/gioi-thieu.md': '---\ntitle: G\nslug: a/b\n---\n\nGiới thiệu.\n',
  });
  mkdirSync(path.join(site.root, 'content/_static/sub'), { recursive: true });
  writeFileSync(path.join(site.root, 'content/_static/a\\b.txt'), 'x');
  writeFileSync(path.join(site.root, 'content/_static/sub/a\nb.txt'), 'x');
  writeFileSync(path.join(site.root, 'content/_static/C:x.txt'), 'x');
  const result = await site.build();
  expect(reported(result)).toEqual([
    'content/_static/C:x.txt bad-output',
    'content/_static/a\\b.txt bad-output',
    'content/_static/sub/a\nb.txt bad-output',
    'content/gioi-thieu.md:3:7 slug-path',
    'content/kinh-te/a.md:3:11 bad-alias',
    'content/kinh-te/b.md:3:7 slug-path',
    'content/kinh-te/c.md:3:7 slug-path',
  ]);
  expect(
    [...site.tree().keys()].filter((name) => /\.txt$|(?:a-b|ok|x|n-\w+)\/index\.html$/.test(name)),
  ).toEqual(['ok/index.html', 'robots.txt']);
});
