import { once } from 'node:events';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { article, configuration, type Files, inlineSite, reported } from './inline-site.ts';

const file = 'content/kinh-te/a.md';
const good: Files = { 'content/kinh-te/tot.md': article('title: Bài tốt') };
const pages = { a: 'kinh-te/a/index.html', good: 'kinh-te/tot/index.html' };
const bodyOf = (html: string): string => /<div class="body">([\s\S]*?)<\/div>/.exec(html)?.[1] ?? '';
const bytes = (...parts: readonly (string | number)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))));

/**
 * Builds one bad file beside a good one, twice: what is wrong is said again by a build that reads nothing
 * anew.
 */
async function buildWith(bad: string | Uint8Array, others: Files = {}) {
  const site = inlineSite({ ...good, [file]: bad, ...others });
  const result = await site.build();
  const again = await site.build();
  expect(reported(again)).toEqual(reported(result));
  expect(site.has(pages.good)).toBe(true);
  expect(site.read('kinh-te/index.html')).toContain('Bài tốt');
  return { site, result };
}

describe('leaves its page out, and nothing else', () => {
  const cases: [name: string, bad: string | Uint8Array, expected: string, values?: object][] = [
    [
      'a colon in a value',
      '---\ntitle: Giá: lúa\ndate: 2026-11-16\n---\nx\n',
      '2:11 yaml-syntax',
      { reason: 'bad indentation of a mapping entry' },
    ],
    ['a tab as indentation', '---\ntitle: A\ntags:\n\t- x\ndate: 2026-11-16\n---\nx\n', '4:1 yaml-tab'],
    ['a quote that is not closed', '---\ntitle: "Chưa đóng\ndate: 2026-11-16\n---\nx\n', '4:1 yaml-syntax'],
    ['a list for front matter', '---\n- a\n- b\n---\nx\n', '2:1 yaml-syntax'],
    ['a sentence for front matter', '---\nxin chào\n---\nx\n', '2:1 yaml-syntax'],
    ['a circle of references', article('title: A\nextra: &x {a: *x}'), '3:1 yaml-syntax'],
    [
      'a key written twice',
      '---\ntitle: A\ndate: 2026-11-16\ntitle: B\n---\nx\n',
      '4:1 duplicate-key',
      { key: 'title', first: 2, second: 4 },
    ],
    [
      'a key written twice with quotes',
      '---\n"title": A\ndate: 2026-11-16\n\'title\': B\n---\nx\n',
      '4:1 duplicate-key',
      { key: 'title', first: 2, second: 4 },
    ],
    [
      'a nested key written twice',
      '---\ntitle: A\ndate: 2026-11-16\nimage:\n  src: a.jpg\n  alt: b\n  src: c.jpg\n---\nx\n',
      '7:3 duplicate-key',
      { key: 'src', first: 5, second: 7 },
    ],
    [
      'a key written twice beside a longer one',
      '---\ntitle: A\ndate: 2026-11-16\ntagsx: 1\ntags: [a]\ntags: [b]\n---\nx\n',
      '6:1 duplicate-key',
      { key: 'tags', first: 5, second: 6 },
    ],
    [
      'a key written twice in a file with CRLF',
      '---\r\ntitle: A\r\ndate: 2026-11-16\r\ntitle: B\r\n---\r\nx\r\n',
      '4:1 duplicate-key',
      { key: 'title', first: 2, second: 4 },
    ],
    ['a title that is a list', article('title: [A]'), '2:8 wrong-type', { key: 'title' }],
    [
      'a status that there is not',
      article('title: A\nstatus: aproved'),
      '3:9 wrong-type',
      { key: 'status', expected: 'draft | pending | approved | rejected | withdrawn', found: '“aproved”' },
    ],
    [
      'a link to a script',
      article('title: A\nlink: "javascript:alert(1)"'),
      '3:7 wrong-type',
      { key: 'link', expected: 'https://…' },
    ],
    ['a link to a file', article('title: A\nlink: file:///etc/passwd'), '3:7 wrong-type', { key: 'link' }],
    ['a link within the site', article('title: A\nlink: /kinh-te/'), '3:7 wrong-type', { key: 'link' }],
    [
      '30 February',
      article('title: A\ndate: 2026-02-30'),
      '3:7 impossible-date',
      { key: 'date', value: '2026-02-30' },
    ],
    ['25 o’clock', article('title: A\ndate: 2026-02-20 25:00'), '3:7 impossible-date'],
    ['month 28', article('title: A\ndate: 11/28/2022'), '3:7 impossible-date'],
    ['a date in words', article('title: A\ndate: hôm qua'), '3:7 impossible-date'],
    ['an end in words', article('title: A\nexpires: mai'), '3:10 impossible-date', { key: 'expires' }],
    [
      'a correction of month 13',
      article('title: A\ncorrections:\n  - date: 2026-11-17\n    text: x\n  - date: 2026-13-17\n    text: x'),
      '6:11 impossible-date',
      { value: '2026-13-17' },
    ],
    [
      'a correction without a text',
      article('title: A\ncorrections:\n  - date: 2026-11-17'),
      '4:5 missing-field',
      { key: 'corrections.text' },
    ],
    ['no title', article('summary: A'), '1:1 missing-field', { key: 'title' }],
    ['a title without a value', article('title:'), '1:1 missing-field', { key: 'title' }],
    ['a title of spaces', article('title: "  "'), '2:8 missing-field', { key: 'title' }],
    ['no date', '---\ntitle: A\n---\nx', '1:1 missing-field', { key: 'date' }],
    ['no bytes', '', '1:1 empty-file'],
    ['only blank lines', ' \n\n', '1:1 empty-file'],
    ['only a byte-order mark', '\uFEFF', '1:1 empty-file'],
    ['no front matter', 'Chào\n', '1:1 front-matter-missing'],
    ['TOML without a date', '+++\ntitle = "A"\n+++\nx', '1:1 missing-field', { key: 'date' }],
    ['TOML that is broken', '+++\ntitle = "A"\ndate = x\n+++\nx', '3:8 toml-syntax'],
    ['TOML with a key twice', '+++\ntitle = "A"\ntitle = "B"\n+++\nx', '3:1 toml-syntax'],
    ['TOML that is not closed', '+++\ntitle = "A"\nx', '1:1 front-matter-unclosed', { fence: '+++' }],
    [
      'TOML that ends in ---',
      '+++\ntitle = "A"\n---\nx',
      '3:1 front-matter-fence',
      { found: '---', fence: '+++' },
    ],
    [
      'TOML with a date that there is not',
      '+++\ntitle = "A"\ndate = "2026-02-30"\n+++\nx',
      '3:8 impossible-date',
    ],
    ['a draft in TOML', '+++\ntitle = "A"\ndate = 2026-11-16\ndraft = true\n+++\nx', '4:1 held-back'],
    [
      'a draft in a table of TOML',
      '+++\ntitle = "A"\ndate = 2026-11-16\n[build]\nrender = "never"\n+++\nx',
      '4:1 held-back',
    ],
    [
      'a draft in a text of TOML',
      '+++\ntitle = "A"\ndate = 2026-11-16\nsummary = """a\ndraft = true\n"""\n+++\nx',
      '5:1 held-back-in-text',
    ],
    [
      'a draft in JSON',
      '{\n  "title": "A",\n  "date": "2026-11-16",\n  "draft": true\n}\nx',
      '4:3 held-back',
    ],
    ['JSON that is broken', '{\n  "title": "A",\n}\nx', '3:1 json-syntax'],
    ['JSON that is not closed', '{\n  "title": "A"\nx', '1:1 front-matter-unclosed', { fence: '}' }],
    ['JSON with a text behind it', '{ "title": "A" } x', '1:1 front-matter-unclosed'],
    ['a short code for front matter', '{{< x >}}', '1:1 front-matter-missing'],
    ['a slug that is a path', article('title: A\nslug: tin/lua'), '3:7 slug-path', { slug: 'tin/lua' }],
    ['a slug that leads out', article('title: A\nslug: ..'), '3:7 slug-path'],
    ['a pattern for a permalink', article('title: A\npermalink: /:year/:title/'), '3:12 bad-permalink'],
    ['a permalink that leads out', article('title: A\npermalink: /../a/'), '3:12 bad-permalink'],
    ['a permalink of another kind of file', article('title: A\npermalink: /a.pdf'), '3:12 bad-permalink'],
    ['a permalink of a page that is not written', article('title: A\npermalink: false'), '3:1 held-back'],
    ['a permalink that is a list', article('title: A\npermalink: [a]'), '3:12 wrong-type'],
    ['an empty line above', `\n${article('title: A')}`, '2:1 front-matter-late', { found: '---', line: 2 }],
    ['a space above', ` ${article('title: A')}`, '1:2 front-matter-late'],
    ['front matter that is not closed', '---\ntitle: A\n\nChào\n', '1:1 front-matter-unclosed'],
    ['Latin-1', bytes(article('title: A', 'Dòng một'), 'caf', 0xe9, ' x'), '6:4 not-utf8', { offset: 55 }],
    [
      'a wrong byte behind U+FFFD',
      bytes('---\ntitle: A \uFFFD\ndate: 2026-11-16\n---\n\uFFFD', 0x80),
      '5:2 not-utf8',
    ],
    ['UTF-16', Buffer.from('\uFEFF---\ntitle: A\n---\n', 'utf16le'), '1:1 not-utf8', { offset: 0 }],
    ['a picture named .md', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 'JFIF'), '1:1 not-utf8', { offset: 0 }],
    [
      'lists 3,000 deep',
      article('title: A', Array.from({ length: 3000 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')),
      '5:1 nested-too-deep',
    ],
    ['quotations 3,000 deep', article('title: A', `${'> '.repeat(3000)}x`), '5:1 nested-too-deep'],
  ];
  test.each(cases)('%s', async (_, bad, expected, values = {}) => {
    const { site, result } = await buildWith(bad);
    expect(reported(result)).toEqual([`${file}:${expected}`]);
    expect(result).toMatchObject({ errors: 1, warnings: 0, articles: 1 });
    expect(result.messages[0]?.values).toMatchObject(values);
    expect(site.has(pages.a)).toBe(false);
  });

  test('an end that is not after the date', async () => {
    const { site, result } = await buildWith(article('title: A\nexpires: 2026-11-16'));
    expect(reported(result)).toEqual([`${file}:3:10 expires-before-date warning`]);
    expect(result.messages[0]?.values).toEqual({ expires: '2026-11-16 00:00', date: '2026-11-16 08:30' });
    expect(site.has(pages.a)).toBe(false);
  });

  test.each([
    [
      'dates in words beside another mistake',
      article('title: A\ndate: hôm qua\nfeatured: maybe\nexpires: mai'),
      ['3:7 impossible-date', '4:11 wrong-type', '5:10 impossible-date'],
    ],
    [
      'a correction without text and of no day',
      article('title: A\ncorrections:\n  - date: 2026-02-30'),
      ['4:5 missing-field', '4:11 impossible-date'],
    ],
    [
      'a mistake in a field and one in the body',
      article('title: [A]', '![](https://example.org/a.jpg)'),
      ['2:8 wrong-type', '5:1 alt-missing warning'],
    ],
  ])('all at once: %s', async (_, bad, expected) => {
    const { result } = await buildWith(bad);
    expect(reported(result)).toEqual(expected.map((line) => `${file}:${line}`));
  });

  test('half a million laughs', async () => {
    const steps = [...'bcdef'].map(
      (name, index) => `  ${name}: &${name} [${Array(9).fill(`*${'abcde'[index]}`).join(', ')}]`,
    );
    const { result } = await buildWith(
      article(`title: A\nextra:\n  a: &a [x, x, x, x, x, x, x, x, x]\n${steps.join('\n')}`),
    );
    expect(reported(result)).toEqual([
      expect.stringMatching(/^content\/kinh-te\/a\.md:\d+:\d+ yaml-syntax$/),
    ]);
  });

  test('a page in a folder that is no category, which has no date', async () => {
    const { result } = await buildWith(article('title: A'), {
      'content/about/team.md': '---\ntitle: Team\n---\nx',
      'content/kinh-te/b.md': '---\ntitle: B\n---\nx',
    });
    expect(reported(result)).toEqual([
      'content/about/team.md:1:1 unknown-category',
      'content/kinh-te/b.md:1:1 missing-field',
    ]);
    expect(result.messages[0]?.values).toEqual({ category: 'about' });
  });
  test('a folder that is no category', async () => {
    const { result } = await buildWith(article('title: A'), { 'content/xa-hoi/b.md': article('title: B') });
    expect(reported(result)).toEqual(['content/xa-hoi/b.md:2:1 unknown-category']);
  });

  test('a category, an author and a page that are broken, each with what depends on it', async () => {
    const { site, result } = await buildWith(article('title: A\nauthors: an'), {
      'content/xa-hoi/_index.md': '---\ntitle: [\n---\n',
      'content/xa-hoi/b.md': article('title: B'),
      'content/_authors/an.md': '---\nnam: An\n---\n',
      'content/gioi-thieu.md': '---\ntitle: A\ntitle: B\n---\n',
    });
    expect(reported(result)).toEqual([
      'content/_authors/an.md:1:1 missing-field',
      'content/_authors/an.md:2:1 unknown-key warning',
      'content/gioi-thieu.md:3:1 duplicate-key',
      'content/xa-hoi/_index.md:3:1 yaml-syntax',
    ]);
    expect(site.has('xa-hoi/b/index.html')).toBe(true);
    expect(site.has('gioi-thieu/index.html')).toBe(false);
    expect(site.has('tac-gia/an/index.html')).toBe(false);
    expect(site.has(pages.a)).toBe(true);
  });
});

describe('an _index.md that is wrong leaves the folder a category of its name', () => {
  const cases: [name: string, bad: string | Uint8Array, expected: string][] = [
    ['broken YAML', '---\ntitle: Xã: hội\n---\n', '2:10 yaml-syntax'],
    ['no title', '---\norder: 2\n---\n', '1:1 missing-field'],
    ['an empty title', '---\ntitle: ""\n---\n', '2:8 missing-field'],
    ['a title that is a list', '---\ntitle: [a]\n---\n', '2:8 wrong-type'],
    ['a fence that is nearly one', '---\ntitle: Xã hội\n-----\nx\n', '3:1 front-matter-fence'],
    ['no front matter', 'Xã hội\n', '1:1 front-matter-missing'],
    ['no bytes', '', '1:1 empty-file'],
    ['another encoding', bytes('---\ntitle: X', 0xe3, '\n---\n'), '2:9 not-utf8'],
  ];
  test.each(cases)('%s', async (_, bad, expected) => {
    const { site, result } = await buildWith(article('title: A'), {
      'content/xa-hoi/_index.md': bad,
      'content/xa-hoi/b.md': article('title: B'),
      'content/xa-hoi/y-te/_index.md': '---\ntitle: Y tế\n---\n',
      'content/xa-hoi/y-te/c.md': article('title: C', 'Xem [chuyên mục](/xa-hoi/) và [tệp](../_index.md).'),
    });
    expect(reported(result)).toEqual([`content/xa-hoi/_index.md:${expected}`]);
    expect(site.read('xa-hoi/index.html')).toContain('<h1>xa-hoi</h1>');
    expect(site.has('xa-hoi/b/index.html')).toBe(true);
    expect(site.read('xa-hoi/y-te/c/index.html')).toContain('<a href="/xa-hoi/">tệp</a>');
  });

  test('the title stays where only the text or another field is wrong', async () => {
    const { site, result } = await buildWith(article('title: A'), {
      'content/xa-hoi/_index.md': `---\ntitle: Xã hội\nhidden: maybe\n---\n${'> '.repeat(300)}x\n`,
    });
    expect(reported(result)).toEqual([
      'content/xa-hoi/_index.md:3:9 wrong-type',
      'content/xa-hoi/_index.md:5:1 nested-too-deep',
    ]);
    expect(site.read('xa-hoi/index.html')).toContain('<h1>Xã hội</h1>');
    expect(site.read('index.html')).not.toContain('/xa-hoi/');
  });

  test.each([
    ['a field', '---\ntitle: N\ndraft: true\n---\n', '3:1 held-back-file'],
    ['a field in broken YAML', '---\ntitle: N: x\ncascade:\n  draft: true\n---\n', '4:3 held-back-file'],
    ['a field beside no end', '---\ntitle: N\npublishDate: 2027-01-01\n', '3:1 held-back-file'],
    [
      'a field of a file in another encoding',
      bytes('---\ntitle: ', 0xe3, '\ndraft: true\n---\n'),
      '3:1 held-back-file',
    ],
  ])('%s that holds it back holds all below back', async (_, bad, expected) => {
    const { site, result } = await buildWith(article('title: A'), {
      'content/noi-bo/_index.md': bad,
      'content/noi-bo/b.md': article('title: B'),
      'content/noi-bo/2026/c.md': article('title: C\ncategory: kinh-te'),
      'content/noi-bo/sau/_index.md': '---\ntitle: S\n---\n',
    });
    expect(reported(result)).toContain(`content/noi-bo/_index.md:${expected}`);
    expect(result.messages.find(({ rule }) => rule === 'held-back-category')).toMatchObject({
      path: 'content/noi-bo/2026/c.md',
      values: { category: 'noi-bo', others: 1 },
    });
    expect([...site.tree().keys()].filter((file) => /noi-bo|sau|[bc]\/index/.test(file))).toEqual([]);
  });
});

describe('folders without an _index.md', () => {
  test('belong to the nearest category above', async () => {
    const { site, result } = await buildWith(article('title: A'), {
      'content/kinh-te/2024/05/b.md': article('title: B'),
      'content/kinh-te/anh/c/index.md': article('title: C'),
    });
    expect(reported(result)).toEqual([]);
    expect(site.has('kinh-te/b/index.html')).toBe(true);
    expect(site.has('kinh-te/c/index.html')).toBe(true);
  });

  test('and without a category above are told once', async () => {
    const { result } = await buildWith(article('title: A'), {
      'content/2024/05/b.md': article('title: B'),
      'content/2024/06/c.md': article('title: C'),
      'content/2024/d.md': article('title: D'),
    });
    expect(reported(result)).toEqual(['content/2024/05/b.md:2:1 unknown-category']);
    expect(result.messages[0]?.values).toEqual({ category: '2024', others: 2 });
  });
});

describe('leaves the field out, and nothing else', () => {
  const cases: [name: string, bad: string, expected: string, values?: object][] = [
    ['tags that are an object', article('title: A\ntags: {a: 1}'), '3:7 wrong-type', { key: 'tags' }],
    ['a tag that is an object', article('title: A\ntags:\n  - a\n  - {b: 1}'), '5:5 wrong-type'],
    ['a type that there is not', article('title: A\ntype: nws'), '3:7 wrong-type', { key: 'type' }],
    [
      'a featured that is neither',
      article('title: A\nfeatured: always'),
      '3:11 wrong-type',
      { key: 'featured', expected: 'boolean | section | home | object' },
    ],
    [
      'attachments that are text',
      article('title: A\nattachments: a.pdf'),
      '3:14 wrong-type',
      { key: 'attachments' },
    ],
    [
      'a royalty in words',
      article('title: A\nroyalty: {pages: nhiều}'),
      '3:18 wrong-type',
      { key: 'royalty.pages', expected: 'number', found: '“nhiều”' },
    ],
    [
      'a royalty below nothing',
      article('title: A\nroyalty: {pages: -1}'),
      '3:18 wrong-type',
      { key: 'royalty.pages' },
    ],
    ['a language in words', article('title: A\nlang: tiếng Anh'), '3:7 wrong-type', { key: 'lang' }],
    [
      'a category that there is not',
      article('title: A\ncategory: kinh-tee'),
      '3:11 misspelt-category',
      { category: 'kinh-tee', near: 'kinh-te' },
    ],
    [
      'an impossible update',
      article('title: A\nupdated: 2026-02-30'),
      '3:10 impossible-date',
      { key: 'updated', value: '2026-02-30' },
    ],
    ['a picture of a script', article('title: A\nimage: "javascript:alert(1)"'), '3:8 address-scheme'],
    [
      'an image that is a list',
      article('title: A\nimage: [a.jpg, b.jpg]'),
      '3:8 wrong-type',
      { key: 'image' },
    ],
    [
      'a further category that is misspelt',
      article('title: A\ncategories: [kinh-tee]'),
      '3:14 misspelt-category',
    ],
    ['authors that are objects without a name', article('title: A\nauthors: {ten: B}'), '3:10 wrong-type'],
    ['a summary that is a list', article('title: A\nsummary: [a]'), '3:10 wrong-type'],
    ['a related article that is not there', article('title: A\nrelated: [khong-co]'), '3:11 unknown-related'],
  ];
  test.each(cases)('%s', async (_, bad, expected, values = {}) => {
    const { site, result } = await buildWith(bad);
    expect(reported(result)).toEqual([`${file}:${expected}`]);
    expect(result).toMatchObject({ errors: 1, warnings: 0, articles: 2 });
    expect(result.messages[0]?.values).toMatchObject(values);
    expect(site.read(pages.a)).toContain('Nội dung bài viết.');
  });
  test('one item, where the others are right', async () => {
    const { site } = await buildWith(article('title: A\ntags:\n  - lúa\n  - {b: 1}\n  - ngô'));
    expect(site.has('tu-khoa/lua/index.html')).toBe(true);
    expect(site.has('tu-khoa/ngo/index.html')).toBe(true);
  });
  test('the author of an approved article is known, or it is held back', async () => {
    const { site } = await buildWith(article('title: A\nauthors: {ten: B}\napprovedBy: an'));
    expect(site.has(pages.a)).toBe(false);
  });
  test('a feature without a readable end is none', async () => {
    const { site, result } = await buildWith(article('title: A\nfeatured: home\npinnedUntil: mai'));
    expect(reported(result)).toEqual([`${file}:4:14 impossible-date`]);
    expect(site.has(pages.a)).toBe(true);
  });
});

describe('what is meant is said', () => {
  test('fields of a picture that are not indented', async () => {
    const { result } = await buildWith(article('title: A\nimage:\nsrc: a.jpg\nalt: b'));
    expect(reported(result)).toEqual([
      `${file}:4:1 not-indented warning`,
      `${file}:5:1 not-indented warning`,
    ]);
    expect(result.messages[0]?.values).toEqual({ key: 'src', field: 'image' });
  });
  test.each([
    ['status: aproved', { near: 'approved', example: 'status: approved' }],
    ['type: nws', { near: 'news', example: 'type: news' }],
    ['featured: hme', { near: 'home', example: 'featured: home' }],
    ['attachments: a.pdf', { example: 'attachments: [bao-cao.pdf]' }],
    ['royalty: {pages: nhiều}', { example: 'pages: 2' }],
  ])('%s', async (field, values) => {
    const { result } = await buildWith(article(`title: A\n${field}`));
    expect(result.messages[0]?.values).toMatchObject(values);
  });
  test('a category has no “extra”, so nobody is told to use it', async () => {
    const { result } = await buildWith(article('title: A'), {
      'content/xa-hoi/_index.md': '---\ntitle: X\nextra: {a: 1}\n---\n',
    });
    expect(reported(result)).toEqual(['content/xa-hoi/_index.md:3:1 unknown-key warning']);
    expect(result.messages[0]?.values).toEqual({ key: 'extra' });
  });
});

describe('empty fields count as not written', () => {
  const names =
    'summary image updated authors author category categories tags type featured pinnedUntil link related attachments approvedBy approvedAt expires royalty corrections aliases slug dateline lang extra';
  test.each(['""', '"  "', '[]', '["", ""]', 'null', '~', ''])('%j', async (empty) => {
    const fields = names.split(' ').map((name) => `${name}: ${empty}`);
    const { site, result } = await buildWith(article(`title: A\n${fields.join('\n')}`));
    expect(reported(result)).toEqual([]);
    expect(site.has(pages.a)).toBe(true);
  });
  test.each(['""', '" "', '[]', 'null', ''])('but for a status: %j', async (empty) => {
    const { site, result } = await buildWith(article(`title: A\nstatus: ${empty}`));
    expect(reported(result)).toEqual([expect.stringMatching(/^content\/kinh-te\/a\.md:3:\d+ wrong-type$/)]);
    expect(site.has(pages.a)).toBe(false);
  });
  test('within objects and lists', async () => {
    const { site, result } = await buildWith(
      article(
        'title: A\nimage: { src: "", alt: "", caption: "" }\nattachments: [{ src: "", title: "" }]\ncorrections: [{ date: "", text: "" }]\ntags: ["", lúa]\nroyalty: { pages: null, amount: "" }',
      ),
    );
    expect(reported(result)).toEqual([]);
    expect(site.has('tu-khoa/lua/index.html')).toBe(true);
  });
  test('of pages, categories and authors too', async () => {
    const { result } = await buildWith(article('title: A'), {
      'content/gioi-thieu.md':
        '---\ntitle: G\nsummary: ""\nslug: ""\nlang: ""\naliases: [""]\norder: ""\n---\n\nGiới thiệu.\n',
      'content/xa-hoi/_index.md': '---\ntitle: X\ndescription: ""\norder: ""\neditors: ""\nhidden: ""\n---\n',
      'content/_authors/an.md':
        '---\nname: An\nrole: ""\nimage: ""\nemail: ""\nhandle: ""\naliases: []\n---\n',
    });
    expect(reported(result)).toEqual([]);
  });
});

describe('code in front matter', () => {
  test.each(['js', 'javascript', ' js', 'coffee', 'cson', '{'])(
    '“%s” is refused and not run',
    async (language) => {
      const canary = path.join(inlineSite().root, 'canary');
      const { site, result } = await buildWith(
        `---${language}\n{ "title": require("fs").writeFileSync(${JSON.stringify(canary)}, "") }\n---\nx`,
      );
      expect(reported(result)).toEqual([`${file}:1:4 front-matter-language`]);
      expect(result.messages[0]?.values).toEqual({ language: language.trim() });
      expect(existsSync(canary)).toBe(false);
      expect(site.has(pages.a)).toBe(false);
    },
  );
  test('YAML makes no objects of code', async () => {
    const canary = path.join(inlineSite().root, 'canary');
    const { result } = await buildWith(
      article(`title: !!js/function "function () { require('fs').writeFileSync('${canary}', '') }"`),
    );
    expect(reported(result)).toEqual([expect.stringMatching(/a\.md:2:\d+ yaml-syntax$/)]);
    expect(existsSync(canary)).toBe(false);
  });
  test('fields named like parts of JavaScript’s objects are fields', async () => {
    const { result } = await buildWith(
      article('title: A\n__proto__: {slug: xau}\nconstructor: x\nextra: {__proto__: {a: 1}}'),
    );
    expect(reported(result)).toEqual([`${file}:3:1 unknown-key warning`, `${file}:4:1 unknown-key warning`]);
    expect(Reflect.get({}, 'slug')).toBeUndefined();
  });
});

describe('two sources for one address', () => {
  test.each<[string, Files, reported: string, other: string, kept: string]>([
    [
      'a file and a folder',
      {
        'content/kinh-te/lua.md': article('title: Một'),
        'content/kinh-te/lua/index.md': article('title: Hai'),
      },
      'content/kinh-te/lua/index.md:1:1',
      'content/kinh-te/lua.md',
      'kinh-te/lua/index.html',
    ],
    [
      'a slug',
      {
        'content/kinh-te/b.md': article('title: Một'),
        'content/kinh-te/c.md': article('title: Hai\nslug: B'),
      },
      'content/kinh-te/c.md:3:7',
      'content/kinh-te/b.md',
      'kinh-te/b/index.html',
    ],
    [
      'a page and a category',
      { 'content/kinh-te.md': '---\ntitle: Một\n---\nx\n' },
      'content/kinh-te.md:1:1',
      'content/kinh-te/_index.md',
      'kinh-te/index.html',
    ],
    [
      'names that differ by their marks only',
      { 'content/kinh-te/lua.md': article('title: Một'), 'content/kinh-te/lúa.md': article('title: Hai') },
      'content/kinh-te/lúa.md:1:1',
      'content/kinh-te/lua.md',
      'kinh-te/lua/index.html',
    ],
    [
      'two categories',
      { 'content/kinh-té/_index.md': '---\ntitle: Hai\n---\n' },
      'content/kinh-té/_index.md:1:1',
      'content/kinh-te/_index.md',
      'kinh-te/index.html',
    ],
    [
      'two authors',
      { 'content/_authors/an.md': '---\nname: An\n---\n', 'content/_authors/Ấn.md': '---\nname: Ấn\n---\n' },
      'content/_authors/Ấn.md:1:1',
      'content/_authors/an.md',
      'tac-gia/an/index.html',
    ],
  ])('%s', async (_, files, place, other, kept) => {
    const { site, result } = await buildWith(article('title: A'), files);
    expect(reported(result)).toEqual([`${place} duplicate-address`]);
    expect(result.messages[0]?.values).toMatchObject({ other });
    expect(site.has(kept)).toBe(true);
  });
  test('an alias that is another article’s address', async () => {
    const { site, result } = await buildWith(article('title: A\naliases: [/cu.html, /kinh-te/tot/]'));
    expect(reported(result)).toEqual([expect.stringMatching(/^content\/kinh-te\/a\.md:3:21 duplicate-/)]);
    expect(JSON.stringify(result.messages[0]?.values)).toContain('content/kinh-te/tot.md');
    expect(site.read(pages.good)).toContain('Bài tốt');
    expect(site.read('cu.html')).toContain('/kinh-te/a/');
  });
  test('an article at the address of a tag, a page at that of the archive', async () => {
    const { site, result } = await buildWith(article('title: A\ntags: [lúa]'), {
      'content/tu-khoa/_index.md': '---\ntitle: Từ khóa\n---\n',
      'content/tu-khoa/lua.md': article('title: Lúa'),
      'content/luu-tru.md': '---\ntitle: Lưu trữ\n---\nx\n',
    });
    expect(reported(result)).toEqual([
      'content/luu-tru.md:1:1 duplicate-output',
      'content/tu-khoa/_index.md:1:1 duplicate-output',
      'content/tu-khoa/lua.md:1:1 duplicate-output',
    ]);
    expect(result.messages.find(({ path: source }) => source === 'content/luu-tru.md')?.values).toEqual({
      output: 'luu-tru/index.html',
      kept: 'content/luu-tru.md',
      left: '"archive"',
    });
    expect(site.has('tu-khoa/lua/index.html')).toBe(true);
    expect(site.has('luu-tru/index.html')).toBe(true);
  });
  test('what is published keeps its page before a draft', async () => {
    const site = inlineSite({ ...good, [file]: article('title: Nháp\nstatus: draft\nslug: tot') });
    const result = await site.build();
    expect(site.read(pages.good)).toContain('Bài tốt');
    expect(reported(result)).toEqual([`${file}:4:7 duplicate-address`]);
  });
});

describe('keeps the page and drops the reference', async () => {
  const noise = Buffer.from(
    Uint8Array.from({ length: 900 * 600 * 3 }, (_, index) => (index * 2654435761) >>> 9),
  );
  const photo = await sharp(noise, { raw: { width: 900, height: 600, channels: 3 } })
    .jpeg()
    .toBuffer();
  const broken: Files = {
    'content/kinh-te/cut.jpg': photo.subarray(0, photo.length / 2),
    'content/kinh-te/lie.jpg': 'Không phải hình',
    'content/kinh-te/empty.png': '',
  };
  const cases: [name: string, bad: string, expected: string, body?: string][] = [
    [
      'a dead link',
      article('title: A', 'Xem [bài *này*](khong-co.md) nhé.'),
      '5:5 dead-link',
      '<p>Xem bài <em>này</em> nhé.</p>',
    ],
    [
      'a dead address',
      article('title: A', 'Xem [bài](/kinh-te/khong-co/).'),
      '5:5 dead-link',
      '<p>Xem bài.</p>',
    ],
    [
      'a dead address with the site’s origin',
      article('title: A', 'Xem [bài](https://bao.example/khong-co/).'),
      '5:5 dead-link',
      '<p>Xem bài.</p>',
    ],
    [
      'a dead link beyond one that lives',
      article('title: A', '[a](tot.md) [b](b.md) [c](tot.md)'),
      '5:13 dead-link',
      '<p><a href="/kinh-te/tot/">a</a> b <a href="/kinh-te/tot/">c</a></p>',
    ],
    ['a link to what is broken', article('title: A', '[a](hong.md)'), '5:1 refused-link warning', '<p>a</p>'],
    [
      'a link out of content/',
      article('title: A', '[a](../../../etc/passwd)'),
      '5:1 path-outside',
      '<p>a</p>',
    ],
    [
      'a link to the configuration',
      article('title: A', '[a](../../broadsheet.config.ts)'),
      '5:1 path-outside',
      '<p>a</p>',
    ],
    [
      'an encoded link out of content/',
      article('title: A', '[a](..%2f..%2f..%2fetc%2fpasswd)'),
      '5:1 path-outside',
      '<p>a</p>',
    ],
    [
      'an absolute link out of content/',
      article('title: A', '[a](/../../etc/passwd)'),
      '5:1 dead-link',
      '<p>a</p>',
    ],
    [
      'a missing picture',
      article('title: A', 'Xem:\n\n![Lúa](lua.jpg "chú thích")\n\nHết.'),
      '7:1 missing-picture',
      '<p>Xem:</p>\n\n<p>Hết.</p>',
    ],
    ['a picture cut off', article('title: A', '![Lúa](cut.jpg)'), '5:1 broken-picture'],
    ['text that says it is a picture', article('title: A', '![Lúa](lie.jpg)'), '5:1 broken-picture'],
    ['an empty picture', article('title: A', '![Lúa](empty.png)'), '5:1 broken-picture'],
    ['an article as a picture', article('title: A', '![Lúa](tot.md)'), '5:1 broken-picture'],
    [
      'a picture out of content/',
      article('title: A', '![Lúa](../../../../../../../etc/passwd)'),
      '5:1 path-outside',
    ],
    ['a missing lead picture', article('title: A\nimage: lua.jpg'), '3:8 missing-picture'],
    ['a lead picture cut off', article('title: A\nimage: {src: cut.jpg, alt: Lúa}'), '3:14 broken-picture'],
    [
      'a lead picture out of content/',
      article('title: A\nimage: ../../../../../../etc/passwd'),
      '3:8 path-outside',
    ],
    [
      'a missing attachment',
      article('title: A\nattachments:\n  - src: a.pdf\n    title: X'),
      '4:10 missing-attachment',
    ],
    ['an article as an attachment', article('title: A\nattachments: [tot.md]'), '3:15 missing-attachment'],
    [
      'an attachment out of content/',
      article('title: A\nattachments: [../../../../../../etc/passwd]'),
      '3:15 path-outside',
    ],
    [
      'a related article that there is not',
      article('title: A\nrelated:\n  - tot\n  - khong-co'),
      '5:5 unknown-related',
    ],
    [
      'a part of an article that there is not',
      article('title: A', '[a](muc.md#khong)'),
      '5:1 dead-anchor warning',
    ],
    [
      'a part of an article without parts',
      article('title: A', '[a](tot.md#khong)'),
      '5:1 dead-anchor warning',
      '<p><a href="/kinh-te/tot/">a</a></p>',
    ],
    [
      'a part of this article that there is not',
      article('title: A', '[a](#khong)'),
      '5:1 dead-anchor warning',
      '<p>a</p>',
    ],
    ['itself as a related article', article('title: A\nrelated: [tot, a]'), '3:16 related-self warning'],
    [
      'an alias among files that are kept for ever',
      article('title: A\naliases: [/cu.html, /assets/x.html]'),
      '3:21 bad-alias',
    ],
    ['an alias of another kind of file', article('title: A\naliases: [/cu/x.js]'), '3:11 bad-alias'],
    [
      'a focus that is no point',
      article('title: A\nimage: {src: anh.jpg, alt: Lúa, focus: banana}'),
      '3:40 bad-focus warning',
    ],
    [
      'an update before the publication',
      article('title: A\nupdated: 2026-11-15'),
      '3:10 updated-early warning',
    ],
    [
      'a link to a file server',
      article('title: A', '[a](ftp://x.example/b)'),
      '5:1 link-scheme warning',
      '<p>a</p>',
    ],
    [
      'an unknown author with a near name',
      article('title: A\nauthors: [Người Lạ, Tuyết Ngoc]'),
      '3:21 unknown-author warning',
    ],
    ['an unknown key', article('title: A\nsumary: B'), '3:1 unknown-key warning'],
    [
      'an unknown key of the picture',
      article('title: A\nimage:\n  src: https://anh.example/a.jpg\n  alt: x\n  captoin: y'),
      '6:3 unknown-key warning',
    ],
  ];
  test.each(cases)('%s', async (_, bad, expected, body) => {
    const { site, result } = await buildWith(bad, {
      ...broken,
      'content/kinh-te/hong.md': '',
      'content/kinh-te/anh.jpg': photo,
      'content/kinh-te/muc.md': article('title: Mục', '## Có'),
      'content/_authors/ngoc.md': '---\nname: Tuyết Ngọc\n---\n',
    });
    expect(
      reported(result).filter(
        (line) => !line.endsWith('empty-file') && !line.endsWith('remote-picture info'),
      ),
    ).toEqual([`${file}:${expected}`]);
    expect(site.has(pages.a)).toBe(true);
    if (body !== undefined) expect(bodyOf(site.read(pages.a)).trim()).toBe(body);
    if (!bad.includes('anh.jpg'))
      expect([...site.tree().keys()].filter((output) => output.startsWith('media/'))).toEqual([]);
    for (const [output, content] of site.tree()) expect(content.includes('root:x:0:0'), output).toBe(false);
  });

  test('a link elsewhere with a text of its own', async () => {
    const { result } = await buildWith(article('title: A\nlink: https://khac.example/'));
    expect(reported(result)).toEqual([`${file}:3:7 link-content warning`]);
    expect(reported((await buildWith(article('title: A\nlink: https://khac.example/', ''))).result)).toEqual(
      [],
    );
  });

  test('links to ids of raw HTML, of footnotes and of templates lead somewhere', async () => {
    const { site, result } = await buildWith(
      article(
        'title: A',
        '[a](moc.md#muc-1) [b](moc.md#user-content-fn-1) [c](moc.md#content) [d](/tu-khoa/#x)',
      ),
      {
        'content/kinh-te/moc.md': article(
          'title: Mốc\ntags: [x]',
          '<a id="muc-1"></a>Chữ[^1].\n\n[^1]: Chú thích.',
        ),
      },
    );
    expect(reported(result)).toEqual([]);
    expect(bodyOf(site.read(pages.a)).match(/href="[^"]*"/g)).toEqual(
      [
        '/kinh-te/moc/#user-content-muc-1',
        '/kinh-te/moc/#user-content-fn-1',
        '/kinh-te/moc/#content',
        '/tu-khoa/#x',
      ].map((address) => `href="${address}"`),
    );
  });

  test('names the nearest', async () => {
    const { result } = await buildWith(
      article(
        'title: A\nsumary: B\nrelated: [tott]\nattachments: [bao-cao.pd]',
        '[a](tto.md) ![b](anh.jpeg)',
      ),
      {
        'content/kinh-te/anh.jpg': photo,
        'content/kinh-te/bao-cao.pdf': 'x',
      },
    );
    expect(Object.fromEntries(result.messages.map(({ rule, values }) => [rule, values.near]))).toEqual({
      'unknown-key': 'summary',
      'unknown-related': 'tot',
      'missing-attachment': 'bao-cao.pdf',
      'dead-link': 'tot.md',
      'missing-picture': 'anh.jpg',
    });
  });

  test('is made a warning, or silent, by its name', async () => {
    const bad = article('title: A\nrelated: [khong-co]', '[a](khong-co.md)');
    const { site, result } = await buildWith(bad, {
      'broadsheet.config.ts': configuration("rules: { 'dead-link': 'warning', 'unknown-related': 'off' }"),
    });
    expect(reported(result)).toEqual([`${file}:6:1 dead-link warning`]);
    expect(result).toMatchObject({ errors: 0, warnings: 1 });
    expect(bodyOf(site.read(pages.a)).trim()).toBe('<p>a</p>');
  });
});

describe('is understood', () => {
  test('a byte-order mark, CRLF and positions behind them', async () => {
    const { site, result } = await buildWith(
      '\uFEFF---\r\ntitle: A\r\ndate: 2026-11-16 08:30\r\nsummary: >-\r\n  hai\r\n  dòng\r\n---\r\n\r\nMột\r\nhai [x](khong.md)\r\n',
    );
    expect(reported(result)).toEqual([`${file}:10:5 dead-link`]);
    expect(site.read(pages.a)).toContain('hai dòng');
  });
  test('names in NFD, and links to them in either form', async () => {
    const names = {
      lua: 'content/kinh-te/Đường lối.md'.normalize('NFD'),
      pdf: 'content/kinh-te/tiếng Việt.pdf'.normalize('NFD'),
    };
    const { site, result } = await buildWith(
      article(
        'title: A\nrelated: [Đường lối.md]',
        `[một](Đường%20lối.md) [hai](<${'Đường lối.md'.normalize('NFD')}>) [ba](<tiếng Việt.pdf>)`,
      ),
      {
        [names.lua]: article(`title: ${'Đường lối'.normalize('NFD')}\ntags: [${'Đổi mới'.normalize('NFD')}]`),
        [names.pdf]: '%PDF',
      },
    );
    expect(reported(result)).toEqual([]);
    expect(bodyOf(site.read(pages.a)).trim()).toMatch(
      /^<p><a href="\/kinh-te\/duong-loi\/">một<\/a> <a href="\/kinh-te\/duong-loi\/">hai<\/a> <a href="\/media\/tieng-viet-[0-9a-f]{10}\.pdf">ba<\/a><\/p>$/,
    );
    expect(site.read('kinh-te/duong-loi/index.html')).toContain('Đường lối'.normalize('NFC'));
    expect(site.read('tu-khoa/doi-moi/index.html')).toContain('Đổi mới'.normalize('NFC'));
  });
  test('a category whose folder is in NFD', async () => {
    const folder = 'content/Xã hội'.normalize('NFD');
    const { site, result } = await buildWith(article('title: A\ncategories: [Xã hội]'), {
      [`${folder}/_index.md`]: '---\ntitle: Xã hội\n---\n',
      [`${folder}/b.md`]: article('title: B'),
    });
    expect(reported(result)).toEqual([]);
    expect(site.read('xa-hoi/index.html')).toContain('/xa-hoi/b/');
    expect(site.read('xa-hoi/index.html')).toContain('/kinh-te/a/');
  });
  test.each([
    ['2011-11-28 8:32:24 -0400', '2011-11-28T19:32:24+07:00'],
    ['2011-11-28 8:32:24 -4', '2011-11-28T19:32:24+07:00'],
    ['2022-11-28', '2022-11-28T00:00:00+07:00'],
    ['28/11/2022 11:15', '2022-11-28T11:15:00+07:00'],
    ['28/11/2022', '2022-11-28T00:00:00+07:00'],
    ['"2022-11-28"', '2022-11-28T00:00:00+07:00'],
    ['2022-11-28T23:30:00Z', '2022-11-29T06:30:00+07:00'],
    ['2022-11-28T23:30', '2022-11-28T23:30:00+07:00'],
  ])('the date %s', async (written, expected) => {
    const { site, result } = await buildWith(article(`title: A\ndate: ${written}`));
    expect(reported(result)).toEqual([]);
    expect(site.read(pages.a)).toContain(`datetime="${expected}"`);
  });
  test('a date in the file’s name only', async () => {
    const { site, result } = await buildWith(article('title: A'), {
      'content/kinh-te/2014-05-14-lua.md': '---\ntitle: Lúa\n---\nx',
      'content/kinh-te/2014-05-15-gao/index.md': '---\ntitle: Gạo\n---\nx',
    });
    expect(reported(result)).toEqual([]);
    expect(site.read('kinh-te/lua/index.html')).toContain('datetime="2014-05-14T00:00:00+07:00"');
    expect(site.read('kinh-te/gao/index.html')).toContain('datetime="2014-05-15T00:00:00+07:00"');
  });
  test('a line of a million bytes, and one of 200,000 half emphases', async () => {
    const { site, result } = await buildWith(article('title: A', `${'a'.repeat(1e6)} [x](tot.md)`), {
      'content/kinh-te/b.md': article('title: B', 'a *b '.repeat(2e5)),
    });
    expect(reported(result)).toEqual([]);
    expect(site.read(pages.a)).toContain(`${'a'.repeat(1e6)} <a href="/kinh-te/tot/">x</a>`);
    expect(site.read('kinh-te/b/index.html')).toContain('a *b a *b');
  });
  test('file names with characters of URLs, HTML, shells and other scripts', async () => {
    const names = [
      'a b%20#?&"<x>.md',
      "it's $(x) `y`.md",
      'x\ny.md',
      '日本.md',
      '!!!.md',
      'CON.md',
      'gao..md',
      '-muoi.md',
    ];
    const { site, result } = await buildWith(
      article('title: A'),
      Object.fromEntries(
        names.map((name, index) => [`content/kinh-te/${name}`, article(`title: Bài ${index}`)]),
      ),
    );
    expect(reported(result)).toEqual([]);
    expect(result.articles).toBe(names.length + 2);
    for (const output of site.tree().keys()) expect(output).toMatch(/^[\p{L}\p{M}\p{Nd}./-]+$/u);
  });
  test('spellings of a tag', async () => {
    const { site, result } = await buildWith(article('title: A\ntags: [Lúa, gạo]'), {
      'content/kinh-te/b.md': article('title: B\ntags: [lúa]'),
      'content/kinh-te/c.md': article('title: C\ntags: [lúa, LÚA]'),
    });
    expect(reported(result)).toEqual([]);
    expect([...site.tree().keys()].filter((output) => /^tu-khoa\/.+\//.test(output))).toEqual([
      'tu-khoa/gao/index.html',
      'tu-khoa/lua/index.html',
    ]);
    const html = site.read('tu-khoa/lua/index.html');
    expect(html).toMatch(/<h1[^>]*>lúa<\/h1>/);
    for (const name of ['a', 'b', 'c']) expect(html.split(`href="/kinh-te/${name}/"`)).toHaveLength(2);
  });
});

describe('outputs that cannot be', () => {
  test('an alias with a null byte is refused', async () => {
    const { result } = await buildWith(article('title: A\naliases: ["/a\\0b"]'));
    expect(reported(result)).toEqual([`${file}:3:11 bad-alias`, `${file}:3:11 unusable-character warning`]);
  });

  test.each([
    ['an alias beneath a file', 'aliases: [/rss.xml/]'],
    ['an alias beneath a page’s file', 'aliases: [/kinh-te/tot/index.html/x]'],
    ['an alias longer than a file name', `aliases: ["/${'a'.repeat(300)}"]`],
    ['an alias that is the folder’s mark', 'aliases: [/.broadsheet]'],
    ['an alias out of the folder', 'aliases: [/../../x.html]'],
    ['an alias of another site', 'aliases: ["https://cu.example/1.html"]'],
  ])('%s is refused', async (_, field) => {
    const { site, result } = await buildWith(article(`title: A\n${field}`));
    expect(result.errors).toBe(1);
    expect(reported(result)).toEqual([expect.stringMatching(/^content\/kinh-te\/a\.md:3:11 /)]);
    expect(site.read('rss.xml')).toContain('<rss');
    expect(site.read('.broadsheet')).toMatch(/^Made by Broadsheet/);
    expect(existsSync(path.join(site.root, 'x.html'))).toBe(false);
  });
  test.each([
    ['slug', `slug: ${'a'.repeat(300)}`],
    ['tag', `tags: [${'a'.repeat(300)}, ${'a'.repeat(299)}]`],
  ])('a %s longer than a file name is built, cut, or refused', async (_, field) => {
    const { site, result } = await buildWith(article(`title: A\n${field}`));
    expect(reported(result).every((line) => line.startsWith(`${file}:3:`))).toBe(true);
    for (const output of site.tree().keys())
      for (const part of output.split('/')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(200);
  });
});

describe('the file system', () => {
  test('links out of content/ are refused, links within are followed', async () => {
    const site = inlineSite({ ...good, [file]: article('title: A', '[a](passwd.txt) [b](../ngoai/hosts)') });
    symlinkSync('/etc/passwd', path.join(site.root, 'content/kinh-te/passwd.txt'));
    symlinkSync('/etc', path.join(site.root, 'content/ngoai'));
    symlinkSync('tot.md', path.join(site.root, 'content/kinh-te/ban-sao.md'));
    symlinkSync('/khong/co', path.join(site.root, 'content/kinh-te/mat.md'));
    symlinkSync('..', path.join(site.root, 'content/kinh-te/vong'));
    const result = await site.build();
    expect(reported(result)).toEqual([
      `${file}:5:1 dead-link`,
      `${file}:5:17 dead-link`,
      'content/kinh-te/mat.md linked-nowhere',
      'content/kinh-te/passwd.txt path-outside',
      'content/kinh-te/vong linked-folder warning',
      'content/ngoai path-outside',
    ]);
    expect(site.read('kinh-te/ban-sao/index.html')).toContain('Bài tốt');
    for (const [output, content] of site.tree()) expect(content.includes('root:x:0:0'), output).toBe(false);
  });
  test('links to folders are not followed, and told, wherever they are', async () => {
    const site = inlineSite({ ...good, 'content/_static/a/ads.txt': 'x' });
    const links = ['content/tin', 'content/_static/b', 'content/_authors/nhom', 'content/kinh-te/anh'];
    for (const link of links) {
      mkdirSync(path.dirname(path.join(site.root, link)), { recursive: true });
      symlinkSync(path.join(site.root, 'content/_static/a'), path.join(site.root, link));
    }
    symlinkSync('vong-2', path.join(site.root, 'content/vong-1'));
    symlinkSync('vong-1', path.join(site.root, 'content/vong-2'));
    const result = await site.build();
    expect(reported(result)).toEqual([
      'content/_authors/nhom linked-folder warning',
      'content/_static/b linked-folder warning',
      'content/kinh-te/anh linked-folder warning',
      'content/tin linked-folder warning',
      'content/vong-1 linked-nowhere',
      'content/vong-2 linked-nowhere',
    ]);
    expect(result.messages[0]?.values).toEqual({ real: 'content/_static/a' });
    for (const link of ['content/vong-1', 'content/vong-2']) site.remove(link);
    await site.build();
    // A warning that lasts does not keep a build from being short, and is current.
    expect(Object.keys((await site.build()).timings)).not.toContain('model');
    site.remove('content/tin');
    expect(reported(await site.build())).toHaveLength(3);
  });
  test('what is neither file nor folder is told and not read', async () => {
    const site = inlineSite(good);
    const server = createServer().listen(path.join(site.root, 'content/kinh-te/o-cam.md'));
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    expect(reported(await site.build())).toEqual(['content/kinh-te/o-cam.md special-file warning']);
  });
  test('folders named like articles, hidden and temporary files are passed over', async () => {
    const site = inlineSite({
      ...good,
      'content/kinh-te/.an.md': 'x',
      'content/kinh-te/a.md~': 'x',
      'content/kinh-te/#a.md#': 'x',
      'content/.git/config': 'x',
      'content/kinh-te/_nhap.md': 'x',
      'content/kinh-te/Thumbs.db': 'x',
    });
    mkdirSync(path.join(site.root, 'content/kinh-te/thu-muc.md'));
    expect(reported(await site.build())).toEqual(['content/kinh-te/_nhap.md underscore-file info']);
  });
  test('a site without content/ is told so', async () => {
    const site = inlineSite().remove('content');
    await expect(site.build()).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('content'),
    });
  });
  test('a site without articles is built', async () => {
    const site = inlineSite().remove('content/kinh-te');
    site.write({ 'content/lien-he.md': '---\ntitle: Liên hệ\n---\nx' });
    expect(reported(await site.build())).toEqual([]);
    expect(site.has('index.html')).toBe(true);
    expect(site.has('lien-he/index.html')).toBe(true);
  });
});

test('all of it together: every mistake is told, the rest of the site is built', async () => {
  const bad = {
    'mot.md': '',
    'hai.md': '---\ntitle: A: B\n---\n',
    'ba.md': 'x',
    'bon.md': article('title: A', '[x](mat.md)'),
    'nam.md': article('date: 2026-02-30\ntitle: A'),
    'sau.md': article('title: [A]'),
  };
  const site = inlineSite({
    ...good,
    ...Object.fromEntries(Object.entries(bad).map(([name, content]) => [`content/kinh-te/${name}`, content])),
  });
  const result = await site.build();
  expect(reported(result)).toEqual([
    'content/kinh-te/ba.md:1:1 front-matter-missing',
    'content/kinh-te/bon.md:5:1 dead-link',
    'content/kinh-te/hai.md:2:9 yaml-syntax',
    'content/kinh-te/mot.md:1:1 empty-file',
    'content/kinh-te/nam.md:2:7 impossible-date',
    'content/kinh-te/sau.md:2:8 wrong-type',
  ]);
  expect(result).toMatchObject({ errors: 6, articles: 2 });
  expect([...site.tree().keys()].filter((output) => /^kinh-te\/[^/]+\//.test(output))).toEqual([
    'kinh-te/bon/index.html',
    'kinh-te/tot/index.html',
  ]);
  site.remove('content/kinh-te/mot.md').write({ 'content/kinh-te/hai.md': article('title: Đã sửa') });
  expect(await site.build()).toMatchObject({ errors: 4, articles: 3, parsed: 1 });
  expect(site.read('kinh-te/index.html')).toContain('Đã sửa');
});
