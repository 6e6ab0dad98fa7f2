import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { gfmCases } from './gfm-cases.ts';
import { createRender } from './render.ts';
import { specExamples } from './spec-examples.ts';

const root = join(import.meta.dirname, '../..');

const files = (folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .map((name) => join(folder, name))
    : [];

/** Documents of which the two parsers make different HTML, with the reason. */
const allowed: Readonly<Record<string, string>> = {};

const documents: [string, string][] = [
  ...gfmCases.map(({ name, markdown }): [string, string] => [name, markdown]),
  ...specExamples().map(({ number, markdown }): [string, string] => [`CommonMark ${number}`, markdown]),
  ...['test', 'content', 'bench/corpus']
    .flatMap(files)
    .map((path): [string, string] => [
      path,
      readFileSync(join(root, path), 'utf8').replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, ''),
    ]),
];

describe('both parsers', () => {
  it('give the same HTML through the whole pipeline', async () => {
    const [satteri, remark] = await Promise.all([
      createRender({ parser: 'satteri' }),
      createRender({ parser: 'remark' }),
    ]);
    const differing: string[] = [];
    for (const [name, markdown] of documents) {
      const [one, other] = [await satteri(markdown), await remark(markdown)];
      if (one.html !== other.html || one.excerpt !== other.excerpt || one.words !== other.words)
        differing.push(name);
    }
    expect(differing).toEqual(Object.keys(allowed));
  }, 120_000);
});
