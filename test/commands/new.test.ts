import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fromRoot } from '../from-root.ts';
import { inlineSite } from '../inline-site.ts';
import { runCli } from '../run-cli.ts';

const asUser = {
  GIT_CONFIG_COUNT: '2',
  GIT_CONFIG_KEY_0: 'user.name',
  GIT_CONFIG_VALUE_0: 'Tuyết Ngọc',
  GIT_CONFIG_KEY_1: 'user.email',
  GIT_CONFIG_VALUE_1: 'ngoc@bao.example',
  GIT_CONFIG_GLOBAL: '/dev/null',
};
const make = (root: string, ...args: string[]) => runCli(['new', ...args], { cwd: root, env: asUser });

test('a file with its front matter, a draft that builds without a word', async () => {
  const site = inlineSite();
  const { status, stdout } = make(site.root, 'kinh-te', 'Đường lúa "gạo": giá tăng');
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'content/kinh-te/duong-lua-gao-gia-tang.md\n' });
  const text = readFileSync(path.join(site.root, 'content/kinh-te/duong-lua-gao-gia-tang.md'), 'utf8');
  expect(text).toMatch(
    /^---\ntitle: "Đường lúa \\"gạo\\": giá tăng"\ndate: \d{4}-\d\d-\d\d \d\d:\d\d\nauthors: \["Tuyết Ngọc"\]\nstatus: draft\nsummary:\ntags: \[\]\n---\n\n$/,
  );
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now());
  expect(text).toContain(`date: ${today}`);
  expect(await site.build()).toMatchObject({ articles: 0, errors: 0, warnings: 0 });
});

test('a folder, by an author that the site knows', () => {
  const { root } = inlineSite({
    'content/_authors/ngoc.md': '---\nname: Ngọc T.\nemail: NGOC@bao.example\n---\n',
  });
  expect(make(root, 'kinh-te/', 'Chợ nổi', '--folder').stdout).toBe('content/kinh-te/cho-noi/index.md\n');
  expect(readFileSync(path.join(root, 'content/kinh-te/cho-noi/index.md'), 'utf8')).toContain(
    'authors: [ngoc]',
  );
});

test('a headline whose slug would make it the page of its folder', async () => {
  const site = inlineSite();
  for (const headline of ['Index', '_index']) {
    const { stdout, stderr } = make(site.root, 'kinh-te', headline);
    expect(stdout).toBe('content/kinh-te/index-1.md\n');
    expect(stderr).toContain('broadsheet dev --drafts');
    site.remove('content/kinh-te/index-1.md');
  }
});

test('overwrites nothing', () => {
  const { root } = inlineSite({ 'content/kinh-te/cho-noi.md': 'cũ' });
  for (const args of [
    ['kinh-te', 'Chợ nổi'],
    ['kinh-te', 'Chợ nổi', '--folder'],
  ])
    expect(make(root, ...args)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is there already'),
    });
  expect(readFileSync(path.join(root, 'content/kinh-te/cho-noi.md'), 'utf8')).toBe('cũ');
  expect(existsSync(path.join(root, 'content/kinh-te/cho-noi'))).toBe(false);
});

test('names the categories, and does not ask where nobody can answer', () => {
  const { root } = inlineSite();
  expect(make(root, 'kinh-tế', 'x')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('did you mean "kinh-te"?'),
  });
  for (const args of [[], ['kinh-te'], ['kinh-te', ' ']])
    expect(make(root, ...args), args.join()).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('expected a category and a headline'),
    });
  for (const category of ['../../etc', '/', '.']) expect(make(root, category, 'x').status, category).toBe(2);
});

test.skipIf(spawnSync('script', ['--version']).status !== 0)('asks on a terminal', () => {
  const { root } = inlineSite();
  const cli = fromRoot('lib/cli.cjs');
  spawnSync(
    'sh',
    [
      '-c',
      `(sleep 2; printf 'Tin hoi dap'; sleep 0.3; printf '\\r'; sleep 1) | script -qec '${process.execPath} ${cli} new kinh-te' /dev/null`,
    ],
    {
      cwd: root,
      env: { ...process.env, ...asUser, TERM: 'xterm' },
    },
  );
  expect(readdirSync(path.join(root, 'content/kinh-te'))).toContain('tin-hoi-dap.md');
});

test('any title gives a name that every system takes', () => {
  const { root } = inlineSite();
  expect(make(root, 'kinh-te', '新闻').stdout).toContain('content/kinh-te/新闻.md\n');
  const [, name = ''] = /kinh-te\/(.*)\.md/.exec(make(root, 'kinh-te', 'rất dài '.repeat(60)).stdout) ?? [];
  expect(name.length).toBeLessThanOrEqual(80);
  expect(name).toMatch(/^(?:rat-dai-)*(?:rat|rat-dai)$/);
});
