import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { build } from '../src/build/build.ts';
import { fromRoot } from './from-root.ts';
import { now, readTree, reported } from './inline-site.ts';

// Each folder of `test/sites/` is a site, with the tree that a build has to make of it in `expected/` and
// what it has to report in `reported.txt`. After a wanted change: `RENEW=1 npx vitest run
// test/sites.test.ts`, then read the difference before you commit it.
const renew = process.env.RENEW !== undefined;
const folder = fromRoot('test/sites');

/**
 * The default theme's style sheet and script have names of their content, which changes with every edit of
 * the theme.
 */
const withoutDigests = (content: Buffer): string =>
  content.toString().replace(/(assets\/(?:site|reader|search(?:-help)?)-)[0-9a-f]{10}/g, '$1digest');
/** The theme's own files, and the folder's marker, which has digests of their names. */
const isTheme = (output: string): boolean =>
  /^assets\/(?:site|reader|search(?:-help)?)-|^\.broadsheet$/.test(output);

/** A tree as text, the theme's own files left out. */
const toText = (tree: ReadonlyMap<string, Buffer>): Map<string, string> =>
  new Map(
    [...tree]
      .filter(([output]) => !isTheme(output))
      .map(([output, content]) => [output, withoutDigests(content)]),
  );

test.each(readdirSync(folder))('%s', async (name) => {
  const source = path.join(folder, name);
  const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-sites-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const part of ['content', 'templates', 'broadsheet.config.ts'])
    if (existsSync(path.join(source, part)))
      cpSync(path.join(source, part), path.join(root, part), { recursive: true });
  const result = await build({ root, out: path.join(root, 'dist'), now, cache: true, jobs: 1 });
  const tree = toText(readTree(path.join(root, 'dist')));
  const expected = path.join(source, 'expected');
  const report = path.join(source, 'reported.txt');
  if (renew) {
    rmSync(expected, { recursive: true, force: true });
    for (const [output, content] of tree) {
      mkdirSync(path.dirname(path.join(expected, output)), { recursive: true });
      writeFileSync(path.join(expected, output), content);
    }
    writeFileSync(
      report,
      reported(result)
        .map((line) => `${line}\n`)
        .join(''),
    );
  }
  expect(
    reported(result)
      .map((line) => `${line}\n`)
      .join(''),
  ).toBe(readFileSync(report, 'utf8'));
  const wanted = toText(readTree(expected));
  expect([...tree.keys()]).toEqual([...wanted.keys()]);
  for (const [output, content] of wanted) expect(tree.get(output), output).toBe(content);
});
