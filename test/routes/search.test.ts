import path from 'node:path';
import { expect, test } from 'vitest';
import { facetKey } from '../../src/search/hash.ts';
import { article, configuration, type Files, type InlineSite, inlineSite } from '../inline-site.ts';
import { openBuilt } from '../search/open-built.ts';

/** Addresses of what a query finds in the built site. */
const found = async (
  site: InlineSite,
  query: string,
  { folder = 'tim-kiem', filters = [] as number[] } = {},
) => (await openBuilt(path.join(site.root, 'dist', folder, 'index')))(query, filters);

const day = (number: number): string => `2026-10-${String((number % 28) + 1).padStart(2, '0')} 08:00`;
/** Articles, each with a word of its own. */
const archive = (count: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `content/kinh-te/bai-${index}.md`,
      article(`title: Bài ${index}\ndate: ${day(index)}`, `Chuyện chợ nổi thứ q${index}w.`),
    ]),
  );

const files: Files = {
  'content/_authors/ngoc.md':
    '---\nname: Tuyết Ngọc\nemail: ngoc-rieng@bao.example\nhandle: ngocrieng\n---\n',
  'content/kinh-te/lua.md': article(
    'title: Giá lúa\ndate: 2026-11-02 08:00\nauthors: [ngoc]\ntags: [vựa lúa]\nroyalty: { amount: 7654321 }\nextra: { phone: bimatmot }',
    '## Ở An Giang\n\nMột *câu* về **m**uối.\n\n![Ruộng bậc thang](https://anh.example/a.png "Lời chú thích")\n\n:::details[Cách đo độ ẩm]\nTrong khung.\n:::\n\n:::quote{by="Bà Ba Dừa"}\nMất mùa.\n:::',
  ),
  'content/kinh-te/nhap.md': article('title: Bản nháp\nstatus: draft', 'bimathai'),
  'content/kinh-te/sau.md': article('title: Sẽ đăng\ndate: 2027-01-01 08:00', 'bimatba'),
  'content/kinh-te/het.md': article('title: Hết hạn\nexpires: 2026-11-20', 'bimatbon'),
  'content/kinh-te/rut.md': article('title: Đã rút\nstatus: withdrawn', 'bimatnam'),
  'content/kinh-te/gap.md': article(
    'title: Đính chính\ncorrections: [{ date: 2027-01-01, text: bimatsau }]',
    'Nội dung.',
  ),
};

test('articles are found by all that readers see of them, and by nothing else', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration("private: ['phone']"),
    ...archive(60),
    ...files,
  });
  await site.build();
  const lua = ['/kinh-te/lua/'];
  for (const query of [
    'Giá lúa',
    'gia lua',
    'An Giang',
    'muối',
    'tuyet ngoc',
    'vựa lúa',
    'ruộng bậc thang',
    'lời chú thích',
    'đo độ ẩm',
    'trong khung',
    'ba dừa',
    'mất mùa',
  ])
    expect(await found(site, query), query).toEqual(lua);
  expect(await found(site, 'q7w')).toEqual(['/kinh-te/bai-7/']);
  expect(await found(site, 'q59w')).toEqual(['/kinh-te/bai-59/']);
  expect(await found(site, 'chợ nổi')).toHaveLength(60);
  expect(await found(site, '', { filters: [facetKey('author', 'Tuyết Ngọc')] })).toEqual(lua);
  expect(await found(site, '', { filters: [facetKey('category', 'kinh-te')] })).toHaveLength(62);
  // Neither as words nor as what they are looked up by.
  const secrets = [
    'bimatmot',
    'bimathai',
    'bimatba',
    'bimatbon',
    'bimatnam',
    'bimatsau',
    '7654321',
    'ngocrieng',
    'nhap',
    'sau',
    'rut',
  ];
  for (const secret of [...secrets, 'ngoc-rieng@bao.example', 'Bản nháp', 'Sẽ đăng', 'Hết hạn', 'Đã rút'])
    expect(await found(site, `"${secret}"`), secret).toEqual([]);
  const index = [...site.tree()].filter(([name]) => name.startsWith('tim-kiem/'));
  expect(index.length).toBeGreaterThan(20);
  for (const [name, bytes] of index)
    expect(bytes.toString('latin1'), name).not.toMatch(
      /bimat|7654321|ngocrieng|ngoc-rieng|kinh-te\/(?:nhap|sau|het|rut)/,
    );
});

/** Files of the index that differ between two states of the output. */
const changed = (before: Map<string, Buffer>, after: Map<string, Buffer>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) =>
      name.startsWith('tim-kiem/index/') && !before.get(name)?.equals(after.get(name) ?? Buffer.from('')),
  );

test('a new article changes two files, an edited one those of its words; what is kept is what a clean build makes', async () => {
  const site = inlineSite(archive(100));
  await site.build();
  const before = site.tree();
  site.write({ 'content/kinh-te/moi.md': article('title: Bài mới\ndate: 2026-11-20 08:00', 'Chữ mới.') });
  await site.build();
  const added = site.tree();
  expect(changed(before, added).sort()).toEqual(['tim-kiem/index/index.json', 'tim-kiem/index/newest.json']);
  expect(await found(site, 'bài mới')).toEqual(['/kinh-te/moi/']);

  site.write({
    'content/kinh-te/bai-3.md': article(`title: Bài 3\ndate: ${day(3)}`, 'Chuyện chợ nổi thứ sửa.'),
  });
  await site.build();
  const edited = changed(added, site.tree());
  expect(edited.length).toBeLessThan(12);
  // Its row has its first words.
  expect(edited.filter((name) => !name.endsWith('.bin'))).toHaveLength(1);
  expect(await found(site, 'q3w')).toEqual([]);
  expect(await found(site, 'thứ sửa')).toEqual(['/kinh-te/bai-3/']);

  site.remove('content/kinh-te/bai-50.md');
  await site.build();
  expect(await found(site, 'q50w')).toEqual([]);
  const kept = site.tree();
  await site.build({ cache: false, out: path.join(site.root, 'clean') });
  expect([...site.tree('clean').keys()]).toEqual([...kept.keys()]);
  for (const [name, bytes] of site.tree('clean')) expect(kept.get(name)?.equals(bytes), name).toBe(true);
});

test('the search is switched off, its fields, boosts and synonyms are chosen', async () => {
  const texts: Files = {
    'content/kinh-te/a.md': article('title: UBND họp\nsummary: Tóm tắt', 'Thân bài.'),
    'content/kinh-te/b.md': article('title: Ủy ban nhân dân họp', 'Chuyện khác.'),
  };
  const site = inlineSite({
    'broadsheet.config.ts': configuration(
      "search: { fields: ['title', 'summary'], boosts: { title: 2 }, synonyms: ['UBND = ủy ban nhân dân'] }",
    ),
    ...texts,
  });
  await site.build();
  expect((await found(site, 'UBND')).sort()).toEqual(['/kinh-te/a/', '/kinh-te/b/']);
  expect(await found(site, 'tóm tắt')).toEqual(['/kinh-te/a/']);
  expect(await found(site, 'thân bài')).toEqual([]);
  const page = site.read('kinh-te/a/index.html');
  expect(page).toContain('<form action="/tim-kiem/">');
  expect(page).toContain(
    '<link rel="search" type="application/opensearchdescription+xml" title="Báo Thử" href="/tim-kiem/opensearch.xml"',
  );
  expect(page).not.toMatch(/search-\w+\.(?:js|css)/);
  expect(site.read('tim-kiem/opensearch.xml')).toContain(
    'template="https://bao.example/tim-kiem/?q={searchTerms}"',
  );

  site.write({ 'broadsheet.config.ts': configuration('search: false') });
  await site.build();
  expect([...site.tree().keys()].filter((name) => /tim-kiem|search/.test(name))).toEqual([]);
  expect(site.read('kinh-te/a/index.html')).not.toContain('<search');
});

test('each language has an index of its own', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration('languages: { vi: {}, en: {} }'),
    'content/kinh-te/lua.md': article('title: Giá lúa'),
    'content/en/kinh-te/_index.md': '---\ntitle: Economy\n---\n',
    'content/en/kinh-te/flood.md': article('title: Flooded roads'),
  });
  await site.build();
  expect(await found(site, 'giá lúa')).toEqual(['/kinh-te/lua/']);
  expect(await found(site, 'floods')).toEqual([]);
  expect(await found(site, 'floods', { folder: 'en/search' })).toEqual(['/en/kinh-te/flood/']);
  expect(await found(site, 'lúa', { folder: 'en/search' })).toEqual([]);
  expect(site.read('tim-kiem/index.html')).toContain('href="/en/search/"');
});
