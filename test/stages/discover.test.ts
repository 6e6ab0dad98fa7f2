import { expect, test } from 'vitest';
import { documentKind } from '../../src/addresses/document-kind.ts';
import type { SourcePath } from '../../src/brands.ts';
import { article, inlineSite, reported } from '../inline-site.ts';

/** A site of one language. */
const trees = { languages: undefined, languageFiles: 'folders', site: { language: 'vi' } } as const;

test.each([
  ['content/gioi-thieu.md', 'page'],
  ['content/lien-he/index.md', 'page'],
  ['content/kinh-te/lua.md', 'article'],
  ['content/kinh-te/lua/index.md', 'article'],
  ['content/kinh-te/nong-nghiep/lua.md', 'article'],
  ['content/kinh-te/_index.md', 'category'],
  ['content/kinh-te/nong-nghiep/_index.md', 'category'],
  ['content/_authors/ngoc.md', 'author'],
  ['content/_authors/_mau.md', undefined],
  ['content/_authors/cu/ngoc.md', undefined],
  ['content/_data/a.md', undefined],
  ['content/kinh-te/_nhap.md', undefined],
  ['content/kinh-te/_nhap/lua.md', undefined],
  ['content/_index.md', undefined],
  ['content/kinh-te/lua.jpg', undefined],
  ['content/kinh-te/lua.MD', 'article'],
  ['content/kinh-te/lua.markdown', 'article'],
  ['content/kinh-te/_index.markdown', 'category'],
  ['content/a/index.markdown', 'page'],
  ['content/_authors/an.markdown', 'author'],
  ['content/kinh-te/lua.mdx', undefined],
  ['content/kinh-te/lua.md.txt', undefined],
])('%s is %s', (path, kind) => expect(documentKind(path as SourcePath, trees)).toBe(kind));

test('hidden files, temporary files and backups are passed over; those of _static/ are told, in one line', async () => {
  const names = ['.env', '.git/config', '4913', 'Thumbs.db', 'a.txt~', 'sub/.htpasswd', '~$x.docx'];
  const site = inlineSite({
    ...Object.fromEntries(names.map((name) => [`content/_static/${name}`, 'x'])),
    'content/_static/.htaccess': 'x',
    'content/_static/.nojekyll': '',
    'content/_static/.well-known/a.txt': 'x',
    'content/_static/ads.txt': 'x',
    'content/kinh-te/.mat.csv': 'x',
    'content/kinh-te/a.md': article('title: A', '[x](.mat.csv)'),
    'content/kinh-te/a.md~': 'x',
  });
  const result = await site.build();
  expect(reported(result)).toEqual([
    'content/_static passed-over info',
    'content/kinh-te/a.md:5:1 dead-link',
  ]);
  expect(result.messages[0]?.values).toEqual({ count: 7, names: '.env, .git, 4913', more: 4 });
  for (const name of names) expect(site.has(name), name).toBe(false);
  for (const name of ['.htaccess', '.nojekyll', '.well-known/a.txt', 'ads.txt'])
    expect(site.has(name), name).toBe(true);
  // What is told of them does not keep a build from being short, and is current.
  expect(await site.build()).toMatchObject({
    parsed: 0,
    rendered: 0,
    written: 0,
    timings: { discover: expect.any(Number) },
  });
  expect(Object.keys((await site.build()).timings)).not.toContain('model');
  site.remove('content/_static/.env');
  expect((await site.build()).messages[0]?.values).toEqual({
    count: 6,
    names: '.git, 4913, Thumbs.db',
    more: 3,
  });
});
