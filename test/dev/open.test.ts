import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { editorCommand, openEditor } from '../../src/dev/open.ts';

const command = (written: string) =>
  editorCommand({ file: '/site/a.md', line: 3, environment: { BROADSHEET_EDITOR: written } });

test('a command line is read as a shell reads it', () => {
  expect(command('code')).toEqual(['code', '-r', '-g', '/site/a.md:3:1']);
  expect(command('code --reuse-window')).toEqual(['code', '--reuse-window', '-r', '-g', '/site/a.md:3:1']);
  expect(command('"/opt/My Editor/code" -n')).toEqual([
    '/opt/My Editor/code',
    '-n',
    '-r',
    '-g',
    '/site/a.md:3:1',
  ]);
  expect(command("'/opt/My Editor/write' --profile='tòa soạn'")).toEqual([
    '/opt/My Editor/write',
    '--profile=tòa soạn',
    '/site/a.md',
  ]);
});

test('a path with blanks that is there needs no quotation marks', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'my editor '));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const editor = path.join(folder, 'subl');
  writeFileSync(editor, '');
  expect(command(editor)).toEqual([editor, '/site/a.md:3:1']);
});

test.each([
  ['ends well', 'true', true],
  ['ends with a failure', 'false', false],
  ['stays', 'sh -c "sleep 3"', true],
])('an editor that %s', async (_, editor, opened) => {
  expect(
    await openEditor({
      file: '/site/a.md',
      environment: { BROADSHEET_EDITOR: editor, PATH: process.env.PATH },
    }),
  ).toBe(opened);
});

test('an editor that is not there', async () => {
  expect(
    await openEditor({ file: '/site/a.md', environment: { BROADSHEET_EDITOR: '/no/such/editor' } }),
  ).toBe(false);
});
