import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load } from 'js-yaml';
import { expect, onTestFinished, test } from 'vitest';
import { check } from '../../src/build/check.ts';
import { fromRoot } from '../from-root.ts';
import { runCli } from '../run-cli.ts';

function temporary(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-init-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
const run = (cwd: string, command: string, ...args: string[]): string => {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, npm_config_fund: 'false', npm_config_audit: 'false' },
  });
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? ''}\n${stdout}\n${stderr}`);
  return stdout;
};

test.each([
  ['vi', 'Asia/Ho_Chi_Minh'],
  ['en', 'Europe/Lisbon'],
])('the portal in %s has the time zone %s, and says so', (language, zone) => {
  const folder = temporary();
  const { stdout } = runCli(['--lang', language, 'init', 'portal'], {
    cwd: folder,
    env: { TZ: 'Europe/Lisbon' },
  });
  expect(stdout).toContain(zone);
  expect(readFileSync(path.join(folder, 'portal/broadsheet.config.ts'), 'utf8')).toContain(
    `timeZone: '${zone}',`,
  );
});

test.each(['vi', 'en'] as const)(
  'the portal in %s builds at once, and an editor has nothing to say of it',
  async (language) => {
    const folder = temporary();
    const { status, stdout } = runCli(['--lang', language, 'init', 'bao-moi'], { cwd: folder });
    expect(status).toBe(0);
    expect(stdout).toContain('npm install');
    const root = path.join(folder, 'bao-moi');
    expect(await check({ root, now: Date.now(), jobs: 1 })).toMatchObject({ messages: [] });
    const { stdout: built } = runCli(['build', '--json'], { cwd: root });
    expect(JSON.parse(built)).toMatchObject({ articles: 2, errors: 0, warnings: 0 });
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(scripts.dev).toBe('broadsheet dev --drafts');
    expect(stdout).toContain('package.json');
    expect(readFileSync(path.join(root, '.gitignore'), 'utf8')).toContain('public/\n');
    expect(readdirSync(path.join(root, '.vscode')).sort()).toEqual([
      'blocks.code-snippets',
      'front-matter.code-snippets',
      'settings.json',
      'tasks.json',
    ]);
    expect(
      JSON.parse(readFileSync(path.join(root, '.vscode/front-matter.code-snippets'), 'utf8')),
    ).toMatchObject({ status: { body: [`status: \${1|draft,pending,approved,rejected,withdrawn|}`] } });
    expect(readdirSync(root).sort()).toEqual([
      '.cache',
      '.github',
      '.gitignore',
      '.gitlab-ci.yml',
      '.vscode',
      'README.md',
      'broadsheet.config.ts',
      'content',
      'dist',
      'package.json',
    ]);
    expect(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))).toMatchObject({
      name: 'bao-moi',
      dependencies: { broadsheet: `file:${fromRoot('').replace(/\/$/, '')}` },
    });
  },
);

test('only the job that publishes may write', () => {
  const workflow = load(readFileSync(fromRoot('starter/common/github/workflows/publish.yml'), 'utf8'));
  expect(workflow).toMatchObject({
    permissions: { contents: 'read' },
    jobs: { build: { permissions: { contents: 'read', pages: 'write', 'id-token': 'write' } } },
  });
  expect(workflow).not.toHaveProperty('jobs.check.permissions');
  expect(workflow).not.toHaveProperty('permissions.pages');
});

test('what the task of VS Code reads is what check prints', () => {
  const folder = temporary();
  runCli(['init', 'x', '--lang', 'en'], { cwd: folder });
  const root = path.join(folder, 'x');
  writeFileSync(path.join(root, 'content/news/b.md'), '---\ntitle: x\ndate: 2026-13-40\n---\n');
  writeFileSync(path.join(root, 'content/news/c.md'), '');
  const { stdout } = runCli(['check', '--format', 'github'], { cwd: root });
  const { tasks } = JSON.parse(readFileSync(path.join(root, '.vscode/tasks.json'), 'utf8')) as {
    tasks: [{ problemMatcher: { pattern: { regexp: string } }[] }];
  };
  const found = stdout
    .split('\n')
    .flatMap((line) =>
      tasks[0].problemMatcher.flatMap(
        ({ pattern }) => new RegExp(pattern.regexp).exec(line)?.slice(1, -1).join(' ') ?? [],
      ),
    );
  expect(found).toEqual([
    'error content/news/b.md 3 7 impossible-date',
    'error content/news/c.md 1 1 empty-file',
  ]);
});

test('the help of a command names the language', () => {
  expect(runCli(['init', '--help']).stdout).toMatch(/--lang <language>/);
});

test('a folder that has something in it is left alone', () => {
  const folder = temporary();
  runCli(['init', 'x'], { cwd: folder });
  expect(runCli(['init', 'x'], { cwd: folder })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('is not empty'),
  });
});

test('the packed package, from an empty folder to a page that is served', async () => {
  const folder = temporary();
  // Without the compiler: `lib` is what the other tests use too.
  const [{ filename }] = JSON.parse(
    run(fromRoot(''), 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder),
  ) as [{ filename: string }];
  // npx keeps what it installed by the name that it was given.
  const name = `${path.basename(folder)}.tgz`;
  const tarball = path.join(folder, name);
  renameSync(path.join(folder, filename), tarball);
  run(folder, 'npx', '--yes', '--prefer-offline', `./${name}`, 'init', 'my-portal', '--lang', 'en');
  const portal = path.join(folder, 'my-portal');
  expect(JSON.parse(readFileSync(path.join(portal, 'package.json'), 'utf8'))).toMatchObject({
    dependencies: { broadsheet: `file:${tarball}` },
  });
  expect(existsSync(path.join(portal, '.gitignore'))).toBe(true);
  run(portal, 'npm', 'install', '--prefer-offline', '--ignore-scripts');
  run(portal, 'npm', 'run', 'build');
  expect(readFileSync(path.join(portal, 'dist/news/first-article/index.html'), 'utf8')).toContain(
    'The first article',
  );
  const dev = spawn('npm', ['run', 'dev', '--', '--port', '0'], {
    cwd: portal,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  onTestFinished(() => void process.kill(-(dev.pid as number), 'SIGTERM'));
  const url = await firstUrl(dev);
  expect(await (await fetch(new URL('/news/first-article/', url))).text()).toContain('The first article');
  expect((await fetch(new URL('/_broadsheet/client.js', url))).status).toBe(200);
  expect(existsSync(path.join(portal, 'node_modules/broadsheet/lib/schema/article.json'))).toBe(true);
}, 300_000);

const firstUrl = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += String(chunk);
      const url = /http:\/\/localhost:\d+\//.exec(text)?.[0];
      if (url) resolve(url);
    });
    child.once('exit', () => reject(new Error(`the dev server ended: ${text}`)));
  });
