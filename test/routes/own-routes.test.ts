import { expect, test } from 'vitest';
import { article, inlineSite } from '../inline-site.ts';
import { runCli } from '../run-cli.ts';

const configured = (generator: string): string =>
  `import { defineConfig, file, generators, page } from 'broadsheet';
const later = <Value>(value: Value): Promise<Value> => new Promise((resolve) => setTimeout(resolve, 1, value));
export default defineConfig({
  site: { title: 'B', origin: 'https://b.example' },
  navigation: [{ title: 'Sự kiện', to: '/su-kien/' }],
  routes: { ${generator} },
});
`;
const event = `page('su-kien/index.html', 'plain', () => ({
  ...[...generators.pages(site)].find(({ kind }) => kind === 'page').props(),
}))`;

test.each([
  ['a generator', `*events(site) { yield ${event}; }`],
  ['a function', `events: (site) => [${event}]`],
  ['an asynchronous generator', `async *events(site) { await later(1); yield ${event}; }`],
  ['an asynchronous function', `async events(site) { return later([${event}]); }`],
  [
    'an asynchronous function of a generator',
    `async events(site) { await later(1); return (function* () { yield ${event}; })(); }`,
  ],
  [
    'an asynchronous function of an asynchronous generator',
    `async events(site) { return (async function* () { yield later(${event}); })(); }`,
  ],
  ['promises of routes', `events: (site) => [later(${event})]`],
])('%s lists routes, to which links and the navigation may lead', (_, generator) => {
  const site = inlineSite({
    'broadsheet.config.ts': configured(generator),

    'content/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nMột.\n',
    'content/kinh-te/a.md': article('title: A\nsummary: Tóm tắt.', 'Xem [lịch](/su-kien/).'),
  });
  const run = (command: string) => runCli([command], { cwd: site.root });
  expect(run('check')).toMatchObject({ status: 0, stderr: '' });
  expect(run('build')).toMatchObject({ status: 0, stderr: '' });
  expect(site.read('su-kien/index.html')).toContain('href="/su-kien/"');
  expect(site.read('kinh-te/a/index.html')).toContain('<a href="/su-kien/">lịch</a>');
  expect(site.read('sitemap-pages.xml')).toContain('https://b.example/su-kien/');
  site.write({
    'content/kinh-te/a.md': article('title: A\nsummary: Tóm tắt.', 'Xem [lịch](/su-kien/) mới.'),
  });
  expect(run('build')).toMatchObject({ status: 0, stderr: '' });
  expect(run('verify')).toMatchObject({ status: 0, stderr: '' });
});

test('what an asynchronous generator reads is an input of the site, and default routes can be wrapped', () => {
  const site = inlineSite({
    'broadsheet.config.ts': configured(
      `async *events(site) { const { one } = site.data(await later('one.json')); yield file('one.txt', () => ({ one }), ({ one }) => one); },
       async *articles(site) { for (const route of generators.articles(site)) yield route; }, `,
    ).replace(/ {2}navigation.*\n/, ''),
    'one.json': '{ "one": "trước" }',

    'content/kinh-te/a.md': article('title: A\nsummary: Tóm tắt.'),
  });
  const build = () => runCli(['build'], { cwd: site.root });
  expect(build()).toMatchObject({ status: 0, stderr: '' });
  expect(site.read('one.txt')).toBe('trước');
  expect(site.has('kinh-te/a/index.html')).toBe(true);
  expect(build().stdout).toMatch(/\b0 files written/);
  site.write({ 'one.json': '{ "one": "sau" }' });
  expect(build()).toMatchObject({ status: 0, stderr: '' });
  expect(site.read('one.txt')).toBe('sau');
});

test('a feed of the site’s own that fails is told by check and by build, as a file is', () => {
  const site = inlineSite({
    'broadsheet.config.ts': configured(
      `feeds: (site) => [...generators.feeds(site)].filter(({ kind }) => kind === 'feed').map((route) => ({
        ...route,
        render: () => { throw new Error('hỏng'); },
      })),`,
    ).replace(/ {2}navigation.*\n/, ''),
  });
  for (const command of ['check', 'build']) {
    const { status, stderr } = runCli([command], { cwd: site.root });
    expect(status).toBe(1);
    expect(stderr).toContain('generator-failed');
    expect(stderr).toContain('hỏng');
  }
});
