import { expect, test } from 'vitest';
import { article, inlineSite } from '../inline-site.ts';
import { runCli } from '../run-cli.ts';

const siteWith = (config: string, others: Readonly<Record<string, string>> = {}) =>
  inlineSite({
    'broadsheet.config.ts': config,
    'content/kinh-te/a.md': article('title: A\nsummary: Tóm tắt.'),
    ...others,
  });
const configured = (options: string, before = ''): string =>
  `import { defineConfig, file, page } from 'broadsheet';\n${before}\nexport default defineConfig({ site: { title: 'B', origin: 'https://b.example' },\n${options}\n});\n`;

test.each([
  'build',
  'check',
  'verify',
  'report status',
  'report royalties --month 2026-11',
  'views import log',
  'codeowners',
  'new kinh-te A',
])('%s: a configuration that waits for what never comes', (command) => {
  const { root } = siteWith(configured('', "import { a } from './a.ts';\nvoid a;"), {
    'a.ts': 'export const a: number = 1;\nawait new Promise<void>(() => {});\n',
    log: '',
  });
  const { status, stderr, stdout } = runCli(command.split(' '), { cwd: root });
  expect(stdout).toBe('');
  expect(stderr).toContain(
    'a.ts:2:1  error  broken-config\n  The configuration cannot be used: it waits for a promise that never settles.\n',
  );
  expect(status).toBe(1);
});

test('a configuration that waits for what never comes, as JSON and in Vietnamese', () => {
  const { root } = siteWith(configured('', 'await new Promise(() => {});'));
  const { status, stdout } = runCli(['--lang', 'vi', 'check', '--format', 'json'], { cwd: root });
  expect(JSON.parse(stdout)).toMatchObject({
    errors: 1,
    messages: [
      {
        rule: 'broken-config',
        path: 'broadsheet.config.ts',
        line: 2,
        message: 'Không dùng được cấu hình: nó chờ một promise không bao giờ kết thúc.',
      },
    ],
  });
  expect(status).toBe(1);
});

test('a plugin that never ends its work: the document is named', () => {
  const site = siteWith(
    configured(
      'limits: { seconds: 4 }, markdown: { remarkPlugins: [() => (_, { path }) => path.endsWith("b.md") ? new Promise(() => {}) : undefined] }',
    ),
    {
      'content/kinh-te/b.md': article('title: B'),
    },
  );
  const { status, stderr } = runCli(['build'], { cwd: site.root });
  expect(stderr).toContain('content/kinh-te/b.md  error  too-slow');
  expect(status).toBe(1);
});

test.each([
  [
    "setTimeout(() => { throw new Error('later'); }, 1);",
    'broadsheet.config.ts:3:1  error  broken-config\n  The configuration cannot be used: later.',
  ],
  [
    "void Promise.reject(new Error('unheard'));",
    'broadsheet.config.ts:3:1  error  broken-config\n  The configuration cannot be used: unheard.',
  ],
  [
    "void Promise.reject('a text');",
    'broadsheet.config.ts  error  broken-config\n  The configuration cannot be used: a text.',
  ],
  [
    'const nothing = null; nothing.x;',
    "broadsheet.config.ts:3:1  error  broken-config\n  The configuration cannot be used: Cannot read properties of null (reading 'x').",
  ],
])('what the configuration throws, at once or late: %s', (code, said) => {
  const { root } = siteWith(
    configured('', `// one\n${code}\nawait new Promise((resolve) => setTimeout(resolve, 200));`),
  );
  const { status, stderr } = runCli(['build'], { cwd: root });
  expect(stderr).toContain(said);
  expect(stderr).not.toMatch(/\n\s+at |node:/);
  expect(status).toBe(1);
});

const here = (what: string): string => `generator-failed\n  The generator “mine” failed${what}.`;
test.each([
  ["() => { throw new Error('boom'); }", here(': boom')],
  ["function* () { yield file('a.txt', () => ({}), () => ''); throw new Error('boom'); }", here(': boom')],
  [
    "() => [page('a/index.html', 'article', () => { throw new Error('boom'); })]",
    here(' at the file a/index.html: boom'),
  ],
  ["() => [file('a.txt', () => { throw new Error('boom'); }, () => '')]", here(' at the file a.txt: boom')],
  ["() => [file('a.txt', () => ({}), () => { throw new Error('boom'); })]", here(' at the file a.txt: boom')],
  ["async () => { throw new Error('boom'); }", here(': boom')],
  ["async function* () { await null; throw new Error('boom'); }", here(': boom')],
  [
    "async () => [page('a/index.html', 'article', () => { throw new Error('boom'); })]",
    here(' at the file a/index.html: boom'),
  ],
  ['async () => 5', here(': it gives no list of routes')],
  ['() => new Promise(() => {})', here(': it waits for a promise that never settles')],
  [
    'async function* () { await new Promise(() => {}); }',
    here(': it waits for a promise that never settles'),
  ],
  ['() => 5', here(': it gives no list of routes')],
  ['() => [null]', here(': it lists something that is no route: make routes with page() and file()')],
  [
    "() => [{ kind: 'page', output: 'a' }]",
    here(': it lists something that is no route: make routes with page() and file()'),
  ],
  [
    "() => [file('a.txt', async () => ({}), () => '')]",
    here(' at the file a.txt: data() has to give its values at once, not later: no “async”'),
  ],
  [
    "() => [file('a.txt', () => ({}), async () => '')]",
    here(' at the file a.txt: render() gives neither text nor bytes'),
  ],
])('a generator of the site’s own: %s', (generator, said) => {
  const { root } = siteWith(configured('routes: {\n  mine: made,\n},', `const made =\n  ${generator};`));
  for (const command of ['build', 'check']) {
    const { status, stderr } = runCli([command], { cwd: root });
    expect(stderr).toContain(said);
    // Where it threw, or else where the option stands.
    expect(stderr).toMatch(
      said.includes('boom') ? /^broadsheet\.config\.ts:3:3 / : /^broadsheet\.config\.ts:6:3 /,
    );
    expect(status).toBe(1);
  }
});
