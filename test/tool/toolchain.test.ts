import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fromRoot } from '../from-root.ts';
import { article, inlineSite, readTree } from '../inline-site.ts';
import { tinyPicture } from '../random-edits.ts';

/** An installed copy of the tool in which single packages can be of another version. */
function installedTool() {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'broadsheet-tool-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['lib', 'templates', 'package.json'])
    cpSync(fromRoot(name), path.join(folder, name), { recursive: true });
  const modules = path.join(folder, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(fromRoot('node_modules')).filter((one) => !one.startsWith('.')))
    symlinkSync(fromRoot(`node_modules/${name}`), path.join(modules, name));
  return {
    /** Gives a package another version, and nothing else. */
    upgrade: (name: string): void => {
      const [scope] = name.split('/');
      if (name.includes('/')) {
        rmSync(path.join(modules, scope ?? ''));
        cpSync(fromRoot(`node_modules/${scope}`), path.join(modules, scope ?? ''), { recursive: true });
      } else {
        rmSync(path.join(modules, name));
        cpSync(fromRoot(`node_modules/${name}`), path.join(modules, name), { recursive: true });
      }
      const file = path.join(modules, name, 'package.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/"version": "[^"]*"/, '"version": "99.0.0"'));
    },
    build: (root: string): Record<string, unknown> => {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [path.join(folder, 'lib/cli.cjs'), 'build', '--json', '--site', root],
        { encoding: 'utf8' },
      );
      if (stdout === '') throw new Error(stderr);
      return JSON.parse(stdout) as Record<string, unknown>;
    },
  };
}

test.each([
  ['satteri', { parsed: 2 }],
  ['esbuild', { parsed: 2 }],
  ['preact', { parsed: 2 }],
  ['preact-render-to-string', { parsed: 2 }],
  ['@img/sharp-libvips-linux-x64', { resized: 2 }],
])(
  'with another version of %s nothing of earlier builds holds, and the bytes are the same',
  async (name, expected) => {
    if (!readdirSync(fromRoot('node_modules/@img')).includes(path.basename(name)) && name.startsWith('@img/'))
      return;
    const site = inlineSite({
      'content/kinh-te/a.md': article('title: A\nimage: { src: a.png, alt: Lúa }'),
      'content/kinh-te/a.png': await tinyPicture(1),
    });
    const tool = installedTool();
    tool.build(site.root);
    expect(tool.build(site.root)).toMatchObject({ parsed: 0, rendered: 0, resized: 0, written: 0 });
    const before = readTree(path.join(site.root, 'dist'));
    tool.upgrade(name);
    const { parsed, resized } = tool.build(site.root) as { parsed: number; resized: number };
    expect({
      ...('parsed' in expected && { parsed }),
      ...('resized' in expected && { resized: Math.min(resized, 2) }),
    }).toEqual(expected);
    expect(readTree(path.join(site.root, 'dist'))).toEqual(before);
  },
);
