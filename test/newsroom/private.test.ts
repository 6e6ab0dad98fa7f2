import { expect, test } from 'vitest';
import { article, configuration, type Files, inlineSite, reported } from '../inline-site.ts';

const secret = [
  'title: Giá lúa',
  'authors: [tuyet-ngoc]',
  'approvedBy: minh-khang-duyet',
  'approvedAt: 2026-11-16 07:41',
  'royalty: { pages: 2, photos: 3, amount: 1234567, shares: { tuyet-ngoc: 1 } }',
  'extra: { source: "Ông A <người & nguồn> 0912", phone: "0290000018", shown: công khai }',
].join('\n');
const files: Files = {
  'broadsheet.config.ts': configuration("private: ['source', 'phone']"),
  'content/kinh-te/_index.md': '---\ntitle: Kinh tế\neditors: [minh-khang-duyet]\n---\n',
  'content/_authors/tuyet-ngoc.md': '---\nname: Tuyết Ngọc\nemail: [ngoc.rieng@nha.example]\nhandle: "@ngoc-tk"\n---\n',
  'content/_data/views.json': '{}',
  'content/_data/so.txt': 'sổ riêng',
  'content/kinh-te/lua.md': article(secret, 'Thân bài. [sổ](../_data/so.txt) [sổ](/_data/so.txt)'),
};
const values = ['1234567', '1.234.567', '07:41', 'minh-khang-duyet', 'ngoc.rieng', 'ngoc-tk', 'Ông A', '0290000018', 'sổ riêng', 'royalty', 'approvedBy'];

test('private fields are in no output, in any form', async () => {
  const site = inlineSite(files);
  await site.build();
  const found = [...site.tree()].flatMap(([file, bytes]) => values.filter((value) => file.includes(value) || bytes.includes(value)).map((value) => `${value} in ${file}`));
  expect(found).toEqual([]);
  expect([...site.tree().keys()].filter((file) => file.includes('_data'))).toEqual([]);
});

/** A template that prints a value of the article, which it gets as a template might: through `extra`, or by heart. */
const printing = (expression: string): Files => ({ 'templates/pages/article.tsx': `export default (props) => <p>{${expression}}</p>;` });

test.each([
  ['an address', '"mailto:Ngoc.Rieng@nha.example"', 'email'],
  ['the amount', '1234567', 'royalty.amount'],
  ['the amount in groups', '"1.234.567 đồng"', 'royalty.amount'],
  ['when it was approved', '"2026-11-16T07:41:00+07:00"', 'approvedAt'],
  ['a key of the site, escaped', '"Ông A <người & nguồn> 0912"', 'extra.source'],
  ['a key of the site', '"0290000018"', 'extra.phone'],
])('the build looks at its own output and refuses %s', async (_, expression, key) => {
  const site = inlineSite({ ...files, ...printing(expression), 'content/kinh-te/lua.md': article(secret) });
  const result = await site.build();
  expect(reported(result)).toEqual(['broadsheet.config.ts private-value']);
  expect(result.messages[0]?.values).toEqual({ output: 'kinh-te/lua/index.html', key });
  expect(site.has('kinh-te/lua/index.html')).toBe(false);
});

test.each([
  ['a longer number', '"11234567 và 1.234.567.890"'],
  ['what is not private', 'JSON.stringify(props.extra)'],
  ['another address', '"toa.soan@nha.example"'],
])('and lets pass %s', async (_, expression) => {
  const site = inlineSite({ ...files, ...printing(expression), 'content/kinh-te/lua.md': article(secret) });
  expect(reported(await site.build())).toEqual([]);
});

test('what authors publish themselves is not private', async () => {
  const site = inlineSite({ ...files, 'content/kinh-te/lua.md': article(`${secret}\nsummary: Tỉnh chi 1.234.567 đồng`, 'Gửi thư về ngoc.rieng@nha.example, gọi 0290000018.') });
  expect(reported(await site.build())).toEqual([]);
  expect(site.read('kinh-te/lua/index.html')).toContain('0290000018');
});

test("a generator of the site's own that prints private addresses is refused", async () => {
  const site = inlineSite({
    ...files,
    'content/kinh-te/lua.md': article(secret),
    'broadsheet.config.ts': `import { defineConfig, file } from 'broadsheet';
export default defineConfig({ site: { title: 'Báo Thử', origin: 'https://bao.example' }, routes: { *api(site) { yield file('api.json', () => ({ authors: site.authors.map((author) => author.document.data) }), JSON.stringify); } } });\n`,
  });
  expect(reported(await site.build())).toEqual(['broadsheet.config.ts private-value']);
  expect(site.has('api.json')).toBe(false);
});
