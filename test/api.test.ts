import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fromRoot } from './from-root.ts';
import { article, type Files, type InlineSite, inlineSite } from './inline-site.ts';

const example =
  readFileSync(fromRoot('docs/api.md'), 'utf8').match(/^```js publish\.mjs\n([\s\S]*?)^```$/m)?.[1] ?? '';

/** A site that has the package among its dependencies. */
function siteWithPackage(files: Files): InlineSite {
  const site = inlineSite(files);
  mkdirSync(path.join(site.root, 'node_modules'));
  symlinkSync(fromRoot('.'), path.join(site.root, 'node_modules/broadsheet'));
  return site;
}

const run = ({ root }: InlineSite, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
};

test('the example builds the site, and only its own words are printed', () => {
  const site = siteWithPackage({
    'publish.mjs': example,
    'content/kinh-te/gia-lua.md': article('title: Giá lúa', 'Xem [bài](khong-co.md).'),
  });
  expect(run(site, 'publish.mjs')).toEqual({
    status: 1,
    stdout:
      'content/kinh-te/gia-lua.md:5 dead-link: The link “khong-co.md” leads nowhere on this site; its text is kept without the link.\n1 articles, 1 errors\n',
    stderr: '',
  });
  expect(site.read('kinh-te/gia-lua/index.html')).toContain('<p>Xem bài.</p>');
});

test('what the program has of the process is left as it was', () => {
  const site = siteWithPackage({
    'own.mjs': `import { build } from 'broadsheet';
const listeners = () => ['uncaughtException', 'unhandledRejection', 'SIGINT', 'SIGTERM', 'warning'].map((name) => process.listenerCount(name));
const before = [...listeners(), process.cwd(), process.exitCode];
const { articles, messages } = await build({ site: '.', out: 'elsewhere', now: 0, cache: false, jobs: 1 });
process.stdout.write(JSON.stringify([articles, messages, JSON.stringify(before) === JSON.stringify([...listeners(), process.cwd(), process.exitCode])]));
`,
    'content/kinh-te/gia-lua.md': article('title: Giá lúa\ndate: 1969-12-31 08:00'),
  });
  expect(run(site, 'own.mjs')).toEqual({ status: 0, stdout: '[1,[],true]', stderr: '' });
  expect(site.tree('elsewhere').has('kinh-te/gia-lua/index.html')).toBe(true);
});

test('where nothing can be built the promise is rejected, and nothing printed', () => {
  const site = siteWithPackage({
    'own.mjs': `import { build } from 'broadsheet';
for (const site of ['.', 'nowhere'])
  await build({ site }).catch(({ name, messages = [] }) => process.stdout.write(name + ' ' + messages.map(({ rule, line, column }) => [line, column, rule].join(':')) + '\\n'));
`,
    'broadsheet.config.ts': `export default { site: { title: 'Báo Thử', origin: 'bao' } };\n`,
  });
  expect(run(site, 'own.mjs')).toEqual({
    status: 0,
    stdout: 'DiagnosedError 1:44:config-value\nUsageError \n',
    stderr: '',
  });
});

test('options and result have types', () => {
  const options =
    '{ "module": "nodenext", "strict": true, "noEmit": true, "checkJs": true, "allowJs": true, "skipLibCheck": true, "types": ["node"] }';
  const wrong = `import type { Article, BuildOptions, BuildResult, Category, RouteGenerator, Tag } from 'broadsheet';
import { build } from 'broadsheet';
const options: BuildOptions = { site: '.', jobs: 2 };
export const result: BuildResult = await build(options);
export const titles: RouteGenerator = () => [];
export const of = (article: Article): readonly [Category, readonly Tag[]] => [article.category, article.tags];
export const pages: string = result.pages;
`;
  const site = siteWithPackage({
    'publish.mjs': example,
    'own.mts': wrong,
    'tsconfig.json': `{ "compilerOptions": ${options}, "include": ["publish.mjs", "own.mts"] }`,
  });
  symlinkSync(fromRoot('node_modules/@types'), path.join(site.root, 'node_modules/@types'));
  expect(run(site, fromRoot('node_modules/typescript/bin/tsc'), '--pretty', 'false').stdout).toBe(
    "own.mts(7,14): error TS2322: Type 'number' is not assignable to type 'string'.\n",
  );
});
