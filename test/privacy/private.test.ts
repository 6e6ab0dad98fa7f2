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
  'content/_authors/tuyet-ngoc.md':
    '---\nname: Tuyết Ngọc\nemail: [ngoc.rieng@nha.example]\nhandle: "@ngoc-tk"\n---\n',
  'content/_data/views.json': '{}',
  'content/_data/so.txt': 'sổ riêng',
  'content/kinh-te/lua.md': article(secret, 'Thân bài. [sổ](../_data/so.txt) [sổ](/_data/so.txt)'),
};
const values = [
  '1234567',
  '1.234.567',
  '07:41',
  'minh-khang-duyet',
  'ngoc.rieng',
  'ngoc-tk',
  'Ông A',
  '0290000018',
  'sổ riêng',
  'royalty',
  'approvedBy',
];

test('private fields are in no output, in any form', async () => {
  const site = inlineSite(files);
  await site.build();
  const found = [...site.tree()].flatMap(([file, bytes]) =>
    values
      .filter((value) => file.includes(value) || bytes.includes(value))
      .map((value) => `${value} in ${file}`),
  );
  expect(found).toEqual([]);
  expect([...site.tree().keys()].filter((file) => file.includes('_data'))).toEqual([]);
});

/**
 * A template that prints a value of the article, which it gets as a template might: through `extra`, or by
 * heart.
 */
const printing = (expression: string): Files => ({
  'templates/pages/article.tsx': `export default (props) => <p>{${expression}}</p>;`,
});

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
  const site = inlineSite({
    ...files,
    'content/kinh-te/lua.md': article(
      `${secret}\nsummary: Tỉnh chi 1.234.567 đồng`,
      'Gửi thư về ngoc.rieng@nha.example, gọi 0290000018.',
    ),
  });
  expect(reported(await site.build())).toEqual([]);
  expect(site.read('kinh-te/lua/index.html')).toContain('0290000018');
});

/** A configuration with generators of the site's own. */
const withRoutes = (routes: string, imports = ''): string =>
  `import { readFileSync } from 'node:fs';
import { defineConfig, file, page, pageMeta } from 'broadsheet';
${imports}
export default defineConfig({ site: { title: 'Báo Thử', origin: 'https://bao.example' }, private: ['source', 'phone', 'nested.tel', 'calls.who'], routes: { ${routes} } });\n`;

const everything = `*api(site) {
  const seen = [...site.articles, ...site.withdrawn, ...site.categories.values(), ...site.authors, ...site.pages];
  yield file('api.json', () => seen.map(({ document, history }) => [document, history]), JSON.stringify);
}`;

test("generators of the site's own are not given what is private", async () => {
  const site = inlineSite({
    ...files,
    'content/kinh-te/lua.md': article(secret),
    'broadsheet.config.ts': withRoutes(everything),
  });
  expect(reported(await site.build())).toEqual([]);
  const api = site.read('api.json');
  expect(values.filter((value) => api.includes(value))).toEqual([]);
  expect(api).toContain('"shown":"công khai"');
});

test('keys below others, and in lists, are private too', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': withRoutes(everything),
    'templates/pages/article.tsx': 'export default (props) => <p>{JSON.stringify(props.extra)}</p>;',
    'content/kinh-te/lua.md': article(
      'title: Lúa\nextra: { nested: { tel: "0290000018", place: chợ }, calls: [{ who: Ông A kín tiếng, when: sáng }, 1] }',
    ),
  });
  expect(reported(await site.build())).toEqual([]);
  expect(site.read('kinh-te/lua/index.html')).toContain(
    '{"nested":{"place":"chợ"},"calls":[{"when":"sáng"},1]}'.replaceAll('"', '&quot;'),
  );
  expect(site.read('api.json')).toContain('"extra":{"nested":{"place":"chợ"},"calls":[{"when":"sáng"},1]}');
});

const leaking = {
  ...files,
  'content/kinh-te/lua.md': article(secret),
  'content/kinh-te/khac.md': article('title: Khác'),
};

test.each([
  ['an address', 'Ngoc.Rieng@nha.example', 'email'],
  ['the amount', '{"amount":1234567}', 'royalty.amount'],
  ['the amount in groups', 'a,1.234.567,b', 'royalty.amount'],
  ['a key of the site', '0290000018', 'extra.phone'],
  [
    'a key of the site in an address',
    `?q=${encodeURIComponent('Ông A <người & nguồn> 0912')}`,
    'extra.source',
  ],
])(
  'what else would publish %s is refused: files and pages of generators, other pages of own templates, published files',
  async (_, text, key) => {
    const site = inlineSite({
      ...leaking,
      'broadsheet.config.ts': withRoutes(`
      *own(site) {
        yield file('own.txt', () => ({ text: ${JSON.stringify(text)} }), ({ text }) => text);
        yield page('own/index.html', 'not-found', () => ({ site: site.props, page: pageMeta(site, { title: ${JSON.stringify(text)} }) }));
      }`),
      'templates/pages/article.tsx': `export default (props) => <p>{props.title === 'Khác' ? ${JSON.stringify(text)} : ''}</p>;`,
      'content/_static/tep.txt': `dòng đầu\nhai ${text}`,
      'content/kinh-te/bang.csv': text,
      'content/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\n[bảng](kinh-te/bang.csv)\n',
    });
    const result = await site.build();
    const outputs = result.messages
      .map(({ values }) => String(values.output).replace(/-[0-9a-f]{10}/, ''))
      .sort();
    expect(outputs).toEqual([
      'kinh-te/khac/index.html',
      'media/bang.csv',
      'own.txt',
      'own/index.html',
      'tep.txt',
    ]);
    expect(new Set(result.messages.map(({ values }) => values.key))).toEqual(new Set([key]));
    expect(reported(result).filter((message) => message.startsWith('content/'))).toEqual([
      expect.stringMatching(/^content\/_static\/tep.txt:2:\d+ private-value$/),
      expect.stringMatching(/^content\/kinh-te\/bang.csv:1:\d+ private-value$/),
    ]);
    expect([...site.tree()].filter(([file]) => outputs.includes(file.replace(/-[0-9a-f]{10}/, '')))).toEqual(
      [],
    );
  },
);

test('round sums and moments of one article are news in another', async () => {
  const site = inlineSite({
    ...leaking,
    'content/kinh-te/lua.md': article(secret.replace('1234567', '1250000')),
    'content/_static/gia.csv': 'vàng,1250000,2026-11-16T07:41:00+07:00',
    'broadsheet.config.ts': withRoutes(
      `*own() { yield file('own.txt', () => ({}), () => '1.250.000 2026-11-16T07:41:00+07:00'); }`,
    ),
  });
  expect(reported(await site.build())).toEqual([]);
});

test('what the site publishes in a headline, summary or excerpt may stand in the files and pages of generators too', async () => {
  const own = `*own(site) {
    const text = () => site.articles.map(({ card }) => card.summary).join();
    yield file('own.txt', () => ({ text: text() }), ({ text }) => text);
    yield page('own/index.html', 'not-found', () => ({ site: site.props, page: pageMeta(site, { title: text() }) }));
  }`;
  const open = 'Gọi 0290000018, thư về ngoc.rieng@nha.example, chi 1.234.567 đồng.';
  const site = inlineSite({
    ...leaking,
    'broadsheet.config.ts': withRoutes(own),
    'content/kinh-te/khac.md': article('title: Khác', open),
    'content/_static/tep.txt': open,
  });
  const result = await site.build();
  expect(reported(result)).toEqual([]);
  for (const output of ['own.txt', 'own/index.html', 'tep.txt'])
    expect(site.read(output)).toContain('0290000018');
  site.write({ 'content/kinh-te/khac.md': article('title: Khác', 'Thôi.') });
  const later = await site.build();
  expect(reported(later)).toEqual(['content/_static/tep.txt:1:5 private-value']);
  expect(site.has('tep.txt')).toBe(false);
  expect(reported(await site.build({ cache: false, out: `${site.root}/clean` }))).toEqual(reported(later));
});

test.each([
  [
    'an address of an author',
    { 'content/_authors/tuyet-ngoc.md': '---\nname: Tuyết Ngọc\nemail: moi@nha.example\n---\n' },
  ],
  [
    'the royalty of another article',
    { 'content/kinh-te/khac.md': article('title: Khác\nroyalty: { amount: 7654321 }') },
  ],
  [
    'a new article with a private key',
    { 'content/kinh-te/ba.md': article('title: Ba\nextra: { phone: "0777888999" }') },
  ],
  [
    'a key that the configuration names',
    { 'broadsheet.config.ts': withRoutes('', '// khác').replace("'nested.tel'", "'shown'") },
  ],
])('what became private since the last build is not kept: %s', async (_, edit: Files) => {
  const text = 'moi@nha.example 7654321 0777888999 công khai';
  const site = inlineSite({
    ...leaking,
    'broadsheet.config.ts': withRoutes(''),
    'templates/pages/article.tsx': `export default (props) => <p>${text}</p>;`,
    'content/_static/tep.txt': text,
    'content/_static/anh.bin': new Uint8Array([0, 1, 2]),
  });
  expect(reported(await site.build())).toEqual([]);
  expect(site.has('tep.txt')).toBe(true);
  site.write(edit);
  const result = await site.build();
  const clean = await site.build({ cache: false, out: `${site.root}/clean` });
  expect(clean.errors).toBeGreaterThanOrEqual(3);
  expect(reported(result)).toEqual(reported(clean));
  expect(site.tree()).toEqual(site.tree('clean'));
  expect(site.has('tep.txt')).toBe(false);
});

test('without a change of what is private nothing is looked at again', async () => {
  const site = inlineSite({
    ...leaking,
    'templates/pages/article.tsx': 'export default (props) => <p>{props.title}</p>;',
    'content/_static/tep.txt': 'a',
  });
  await site.build();
  site.write({ 'content/kinh-te/moi.md': article('title: Mới\nroyalty: { amount: 1250000 }') });
  await site.build();
  expect(await site.build()).toMatchObject({ written: 0, rendered: 0 });
});
