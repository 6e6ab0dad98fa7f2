import { expect, test } from 'vitest';
import { toAliasOutput } from '../../src/addresses/alias.ts';
import { aConfig } from '../a-config.ts';
import { article, inlineSite, reported } from '../inline-site.ts';

test.each([
  ['/tin-tuc/1234.html', 'tin-tuc/1234.html'],
  ['/tin%20t%E1%BB%A9c/x.html', 'tin tức/x.html'],
  ['/tin tức/x.html', 'tin tức/x.html'],
  ['https://bao.example/tin%20t%E1%BB%A9c/x.html', 'tin tức/x.html'],
  ['/gi%E1%BA%A3m-5%25/', 'giảm-5%/index.html'],
  ['/a%2Fb/', 'a/b/index.html'],
  ['/giảm-5%/', undefined],
  ['/%E1%BB/x.html', undefined],
  ['https://khac.example/x.html', undefined],
])('%s', (alias, output) => {
  expect(toAliasOutput(aConfig(), alias)).toBe(output);
});

test('a page stands at the name by which hosts look for it', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article(
      'title: A\naliases:\n  - /tin%20t%E1%BB%A9c/x.html\n  - /b%GG/\n  - /..%2F..%2Fc/\n  - /d%00/',
      'Xem [b](/tin%20t%E1%BB%A9c/x.html).',
    ),
  });
  expect(reported(await site.build())).toEqual([
    'content/kinh-te/a.md:5:5 bad-alias',
    'content/kinh-te/a.md:6:5 bad-alias',
    'content/kinh-te/a.md:7:5 bad-alias',
  ]);
  expect(site.read('tin tức/x.html')).toContain('/kinh-te/a/');
});

test('an old address with a query is a warning, and the others of the article stand', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article(
      'title: A\naliases:\n  - /tin.aspx?id=123\n  - /tin.aspx%3Fid=123\n  - https://bao.example/?p=1\n  - /cu/a.html',
    ),
  });
  expect(reported(await site.build())).toEqual([
    'content/kinh-te/a.md:4:5 alias-query warning',
    'content/kinh-te/a.md:5:5 alias-query warning',
    'content/kinh-te/a.md:6:5 alias-query warning',
  ]);
  expect(site.has('kinh-te/a/index.html')).toBe(true);
  expect(site.has('cu/a.html')).toBe(true);
});
