import { describe, expect, test } from 'vitest';
import { article, configuration, type Files, inlineSite, reported } from '../inline-site.ts';

const file = 'content/kinh-te/a.md';
const page = 'kinh-te/a/index.html';

/** Builds an article with these fields, twice; gives the site and what was said of the article. */
async function buildWith(fields: string, others: Files = {}) {
  const site = inlineSite({ [file]: article(fields), ...others });
  const result = await site.build();
  expect(reported(await site.build())).toEqual(reported(result));
  const messages = reported(result).flatMap((line) =>
    line.startsWith(`${file}:`) ? [line.slice(file.length + 1)] : [],
  );
  return { site, result, messages };
}

describe('what YAML cuts off at #', () => {
  test.each([
    ['title: Phong trào #MeToo lan rộng', '2:19 text-cut warning', '"Phong trào #MeToo lan rộng"'],
    ['title: A\nsummary: Bản tin # 5', '3:18 text-cut warning', '"Bản tin # 5"'],
    ['title: A\nsummary: một\n  hai #ba bốn', '4:7 text-cut warning', '"một hai #ba bốn"'],
    [
      'title: A\nimage:\n  src: https://anh.example/a.jpg\n  caption: Ảnh #1',
      '5:16 text-cut warning',
      '"Ảnh #1"',
    ],
    ['title: A\ntags:\n  - lúa #gạo', '4:9 text-cut warning', '"lúa #gạo"'],
    ['title: A\ntags:\n  - lúa\n  - #gạo', '5:5 text-cut warning', '"#gạo"'],
    ['title: A\nsummary: #MeToo', '3:10 text-cut warning', '"#MeToo"'],
  ])('%j', async (fields, expected, quoted) => {
    const { result, messages } = await buildWith(fields);
    expect(messages).toContain(expected);
    expect(result.messages.find(({ rule }) => rule === 'text-cut')?.values.quoted).toBe(quoted);
  });
  test.each([
    'title: "Phong trào #MeToo"',
    "title: 'Phong trào #MeToo'",
    'title: C#',
    'title: "A" # tựa tạm',
    'title: A\nstatus: approved # chờ ảnh',
    'title: A\ntags: [lúa] #gạo',
    'title: A\ntags:\n  - lúa # chính',
    'title: A\nsummary: |\n  một #hai',
    'title: A\nsummary: >-\n  một #hai\n  ba #bốn',
    'title: A\nsummary: "một\n  hai #ba"',
    'title: A\nsummary: # viết sau',
    '# ghi chú #x\ntitle: A',
  ])('nothing is cut off: %j', async (fields) => expect((await buildWith(fields)).messages).toEqual([]));
});

describe('lists written as one text', () => {
  const authors = { 'content/_authors/nhom.md': '---\nname: Tổ Kinh tế, Báo Thử\n---\n' };
  test.each([
    ['authors: Jane Porter, Tom Okafor', ['Jane Porter', 'Tom Okafor']],
    ['author: Jane Porter, Tom Okafor, and Ann Lee', ['Jane Porter', 'Tom Okafor', 'Ann Lee']],
    ['authors: "Trần An, TS., Lê Bình, ThS."', ['Trần An, TS.', 'Lê Bình, ThS.']],
    ['authors: Tổ Kinh tế, Báo Thử, Lê Bình', ['Tổ Kinh tế, Báo Thử', 'Lê Bình']],
  ])('%s', async (fields, names) => {
    const { site, messages } = await buildWith(`title: A\n${fields}`, authors);
    expect(messages).toEqual([expect.stringMatching(/^3:\d+ comma-list info$/)]);
    expect(metaAuthors(site.read(page))).toEqual(names);
  });
  test.each([
    ['authors: [{ name: Jane Porter, title: Reporter, url: "https://a.example" }]', ['Jane Porter']],
    ['authors: [Tom Okafor, { name: Jane Porter }]', ['Tom Okafor', 'Jane Porter']],
    ['authors: { name: Jane Porter, email: jane@a.example }', ['Jane Porter']],
    ['author:\n  name: Jane Porter', ['Jane Porter']],
  ])('objects: %s', async (fields, names) => {
    const { site, messages } = await buildWith(`title: A\n${fields}`, authors);
    expect(messages).toEqual([expect.stringMatching(/^[34]:\d+ author-fields info$/)]);
    expect(metaAuthors(site.read(page))).toEqual(names);
    expect(site.read(page)).not.toContain('jane@');
  });
  test.each([
    ['authors: Martin King, Jr.', ['Martin King, Jr.']],
    ['authors: "Tổ Kinh tế, Báo Thử"', ['Tổ Kinh tế, Báo Thử']],
    ['authors: ["Porter, Jane"]', ['Porter, Jane']],
    ['authors: Jane Porter', ['Jane Porter']],
  ])('%s stays whole', async (fields, names) => {
    const { site, messages } = await buildWith(`title: A\n${fields}`, authors);
    expect(messages).toEqual([]);
    expect(metaAuthors(site.read(page))).toEqual(names);
  });
  test('tags, but no items and no addresses', async () => {
    const { site, messages } = await buildWith('title: A\ntags: lúa, giá 1,5 triệu\naliases: /tin,123.html');
    expect(messages).toEqual(['3:7 comma-list info']);
    expect(site.has('tu-khoa/lua/index.html')).toBe(true);
    expect(site.has('tu-khoa/gia-1-5-trieu/index.html')).toBe(true);
    expect(site.has('tin,123.html')).toBe(true);
    const whole = await buildWith('title: A\ntags: ["lúa, giá"]');
    expect(whole.messages).toEqual([]);
    expect(whole.site.has('tu-khoa/lua-gia/index.html')).toBe(true);
  });
  const metaAuthors = (html: string): string[] => {
    const [, json = ''] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html) ?? [];
    const graph: unknown = JSON.parse(json);
    const names = JSON.stringify(graph).match(/"author":(\[.*?\]|\{.*?\})/)?.[1] ?? '[]';
    return [...names.matchAll(/"name":"([^"]*)"/g)].map(([, name = '']) => name);
  };
});

describe('names of other systems', () => {
  test.each([
    ['description: Một', 'summary'],
    ['excerpt: Một', 'summary'],
    ['redirect_from: /cu.html', 'aliases'],
    ['lastmod: 2026-11-17', 'updated'],
    ['last_modified_at: 2026-11-17', 'updated'],
    ['image-credit: An', 'image.credit'],
    ['feature_image: a.jpg', 'image'],
    ['keywords: [lúa]', 'tags'],
  ])('%s', async (field, ours) => {
    const { result, messages } = await buildWith(`title: A\n${field}`);
    expect(messages).toEqual(['3:1 other-name warning']);
    expect(result.messages[0]?.values).toEqual({ key: field.split(':')[0], ours });
  });
  test('are told once for all files', async () => {
    const others = Object.fromEntries(
      ['b', 'c', 'd'].map((name) => [
        `content/kinh-te/${name}.md`,
        article('title: A\ndescription: Một\nlayout: post'),
      ]),
    );
    const { result } = await buildWith('title: A\ndescription: Một\nlayout: post', others);
    expect(reported(result)).toEqual([`${file}:3:1 other-name warning`, `${file}:4:1 unknown-key warning`]);
    expect(result.messages.map(({ values }) => values.others)).toEqual([3, 3]);
  });
  test('are read where the configuration names them', async () => {
    const { site, messages } = await buildWith(
      'title: A\ndescription: Một câu.\npubDate: 2026-11-10\nstate: public\nphoto: https://anh.example/a.jpg\nphoto_by: An\nkeywords: lúa, ngô',
      {
        'broadsheet.config.ts': configuration(
          "keys: { description: 'summary', photo: 'image', photo_by: 'image.credit', keywords: 'tags', pubDate: 'date' }",
        ),
      },
    );
    expect(messages.filter((line) => !/remote-picture|state|unknown-key/.test(line))).toEqual([
      '8:11 comma-list info',
    ]);
    expect(site.read(page)).toContain('Một câu.');
    expect(site.has('tu-khoa/ngo/index.html')).toBe(true);
  });
  test('a field of ours comes first, and what holds back still does', async () => {
    const config = configuration("keys: { description: 'summary', draft: 'extra' }");
    const ours = await buildWith('title: A\nsummary: Của ta.\ndescription: Của họ.', {
      'broadsheet.config.ts': config,
    });
    expect(ours.site.read(page)).toContain('Của ta.');
    const held = await buildWith('title: A\ndraft: true', { 'broadsheet.config.ts': config });
    expect(held.site.has(page)).toBe(false);
  });
  test.each(['publish', 'published', 'Public'])('status: %s is approved', async (status) => {
    const { site, messages } = await buildWith(`title: A\nstatus: ${status}`);
    expect(messages).toEqual([]);
    expect(site.has(page)).toBe(true);
  });
  test('a change of the names is a change of all', async () => {
    const { site } = await buildWith('title: A\ndescription: Một câu.');
    expect(site.read('kinh-te/index.html')).not.toContain('Một câu.');
    site.write({ 'broadsheet.config.ts': configuration("keys: { description: 'summary' }") });
    await site.build();
    expect(site.read('kinh-te/index.html')).toContain('Một câu.');
  });
});

describe('categories of other systems', () => {
  test('articles stay in the category of their folder', async () => {
    const { site, result } = await buildWith('title: A\ncategory: Data Engineering', {
      'content/kinh-te/b.md': article('title: B\ncategory: Data Engineering'),
      'content/kinh-te/c.md': article('title: C\ncategories: [Thể thao, kinh-te]'),
    });
    expect(reported(result)).toEqual([
      `${file}:3:11 foreign-category warning`,
      'content/kinh-te/c.md:3:14 foreign-category warning',
    ]);
    expect(result.messages[0]?.values).toEqual({ category: 'Data Engineering', others: 1 });
    expect(['a', 'b', 'c'].every((name) => site.has(`kinh-te/${name}/index.html`))).toBe(true);
  });
  test('by title, and by names with the same address', async () => {
    const { site, messages } = await buildWith('title: A\ncategory: Nông Nghiệp', {
      'content/kinh-te/nong-nghiep/_index.md': '---\ntitle: Nông nghiệp\n---\n',
      'content/kinh-te/b.md': article('title: B\ncategory: Kinh tế/Nông nghiệp'),
    });
    expect(messages).toEqual([]);
    expect(site.has('kinh-te/nong-nghiep/a/index.html')).toBe(true);
    expect(site.has('kinh-te/nong-nghiep/b/index.html')).toBe(true);
  });
  test('stand in for a folder that is none', async () => {
    const { site, result } = await buildWith('title: A', {
      'content/posts/b.md': article('title: B\ncategories: [Kinh tế]'),
    });
    expect(reported(result)).toEqual([]);
    expect(site.has('kinh-te/b/index.html')).toBe(true);
  });
  test('are not made of a slip in the name of a folder', async () => {
    const { site, result } = await buildWith('title: A\ncategory: Kin tế', {
      'broadsheet.config.ts': configuration('categories: { fromFrontMatter: true }'),
      'content/kinh-te/b.md': article('title: B\ncategory: Kin tế/Lúa\ncategories: [kinh-tee, Văn hóa]'),
    });
    expect(reported(result)).toEqual([
      `${file}:3:11 misspelt-category`,
      'content/kinh-te/b.md:3:11 foreign-category warning',
      'content/kinh-te/b.md:4:14 misspelt-category',
    ]);
    expect(site.has('kinh-te/a/index.html')).toBe(true);
    expect(site.has('kinh-te/b/index.html')).toBe(true);
    expect(
      [...site.tree().keys()].filter((name) => /^kin|van-hoa/.test(name) && !/^kinh-te\//.test(name)),
    ).toEqual(['van-hoa/atom.xml', 'van-hoa/index.html', 'van-hoa/rss.xml']);
  });
  test('are made where the configuration says so, but of no draft', async () => {
    const { site, messages } = await buildWith('title: A\ncategory: Data Engineering/Spark', {
      'broadsheet.config.ts': configuration('categories: { fromFrontMatter: true }'),
      'content/kinh-te/b.md': article('title: B\ncategories: [data engineering, Kinh tế]'),
      'content/kinh-te/c.md': article('title: C\nstatus: draft\ncategory: Bí mật'),
    });
    expect(messages).toEqual([]);
    expect(site.read('data-engineering/index.html')).toContain('Data Engineering');
    expect(site.read('data-engineering/spark/index.html')).toContain('/data-engineering/spark/a/');
    expect(site.read('data-engineering/index.html')).toContain('/kinh-te/b/');
    expect(
      [...site.tree().entries()].filter(
        ([name, bytes]) => /bi-mat/.test(name) || /Bí mật/.test(bytes.toString()),
      ),
    ).toEqual([]);
    site.write({ 'content/kinh-te/c.md': article('title: C\ncategory: Bí mật') });
    await site.build();
    expect(site.has('bi-mat/c/index.html')).toBe(true);
    const incremental = site.tree();
    await site.build({ cache: false, out: `${site.root}/clean` });
    expect(site.tree('clean')).toEqual(incremental);
  });
});

describe('dates of archives', () => {
  const english = (options = ''): Files => ({
    'broadsheet.config.ts': `export default { site: { title: 'T', origin: 'https://t.example', language: 'en' }, ${options} };\n`,
  });
  test('in English where day and month can change places, the article waits for both', async () => {
    const { site, result, messages } = await buildWith('title: A\ndate: 11/12/2025\nsummary: S', english());
    expect(messages).toEqual([]);
    expect(site.has(page)).toBe(true);
    site.write({ [file]: article('title: A\ndate: 05/12/2026') });
    expect(reported(await site.build())).toEqual([]);
    site.write({ [file]: article('title: A\ndate: 12/11/2026') });
    const held = await site.build();
    expect(reported(held)).toEqual([`${file}:3:7 ambiguous-date`]);
    expect(held.messages[0]?.values).toEqual({ first: '2026-11-12', second: '2026-12-11' });
    expect(site.has(page)).toBe(false);
    expect(held.nextChange).toBe('2026-12-10T17:00:00.000Z');
    expect(result.nextChange).toBeUndefined();
  });
  test('so does its end, of which the earlier reading counts', async () => {
    const { site, messages, result } = await buildWith(
      'title: A\ndate: 2026-01-05\nexpires: 11/12/2026',
      english(),
    );
    expect(messages).toEqual(['4:10 ambiguous-end']);
    expect(result.messages[0]?.values).toEqual({ first: '2026-11-12', second: '2026-12-11' });
    expect(site.has(page)).toBe(false);
    site.write({ [file]: article('title: A\ndate: 2026-01-05\nexpires: 01/12/2026') });
    const later = await site.build();
    expect(reported(later)).toEqual([`${file}:4:10 ambiguous-end`]);
    site.write({ [file]: article('title: A\ndate: 2026-01-05\nexpires: 12/12/2026') });
    expect(reported(await site.build())).toEqual([]);
    expect(site.has(page)).toBe(true);
  });
  test.each([
    // What holds an article back, under any name: the later reading counts.
    ['date: 2026-01-05\npublishDate: 12/11/2026', ['4:1 foreign-date warning', '4:14 ambiguous-date'], false],
    ['date: 2026-01-05\nembargo: 11/12/2026', ['4:1 foreign-date warning'], false],
    ['date: 2026-01-05\npublishDate: 01/02/2026', ['4:1 foreign-date warning'], true],
    // What ends it: the earlier one.
    ['date: 2026-01-05\nexpiryDate: 11/12/2026', ['4:1 foreign-date warning', '4:13 ambiguous-end'], false],
    ['date: 2026-01-05\nexpiryDate: 01/12/2026', ['4:1 foreign-date warning', '4:13 ambiguous-end'], false],
    // The rest holds nothing back.
    ['date: 2026-01-05\nupdated: 12/11/2026', ['4:10 ambiguous-field warning'], true],
    ['date: 2026-01-05\nlastmod: 12/11/2026', ['4:10 ambiguous-field warning'], true],
    ['date: 2026-01-05\nupdated: 02/10/2026', [], true],
    ['date: 2026-01-05\nfeatured: home\npinnedUntil: 12/11/2026', ['5:14 ambiguous-field warning'], true],
    ['date: 2026-01-05\napprovedAt: 12/11/2026', [], true],
    [
      'date: 2026-01-05\ncorrections: [{date: 12/11/2026, text: Sửa}]',
      ['4:22 ambiguous-field warning'],
      true,
    ],
  ] as const)('%j: %j', async (fields, expected, isOut) => {
    const { site, messages } = await buildWith(
      `title: A\n${fields}`,
      english("keys: { lastmod: 'updated' }"),
    );
    expect(messages).toEqual(expected);
    expect(site.has(page)).toBe(isOut);
    site.write(english("dates: 'day-first'"));
    expect(reported(await site.build()).filter((each) => each.includes('ambiguous'))).toEqual([]);
  });
  test('a pin ends at the earlier reading, a correction is due at the later one', async () => {
    const { site, result } = await buildWith(
      'title: A\ndate: 2026-01-05\nfeatured: section\npinnedUntil: 11/12/2026\ncorrections: [{date: 12/11/2026, text: Corrected}]',
      english(),
    );
    expect(result.messages.map(({ values }) => values)).toEqual([
      { key: 'pinnedUntil', first: '2026-12-11', second: '2026-11-12', counts: '2026-11-12' },
      { key: 'corrections.date', first: '2026-11-12', second: '2026-12-11', counts: '2026-12-11' },
    ]);
    expect(result.nextChange).toBe('2026-12-10T17:00:00.000Z');
    expect(site.read(page)).not.toContain('Corrected');
    await site.build({ now: Date.parse('2026-12-12') });
    expect(site.read(page)).toContain('Corrected');
  });
  test.each([
    ["dates: 'day-first'", '2026-11-12'],
    ["dates: 'month-first'", undefined],
  ])('%s', async (options, day) => {
    const { site, messages } = await buildWith('title: A\ndate: 12/11/2026', english(options));
    expect(messages).toEqual([]);
    expect(site.has(page)).toBe(day !== undefined);
    if (day !== undefined) expect(site.read(page)).toContain(day);
  });
  test('in Vietnamese the day comes first', async () => {
    const { site, messages } = await buildWith('title: A\ndate: 12/11/2026');
    expect(messages).toEqual([]);
    expect(site.read(page)).toContain('12/11/2026');
  });
  test.each([
    ['date: 1026-11-16', '3:7 unlikely-year warning'],
    ['date: 2047-01-01', '3:7 unlikely-year warning'],
    ['date: 2026-11-16\nupdated: 2206-11-17', '4:10 unlikely-year warning'],
  ])('%s', async (field, expected) =>
    expect((await buildWith(`title: A\n${field}`)).messages).toEqual([expected]),
  );
  test('an end far ahead, and an old date, are meant', async () =>
    expect((await buildWith('title: A\ndate: 1801-01-01\nexpires: 9999-12-31')).messages).toEqual([]));
  test('old articles are in order, and expire', async () => {
    const { site } = await buildWith('title: Già\ndate: 1900-01-01', {
      'content/kinh-te/b.md': article('title: Trẻ hơn\ndate: 1900-01-02'),
      'content/kinh-te/c.md': article('title: Hết hạn\ndate: 1900-01-01\nexpires: 1900-02-01'),
    });
    const html = site.read('kinh-te/index.html');
    expect(html.indexOf('Trẻ hơn')).toBeLessThan(html.indexOf('Già'));
    expect(html).not.toContain('Hết hạn');
    expect(site.read('kinh-te/rss.xml')).toContain('<pubDate>Mon, 01 Jan 1900 00:00:00 +0707');
    expect(site.read(page)).toContain('1900-01-01T00:00:00+07:07');
  });
});
