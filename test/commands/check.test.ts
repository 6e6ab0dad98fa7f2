import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { article, configuration, inlineSite } from '../inline-site.ts';
import { runCli } from '../run-cli.ts';

const files = {
  'content/kinh-te/lua.md': article(
    'title: Giá lúa\nsummary: Tóm tắt.',
    'Đi đến [đây](/kinh-te/).\n\nĐi đến [chợ](khong-co.md).',
  ),
  'content/kinh-te/ngo.md': article('title: Giá ngô\nsummary: Tóm tắt.', '#### Sâu'),
};
const git = (cwd: string, ...args: string[]): void => {
  const { status, stderr } = spawnSync(
    'git',
    ['-c', 'user.name=An', '-c', 'user.email=an@bao.example', '-c', 'commit.gpgsign=false', ...args],
    { cwd, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
};

test('says all at once, file by file, with source lines, and writes nothing', () => {
  const { root } = inlineSite(files);
  const { status, stdout } = runCli(['check'], { cwd: root });
  expect(status).toBe(1);
  expect(stdout.match(/^content\S+ {2}\w+ {2}[\w-]+$/gm)).toEqual([
    'content/kinh-te/lua.md:6:8  warning  link-text',
    'content/kinh-te/lua.md:8:8  error  dead-link',
    'content/kinh-te/ngo.md:6:1  warning  heading-skipped',
  ]);
  expect(stdout).toContain('  | Đi đến [chợ](khong-co.md).\n  |        ^\n');
  expect(stdout).toMatch(/docs\/rules\/dead-link\.md$/m);
  expect(stdout).toContain('3 files checked: 1 error, 2 warnings');
  expect(existsSync(path.join(root, 'dist'))).toBe(false);
  expect(existsSync(path.join(root, '.cache/state'))).toBe(false);
});

test('says what a build says', async () => {
  const site = inlineSite(files);
  const built = await site.build();
  const { messages } = JSON.parse(runCli(['check', '--format', 'json'], { cwd: site.root }).stdout) as {
    messages: { rule: string; severity: string }[];
  };
  expect(messages.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual(
    built.messages.map(({ rule }) => rule),
  );
});

test('of some files only', () => {
  const { root } = inlineSite(files);
  const only = (...args: string[]) => runCli(['check', ...args, '--format', 'json'], { cwd: root });
  const { status, stdout } = only('content/kinh-te/ngo.md');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    files: 1,
    errors: 0,
    warnings: 1,
    messages: [
      {
        rule: 'heading-skipped',
        path: 'content/kinh-te/ngo.md',
        line: 6,
        message: expect.stringContaining('####'),
      },
    ],
  });
  expect(runCli(['check', '--strict', 'content/kinh-te/ngo.md'], { cwd: root }).status).toBe(1);
  expect(JSON.parse(only('content/kinh-te').stdout)).toMatchObject({ files: 3 });
  expect(only('khong-co.md')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('there is no file khong-co.md'),
  });
});

test('as annotations of GitHub', () => {
  const { root } = inlineSite(files);
  const { stdout } = runCli(['check', '--format', 'github'], { cwd: root });
  expect(stdout.split('\n')[1]).toMatch(
    /^::error file=content\/kinh-te\/lua\.md,line=8,col=8,title=dead-link::The link “khong-co\.md” leads nowhere/,
  );
  expect(runCli(['check', '--format', 'xml'], { cwd: root }).status).toBe(2);
});

test('a template that throws is told', () => {
  const { root } = inlineSite({
    'content/kinh-te/lua.md': article('title: x\nsummary: y'),
    'templates/pages/article.tsx': 'export default function A() { throw new Error("hỏng"); }\n',
  });
  const { status, stdout } = runCli(['check'], { cwd: root });
  expect(status).toBe(1);
  expect(stdout).toContain('template-failed');
});

test('of what differs from the main branch only', () => {
  const site = inlineSite(files);
  git(site.root, 'init', '-q', '-b', 'main');
  git(site.root, 'add', '.');
  git(site.root, 'commit', '-q', '-m', 'first');
  git(site.root, 'checkout', '-q', '-b', 'work');
  const changed = () =>
    (
      JSON.parse(runCli(['check', '--changed', '--format', 'json'], { cwd: site.root }).stdout) as {
        messages: { path: string; rule: string }[];
      }
    ).messages.map(({ path: file, rule }) => `${file} ${rule}`);
  expect(changed()).toEqual([]);
  site.write({
    'content/kinh-te/ngo.md': `${readFileSync(path.join(site.root, 'content/kinh-te/ngo.md'), 'utf8')}\nThêm.\n`,
  });
  expect(changed()).toEqual(['content/kinh-te/ngo.md heading-skipped']);
  git(site.root, 'commit', '-q', '-a', '-m', 'second');
  site.write({ 'content/kinh-te/moi.md': article('title: Mới') });
  expect(changed()).toEqual([
    'content/kinh-te/moi.md summary-missing',
    'content/kinh-te/ngo.md heading-skipped',
  ]);
  // A file that goes breaks links elsewhere.
  git(site.root, 'rm', '-q', 'content/kinh-te/ngo.md');
  expect(changed()).toEqual(['content/kinh-te/lua.md dead-link', 'content/kinh-te/moi.md summary-missing']);
  expect(runCli(['check', '--changed', 'khong-co'], { cwd: site.root })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('khong-co'),
  });
});

test('the main branch is the one that the configuration names, else that of origin', () => {
  const site = inlineSite(files);
  git(site.root, 'init', '-q', '-b', 'bien-tap');
  git(site.root, 'add', '.');
  git(site.root, 'commit', '-q', '-m', 'first');
  git(site.root, 'checkout', '-q', '-b', 'work');
  const changed = () => runCli(['check', '--changed'], { cwd: site.root });
  expect(changed()).toMatchObject({ status: 2, stderr: expect.stringContaining('no common commit') });
  git(site.root, 'update-ref', 'refs/remotes/origin/bien-tap', 'bien-tap');
  git(site.root, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/bien-tap');
  expect(changed()).toMatchObject({ status: 0, stdout: '0 files checked: 0 errors, 0 warnings\n' });
  git(site.root, 'update-ref', '-d', 'refs/remotes/origin/bien-tap');
  git(site.root, 'symbolic-ref', '-d', 'refs/remotes/origin/HEAD');
  site.write({ 'broadsheet.config.ts': configuration("workflow: { branch: 'bien-tap' }") });
  expect(changed()).toMatchObject({ status: 0, stdout: '0 files checked: 0 errors, 0 warnings\n' });
});

test.each([
  ['does not compile', 'export default function SignOff( {\n  return null;\n}\n'],
  [
    'throws when it is loaded',
    'const words = { vi: 1 };\nwords.en.trim();\nexport default function SignOff() {\n  return null;\n}\n',
  ],
])('a template that %s is told with all else', (_, source) => {
  const { root } = inlineSite({ ...files, 'templates/parts/sign-off.tsx': source });
  const { status, stdout, stderr } = runCli(['--lang', 'vi', 'check', '--format', 'github'], { cwd: root });
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toMatch(
    /^::error file=templates\/parts\/sign-off\.tsx,line=2,col=\d+,title=broken-template::Không dùng được mẫu trang: /m,
  );
  expect(stdout).toContain('title=dead-link');
  const built = runCli(['build', '--json'], { cwd: root });
  expect(built).toMatchObject({ status: 1, stderr: '' });
  expect(
    (JSON.parse(built.stdout) as { messages: { rule: string }[] }).messages.map(({ rule }) => rule),
  ).toEqual(['dead-link', 'broken-template']);
});

test('files are named from where the author stands; to GitHub from the top of the repository', () => {
  const site = inlineSite(
    Object.fromEntries(
      Object.entries({
        ...files,
        'broadsheet.config.ts': configuration(),
        'content/kinh-te/_index.md': '---\ntitle: Kinh tế\n---\n',
      }).map(([file, content]) => [`web/${file}`, content]),
    ),
  );
  git(site.root, 'init', '-q');
  const cwd = path.join(site.root, 'web/content/kinh-te');
  const { stdout } = runCli(['check', '--site', '../..', 'lua.md'], { cwd });
  expect(stdout).toMatch(/^lua\.md:8:8 {2}error {2}dead-link$/m);
  expect(stdout).toContain('  | Đi đến [chợ](khong-co.md).\n');
  expect(runCli(['build', '--site', '../..'], { cwd }).stderr).toMatch(
    /^lua\.md:8:8 {2}error {2}dead-link$/m,
  );
  expect(runCli(['check', '--site', '../..', '--format', 'github'], { cwd }).stdout).toContain(
    '::error file=web/content/kinh-te/lua.md,line=8,',
  );
});

test('what is no document of the site is said to be none', () => {
  const { root } = inlineSite({ ...files, 'content/kinh-te/gia.pdf': 'x' });
  expect(runCli(['check', '/etc/passwd'], { cwd: root })).toEqual({
    status: 2,
    stdout: '',
    stderr: `broadsheet: /etc/passwd is no part of the site in ${root}\n`,
  });
  expect(runCli(['check', 'content/kinh-te/gia.pdf', 'content/kinh-te/ngo.md'], { cwd: root })).toMatchObject(
    {
      status: 0,
      stdout: expect.stringContaining('1 file checked'),
      stderr: 'content/kinh-te/gia.pdf: no document of the site, so there is nothing to check in it\n',
    },
  );
  expect(runCli(['clean', '--site', 'khong-co'], { cwd: root })).toEqual({
    status: 2,
    stdout: '',
    stderr: `broadsheet: there is no folder ${path.join(root, 'khong-co')}\n`,
  });
});
