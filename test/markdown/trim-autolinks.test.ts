import { expect, test } from 'vitest';
import { render } from './render.ts';

/** The addresses of the links of a text, by both parsers. */
const addresses = async (text: string): Promise<string[]> => {
  const [satteri, remark] = await Promise.all(
    (['satteri', 'remark'] as const).map(async (parser) => (await render(text, { parser })).html),
  );
  expect(satteri).toBe(remark);
  return [...(satteri ?? '').matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(
    ([, href = '', words = '']) => (href === words ? href : `${words} → ${href}`),
  );
};

test.each([
  ['Nguồn: https://x.example/b./.', 'https://x.example/b'],
  ['https://x.example/b/./.', 'https://x.example/b/'],
  ['https://x.example./.', 'https://x.example'],
  ['Xem www.x.example./.', 'www.x.example → http://www.x.example'],
  ['“https://a.example/b”.', 'https://a.example/b'],
  ['«https://a.example/b»,', 'https://a.example/b'],
  ['https://a.example/b…', 'https://a.example/b'],
  ['‘https://a.example/b’', 'https://a.example/b'],
  ['https://a.example/b”,nói', 'https://a.example/b'],
  ['(https://a.example/b)', 'https://a.example/b'],
  ['(“https://a.example/b”)', 'https://a.example/b'],
  ['“https://a.example/b./.”', 'https://a.example/b'],
  ['https://a.example/b。', 'https://a.example/b'],
  ['https://a.example/b;', 'https://a.example/b'],
  ['https://a.example/b.html?x=1,2', 'https://a.example/b.html?x=1,2'],
  ['https://a.example/b-(c)', 'https://a.example/b-(c)'],
  ['<https://a.example/b./>', 'https://a.example/b./'],
  ['[https://a.example/b./](https://a.example/b./)', 'https://a.example/b./'],
])('%j leads to %s', async (text, address) => {
  expect(await addresses(text)).toEqual([address]);
});

test('what is cut off stands behind the link, as text', async () => {
  expect((await render('**Theo “https://a.example/b”.** Hết./.')).html).toContain(
    '<a href="https://a.example/b" class="external" rel="external noopener">https://a.example/b</a>”.</strong> Hết./.',
  );
});

test('two addresses in one sentence', async () => {
  expect(await addresses('“https://a.example/b” và “https://a.example/c”./.')).toEqual([
    'https://a.example/b',
    'https://a.example/c',
  ]);
});
