import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fromRoot } from '../from-root.ts';
import { article, inlineSite } from '../inline-site.ts';
import { runCli } from '../run-cli.ts';

const isRoot = process.getuid?.() === 0;
const nobody = 65534;
/** For the superuser nothing is forbidden: such a one becomes nobody, to whom the site then belongs. */
const asNobody = isRoot ? { uid: nobody } : {};
const give = (root: string): void => {
  if (isRoot)
    for (const file of ['', ...readdirSync(root, { recursive: true, encoding: 'utf8' })])
      chownSync(path.join(root, file), nobody, nobody);
};
const one = {
  'content/kinh-te/lua.md': article('title: Giá lúa\nsummary: Tóm tắt.', 'Xem [bài](khong-co.md).'),
};

test.each(['check', 'check --format github', 'build'])('%s: who reads may have enough', (command) => {
  const { root } = inlineSite(
    Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `content/kinh-te/a${index}.md`,
        article(`title: A${index}`, '[x](khong-co.md) '.repeat(50)),
      ]),
    ),
  );
  const { stderr, status } = spawnSync(
    'bash',
    [
      '-c',
      `"${process.execPath}" "${fromRoot('lib/cli.cjs')}" ${command} 2>"${root}/err" | head -1; status=\${PIPESTATUS[0]}; cat "${root}/err" >&2; exit $status`,
    ],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  expect(stderr).not.toMatch(/EPIPE|at .*\.js:\d/);
  expect(status).toBe(1);
});

test('an output folder that is a file', () => {
  const { root } = inlineSite({ ...one, 'package.json': '{}' });
  expect(runCli(['build', '--out', 'package.json'], { cwd: root })).toEqual({
    status: 2,
    stdout: '',
    stderr: `broadsheet: ${path.join(root, 'package.json')}: it is, or lies below, a file where a folder is needed (ENOTDIR)\n`,
  });
  expect(runCli(['--lang', 'vi', 'init', 'package.json'], { cwd: root })).toEqual({
    status: 2,
    stdout: '',
    stderr: `broadsheet: ${path.join(root, 'package.json')}: đây là tệp, hoặc nằm dưới một tệp, nơi cần thư mục (ENOTDIR)\n`,
  });
});

test('a folder that may not be written', () => {
  const { root } = inlineSite(one);
  give(root);
  chmodSync(root, 0o555);
  onTestFinished(() => chmodSync(root, 0o755));
  const built = runCli(['build'], { cwd: root, ...asNobody });
  expect(built).toEqual({
    status: 2,
    stdout: '',
    stderr: `broadsheet: ${path.join(root, '.cache')}: it may not be read or written (EACCES)\n`,
  });
  expect(runCli(['init', 'moi'], { cwd: root, ...asNobody })).toMatchObject({
    status: 2,
    stderr: `broadsheet: ${path.join(root, 'moi')}: it may not be read or written (EACCES)\n`,
  });
  // What writes nothing does not need to.
  const checked = runCli(['check'], { cwd: root, ...asNobody });
  expect(checked).toMatchObject({ status: 1, stderr: '' });
  expect(checked.stdout).toContain('dead-link');
});

test('check leaves nothing behind', () => {
  const { root } = inlineSite({
    ...one,
    'templates/parts/sign-off.tsx': 'export default function SignOff() {\n  return null;\n}\n',
  });
  expect(runCli(['check'], { cwd: root }).status).toBe(1);
  expect(existsSync(path.join(root, '.cache'))).toBe(false);
});

test('a file or folder of the content that may not be read costs itself alone', () => {
  const site = inlineSite({
    ...one,
    'content/kinh-te/ngo.md': article('title: Giá ngô', '[Bảng giá](gia.pdf)'),
    'content/kinh-te/gia.pdf': 'x',
    'content/kinh-te/san/_index.md': '---\ntitle: Sàn\n---\n',
  });
  give(site.root);
  const closed = ['content/kinh-te/gia.pdf', 'content/kinh-te/lua.md', 'content/kinh-te/san'];
  const build = () =>
    JSON.parse(runCli(['build', '--json'], { cwd: site.root, ...asNobody }).stdout) as {
      messages: { path: string; rule: string }[];
      parsed: number;
    };
  const said = () => build().messages.map(({ path: file, rule }) => `${file} ${rule}`);
  const open = ['content/kinh-te/lua.md dead-link'];
  expect(said()).toEqual(open);
  for (const file of closed) chmodSync(path.join(site.root, file), 0);
  onTestFinished(() => {
    for (const file of closed) chmodSync(path.join(site.root, file), 0o755);
  });
  const expected = [
    'content/kinh-te/gia.pdf unreadable-file',
    'content/kinh-te/lua.md unreadable-file',
    'content/kinh-te/ngo.md dead-link',
    'content/kinh-te/san unreadable-file',
  ];
  expect(said()).toEqual(expected);
  expect(site.has('kinh-te/ngo/index.html')).toBe(true);
  expect(site.has('kinh-te/lua/index.html')).toBe(false);
  expect(said()).toEqual(expected);
  for (const file of closed) chmodSync(path.join(site.root, file), 0o755);
  expect(said()).toEqual(open);
});

test('too few open files, a quota: each a sentence, and nothing half written', () => {
  const { root } = inlineSite({ ...one, 'content/_authors/an.md': '---\nname: An\n---\n' });
  const limited = (limit: string, command: string) =>
    spawnSync(
      'bash',
      [
        '-c',
        `ulimit ${limit}; exec "${process.execPath}" "${fromRoot('lib/cli.cjs')}" ${command} >/dev/null 2>err`,
      ],
      { cwd: root, encoding: 'utf8' },
    ).status;
  expect(limited('-n 22', 'build')).toBe(2);
  expect(readFileSync(path.join(root, 'err'), 'utf8')).toMatch(
    /^broadsheet: \S*esbuild: too many files are open \(EMFILE\)\n$/,
  );
  mkdirSync(path.join(root, 'owners'));
  expect(runCli(['codeowners', '--output', 'owners'], { cwd: root })).toMatchObject({
    status: 2,
    stderr: `broadsheet: ${path.join(root, 'owners')}: it is a folder where a file is needed (EISDIR)\n`,
  });
  // Below what the compiled configuration takes, which is there.
  expect(limited('-f 4', 'init moi')).toBe(2);
  expect(existsSync(path.join(root, 'moi'))).toBe(false);
});
