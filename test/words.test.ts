import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { SomeWords, Words } from '../src/index.ts';
import { article, configuration, type Files, inlineSite, reported } from './inline-site.ts';
import { runCli } from './run-cli.ts';

/** A site in Vietnamese and Khmer. */
const bilingual: Files = {
  'broadsheet.config.ts': configuration("languages: { vi: {}, km: { title: 'កាសែត' } }"),
  'content/km/kinh-te/_index.md': '---\ntitle: សេដ្ឋកិច្ច\nslug: economy\n---\n',
  'content/km/kinh-te/rice.md': article('title: តម្លៃស្រូវ\ndate: 2026-11-20 09:05\ntags: [ស្រូវ]', 'អត្ថបទ។'),
};

/** All words, as `broadsheet words` writes them. */
function allWords(): string {
  const site = inlineSite();
  runCli(['words', 'km', '--site', site.root]);
  return readFileSync(`${site.root}/templates/words/km.ts`, 'utf8');
}

const text = (html: string): string =>
  html
    .replace(/^.*<main/s, '<main')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('broadsheet words', () => {
  test('writes every word, with what it is for, and prints the path', () => {
    const site = inlineSite(bilingual);
    const made = runCli(['words', 'km', '--site', site.root]);
    expect(made).toMatchObject({ status: 0 });
    expect(made.stdout.trim()).toMatch(/templates\/words\/km\.ts$/);
    const source = readFileSync(`${site.root}/templates/words/km.ts`, 'utf8');
    expect(source).toContain("import type { Words } from 'broadsheet';");
    expect(source).toContain(
      "  // How long an article is; {count} is the number of minutes.\n  minutes: '{count} min read',\n",
    );
    expect(source).toContain("  articles: { one: '{count} article', other: '{count} articles' },\n");
    expect(source).toContain(
      "  types: {\n    // Kind of an article, above its headline.\n    news: 'News',\n",
    );
    expect(source).toContain("  numbered: '{title} – page {number}',\n");
  });

  test('overwrites nothing, and takes codes of languages alone', () => {
    const site = inlineSite({ 'templates/words/km.js': 'export default {};\n' });
    const write = (code: string) => runCli(['words', code, '--site', site.root]);
    expect(write('km')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('km.js is there already'),
    });
    expect(write('../km')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('code of a language'),
    });
    expect(write('vi')).toMatchObject({ status: 0 });
    expect(readFileSync(`${site.root}/templates/words/vi.ts`, 'utf8')).toContain("archive: 'Lưu trữ'");
  });

  test('makes a file that says nothing wrong', async () => {
    const site = inlineSite({ ...bilingual, 'templates/words/km.ts': allWords() });
    expect(reported(await site.build())).toEqual([]);
  });
});

test('a file has the words of the interface and those of titles', async () => {
  const site = inlineSite({
    ...bilingual,
    'templates/words/km.ts': allWords()
      .replace("'Tags'", "'ស្លាក'")
      .replace("'All tags of {site}.'", "'ស្លាកទាំងអស់របស់ {site}។'")
      .replace("'Skip to main content'", "'ទៅមាតិកា'"),
  });
  await site.build();
  const page = site.read('km/tags/index.html');
  expect(page).toContain('<html lang="km">');
  expect(page).toContain('<title>ស្លាក - កាសែត</title>');
  expect(page).toContain('content="ស្លាកទាំងអស់របស់ កាសែត។"');
  expect(page).toContain('<a class="skip-link" href="#content">ទៅមាតិកា</a>');
});

test('dates, months and numbers of a language without words are its own; words are English, marked', async () => {
  const site = inlineSite(bilingual);
  expect(reported(await site.build())).toEqual([]);
  const page = site.read('km/economy/rice/index.html');
  expect(page).toContain('>20 វិច្ឆិកា 2026</time>');
  expect(page).toContain('<a class="skip-link" href="#content" lang="en">Skip to main content</a>');
  expect(site.read('km/archive/2026/11/index.html')).toContain('<title>វិច្ឆិកា 2026 - កាសែត</title>');
});

test('words that are missing or no texts fall back to English, told once at the file', async () => {
  const site = inlineSite({
    ...bilingual,
    'templates/words/km.ts': allWords()
      .replace(/^ {2}tags: .*\n/m, '')
      .replace("printed: 'Printed from'", 'printed: 7')
      .replace("document: 'Document'", "document: ''"),
  });
  const { messages } = await site.build();
  expect(messages).toMatchObject([
    {
      rule: 'words-missing',
      path: 'templates/words/km.ts',
      line: 1,
      values: { words: 'printed, tags, types.document' },
    },
  ]);
  expect(site.read('km/tags/index.html')).toContain('<title>Tags - កាសែត</title>');
});

test.each([
  ["  menuu: 'x',\n", 'word-unknown', { word: 'menuu', near: 'menu' }],
  ["  types: { nws: 'x' },\n", 'word-unknown', { word: 'types.nws', near: 'types.news' }],
  ["  tags: 'Từ {tag}',\n", 'word-placeholder', { word: 'tags', placeholder: '{tag}' }],
  [
    "  minutes: { other: '{phút}{so} phút' },\n",
    'word-placeholder',
    { word: 'minutes', placeholder: '{so}', expected: '{count}' },
  ],
])('a mistake is told at its line: %s', async (line, rule, values) => {
  const site = inlineSite({ 'templates/words/vi.ts': `export default {\n${line}};\n` });
  const { messages } = await site.build();
  expect(messages).toEqual([
    expect.objectContaining({ rule, values, path: 'templates/words/vi.ts', line: 2, severity: 'warning' }),
  ]);
});

test('a file of a language that the theme has may give some of its words', async () => {
  const site = inlineSite({
    'templates/words/vi.ts': "export default { archive: 'Kho bài', types: { photo: 'Hình' } };\n",
    'content/kinh-te/a.md': article('title: A\ntype: photo'),
    'content/kinh-te/b.md': article('title: B\ntype: video'),
  });
  expect(reported(await site.build())).toEqual([]);
  expect(site.read('luu-tru/index.html')).toContain('<title>Kho bài - Báo Thử</title>');
  expect(text(site.read('kinh-te/index.html'))).toMatch(/Hình A .*Video B /);
});

describe('words of the configuration', () => {
  test('win, on a site without templates and with a file', async () => {
    const words = "words: { vi: { archive: 'Kho', minutes: '{count} phút', types: { photo: 'Hình' } } }";
    const site = inlineSite({
      'broadsheet.config.ts': configuration(words),
      'content/kinh-te/a.md': article('title: A\ntype: photo', 'chữ '.repeat(600)),
    });
    expect(reported(await site.build())).toEqual([]);
    expect(site.read('luu-tru/index.html')).toContain('<title>Kho - Báo Thử</title>');
    expect(site.read('kinh-te/a/index.html')).toContain('<span>2 phút</span>');
    site.write({ 'templates/words/vi.ts': "export default { archive: 'Tệp', tags: 'Thẻ' };\n" });
    await site.build();
    expect(site.read('luu-tru/index.html')).toContain('<title>Kho - Báo Thử</title>');
    site.write({ 'broadsheet.config.ts': configuration() });
    await site.build();
    expect(site.read('luu-tru/index.html')).toContain('<title>Tệp - Báo Thử</title>');
  });

  test.each([
    ["{ vi: { arhive: 'Kho' } }", 'config-unknown', { key: 'words.vi.arhive', near: 'archive' }],
    ["{ vi: { types: { nws: 'x' } } }", 'config-unknown', { key: 'words.vi.types.nws', near: 'news' }],
    [
      "{ vi: { tags: '{n} thẻ' } }",
      'config-value',
      { key: 'words.vi.tags', expected: 'a text without {n}', found: '“{n} thẻ”' },
    ],
    [
      "{ vi: { numbered: '{title} {n}' } }",
      'config-value',
      {
        key: 'words.vi.numbered',
        expected: 'a text with {title} and {number} alone',
        found: '“{title} {n}”',
      },
    ],
  ])('that cannot be used are told: %s', async (words, rule, values) => {
    const site = inlineSite({ 'broadsheet.config.ts': configuration(`words: ${words}`) });
    const error: unknown = await site.build().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ messages: [{ rule, values, path: 'broadsheet.config.ts', line: 2 }] });
  });
});

test('plural forms are those of the language', async () => {
  const forms = `{ one: '{count} статья', few: '{count} статьи', many: '{count} статей', other: '{count} статьи' }`;
  const site = inlineSite({
    'broadsheet.config.ts': configuration(`words: { ru: { articles: ${forms} } }`).replace(
      "title: 'Báo Thử'",
      "title: 'Газета', language: 'ru'",
    ),
    'content/_authors/a.md': '---\nname: А\n---\n',
    'content/_authors/b.md': '---\nname: Б\n---\n',
    ...Object.fromEntries(
      [1, 2, 3, 4, 5].map((n) => [
        `content/kinh-te/${n}.md`,
        article(`title: Т${n}\nauthors: [${n < 3 ? 'a, b' : 'a'}]`),
      ]),
    ),
  });
  await site.build();
  expect(text(site.read('authors/index.html'))).toMatch(/А 5 статей .*Б 2 статьи/);
});

test('a region has the words of its language', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration("words: { 'zh-Hant': { archive: '彙整' } }").replace(
      "title: 'Báo Thử'",
      "title: '報', language: 'zh-Hant-TW'",
    ),
    'content/kinh-te/a.md': article('title: A'),
  });
  await site.build();
  expect(site.read('archive/index.html')).toContain('<title>彙整 - 報</title>');
});

test("a site's own words.ts goes on working, and is told to be old", async () => {
  const site = inlineSite({
    'templates/words.ts': `export * from 'broadsheet/templates/words.ts';
import { words as ours } from 'broadsheet/templates/words.ts';
export const words = (lang) => ({ ...ours(lang), skip: 'Bỏ qua', minutes: (count) => count + ' phút thôi' });
`,
    'content/kinh-te/a.md': article('title: A', 'chữ '.repeat(600)),
  });
  expect(reported(await site.build())).toEqual(['templates/words.ts words-moved warning']);
  expect(site.read('kinh-te/a/index.html')).toContain('>Bỏ qua</a>');
  expect(site.read('kinh-te/a/index.html')).toContain('<span>2 phút thôi</span>');
});

test('the compiler names words that are missing', () => {
  expectTypeOf<SomeWords>().not.toExtend<Words>();
  // @ts-expect-error the other words are missing
  const words: Words = { skip: 'x' };
  expect(words.menu).toBeUndefined();
});

test('after each edit of words the output is that of a clean build', async () => {
  const site = inlineSite({
    ...bilingual,
    'content/kinh-te/a.md': article('title: A\ntags: [lúa]\ntype: photo', 'chữ '.repeat(600)),
  });
  const file = (text: string): Files => ({ 'templates/words/km.ts': `export default { ${text} };\n` });
  const options = (text: string): Files => ({
    'broadsheet.config.ts': configuration(`languages: { vi: {}, km: {} }, words: ${text}`),
  });
  const edits: readonly Files[] = [
    file("tags: 'ស្លាក'"),
    file("tags: 'ស្លាក', numbered: '{title} {number}'"),
    options("{ vi: { tags: 'Thẻ' }, km: { archive: 'K' } }"),
    { 'templates/words/vi.ts': "export default { types: { photo: 'Hình' } };\n" },
    file('tags: 7'),
    options('{}'),
  ];
  const same = async () => {
    const { messages } = await site.build();
    const clean = await site.build({
      out: `${site.root}/clean`,
      cache: false,
      cacheFolder: `${site.root}/.c`,
    });
    expect(site.tree('dist')).toEqual(site.tree('clean'));
    expect(messages).toEqual(clean.messages);
  };
  await same();
  for (const edit of edits) {
    site.write(edit);
    await same();
  }
  site.remove('templates/words/vi.ts');
  await same();
});
