import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { article, configuration, inlineSite } from './inline-site.ts';
import { runCli } from './run-cli.ts';

/** Every file and link below a folder, with what it holds. */
function treeOf(folder: string): Map<string, string> {
  const tree = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const full = path.join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) tree.set(path.relative(folder, full), `→ ${readlinkSync(full)}`);
    else if (entry.isFile()) tree.set(path.relative(folder, full), readFileSync(full, 'latin1'));
  }
  return tree;
}

/**
 * A site with valuable files around it, in names that the tool uses for its own work, behind links, in other
 * sites and in a repository.
 */
function valuables() {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'broadsheet-drill-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string): string => path.join(folder, name);
  renameSync(
    inlineSite({
      'content/kinh-te/a.md': article('title: A'),
      'content/_authors/lan.md': '---\nname: Lan\n---\n',
    }).root,
    at('site'),
  );
  const write = (name: string, content = `quý: ${name}`): void => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
  };
  for (const name of [
    ...[
      'dist.building/content/a.md',
      'dist.building/.git/HEAD',
      'dist.tmp/a',
      '.broadsheet-building-1-abcdef/a',
      'dist-old/a',
      'broadsheet/a',
    ].flatMap((file) => [file, `site/${file}`]),
    ...[
      'pictures-mine/a.jpg',
      'documents-2026/a',
      'bodies-x',
      'config-a.mjs',
      'state',
      'history',
      'other-tool/a',
      'lock',
      'theme-x.mjs',
      'CACHEDIR.TAG',
    ].map((file) => `site/.cache/${file}`),
    'site/.git/HEAD',
    'site/node_modules/x/index.js',
    'site/docs/a.md',
    'plain/.cache/pip/a',
    'plain/dist/a.html',
    'plain/content/a.md',
    'repository/.git/HEAD',
    'repository/src/a.ts',
    'repository/public/a.html',
    'inner/content/kinh-te/b.md',
    'full/a.html',
    'odd-marker/.broadsheet',
    'odd-marker/a.html',
    'home/.cache/mesa/a',
  ])
    write(name);
  write('site/inner-site/broadsheet.config.ts', configuration());
  write('site/inner-site/content/kinh-te/_index.md', '---\ntitle: Kinh tế\n---\n');
  write('site/inner-site/dist/.broadsheet', 'Made by Broadsheet. The next build replaces what is here.\n');
  write('site/inner-site/dist/index.html');
  for (const [name, target] of [
    ['link-to-content', 'site/content'],
    ['link-to-site', 'site'],
    ['link-to-repository', 'repository'],
    ['site/link-to-plain', 'plain'],
    ['link-up', '.'],
  ] as const)
    symlinkSync(at(target), at(name));
  return { folder, at };
}

/** Names of files that the tool itself may write or remove. */
const isOurs = (name: string): boolean =>
  /^site\/(?:dist|\.cache\/broadsheet|content\/kinh-te\/tin-moi\.md|CODEOWNERS|Content|CONTENT|inner-site\/dist|inner-site\/\.cache\/broadsheet)(?:\/|$)/.test(
    name,
  ) || /^(?:made|new|out)\//.test(name);

const places = [
  [
    'dist',
    '../made/x',
    '../dist.building',
    '../dist.building/..',
    '../plain',
    '../plain/dist',
    '../repository',
    '../repository/public',
    '../repository/.git',
    '../full',
    '../odd-marker',
    '../link-to-content',
    '../link-to-content/x',
  ],
  [
    '../link-to-site',
    '../link-to-site/dist/../content',
    '../link-to-repository',
    '../link-up',
    '../link-up/site/content',
    'link-to-plain',
    'link-to-plain/dist',
    'content',
    'Content',
    'CONTENT/x',
    '.',
    '..',
    '../..',
    '/',
    '.cache',
    '.cache/other-tool',
  ],
  [
    '.cache/broadsheet',
    '.git',
    'node_modules',
    'node_modules/x',
    'docs',
    'inner-site',
    'inner-site/content',
    '../site/../site/content',
    'dist/../content',
    '/proc/x',
    '/dev/null',
    '../home',
    '../home/.cache',
    'broadsheet.config.ts',
    'content/kinh-te/a.md',
    'templates',
    'src',
  ],
].flat();

test('whatever path a command is given, no file that it did not write changes', () => {
  const { folder, at } = valuables();
  const before = treeOf(folder);
  const unchanged = (label: string): void => {
    const after = treeOf(folder);
    const lost = [...before]
      .filter(([name, content]) => !isOurs(name) && after.get(name) !== content)
      .map(([name]) => name);
    expect(lost, label).toEqual([]);
    const added = [...after.keys()].filter((name) => !before.has(name) && !isOurs(name));
    expect(added, label).toEqual([]);
  };
  const run = (args: readonly string[], cwd = at('site')): void => {
    const { status } = runCli(args, { cwd, env: { HOME: at('home'), TMPDIR: tmpdir() } });
    expect([0, 1, 2], args.join(' ')).toContain(status);
    unchanged(`${args.join(' ')} in ${path.basename(cwd)}`);
  };
  const inContent = (out: string): boolean => out === 'content/kinh-te/a.md';
  for (const [index, out] of places.entries()) {
    // It finds its folder as the others do, so that some of the places are enough.
    if (index % 4 === 0) run(['offline', out]);
    for (const command of ['build', 'clean', ...(inContent(out) ? [] : ['verify'])])
      run([command, '--out', out]);
  }
  for (const site of [
    '.',
    '..',
    '../plain',
    '../repository',
    '../home',
    '../link-to-site',
    '../link-up',
    'content',
    'inner-site',
    '/',
    '../khong-co',
  ])
    for (const command of [
      ['clean'],
      ['check'],
      ['codeowners', '--output', '../out/CODEOWNERS'],
      ['report', 'status'],
      ['new', 'khong-co', 'Tin mới'],
    ])
      run([...command, '--site', site]);
  for (const home of ['home', 'plain', 'repository', 'full'])
    for (const command of ['build', 'clean', 'check', 'verify', 'preview']) run([command], at(home));
  for (const target of [
    '.',
    '..',
    '../full',
    '../plain',
    '../repository',
    '../home',
    '../link-to-content',
    '../new/one',
  ])
    run(['init', target]);
  run(['build']);
  run(['clean']);
  expect(existsSync(at('site/dist'))).toBe(false);
}, 600_000);
