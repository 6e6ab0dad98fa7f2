import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { article, configuration, type Files, inlineSite } from './inline-site.ts';
import { runCli, startCli } from './run-cli.ts';

/** A site in Vietnamese with an English edition, whose files say their language by their folders. */
const folders: Files = {
  'broadsheet.config.ts': configuration(
    "languages: { vi: {}, en: { title: 'Test Gazette', description: 'News in English.' } }",
  ),
  'content/en/kinh-te/_index.md': '---\ntitle: Economy\nslug: economy\n---\n',
  'content/kinh-te/gia-lua.md': article(
    'title: Giá lúa tăng\ndate: 2026-11-20 09:00\nauthors: [ngoc]\ntags: [Lúa]',
    'Được mùa.',
  ),
  'content/kinh-te/muoi.md': article('title: Muối\ndate: 2026-11-21 09:00', 'Mất mùa.'),
  'content/en/kinh-te/gia-lua.md': article(
    'title: Rice price rises\nslug: rice-price\ndate: 2026-11-20 10:00\nauthors: [ngoc]\ntags: [Rice]',
    'A good harvest: [in Vietnamese](../../kinh-te/gia-lua.md).',
  ),
  'content/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\n\nVề báo.\n',
  'content/en/gioi-thieu.md': '---\ntitle: About\nslug: about\n---\n\nAbout us.\n',
  'content/_authors/ngoc.md': '---\nname: Tuyết Ngọc\nrole: Phóng viên\n---\n\nTiểu sử.\n',
  'content/_authors/ngoc.en.md': '---\nname: Tuyet Ngoc\nrole: Reporter\n---\n\nA life.\n',
};

/** The same, whose files say it at the end of their names. */
const suffixes: Files = Object.fromEntries([
  ...Object.entries(folders).map(([file, text]) => [
    file.replace(/^content\/en\/(.*)\.md$/, 'content/$1.en.md'),
    String(text).replace('../../kinh-te/gia-lua.md', '/kinh-te/gia-lua/'),
  ]),
  [
    'broadsheet.config.ts',
    configuration(
      "languages: { vi: {}, en: { title: 'Test Gazette', description: 'News in English.' } }, languageFiles: 'suffixes'",
    ),
  ],
]);

const languagesOn = (html: string): string[] =>
  [...(/<nav class="languages"[^>]*>(.*?)<\/nav>/s.exec(html)?.[1] ?? '').matchAll(/<li>(.*?)<\/li>/gs)].map(
    ([, item = '']) =>
      item
        .replace(/<a href="([^"]*)" hreflang="([^"]*)"[^>]*>/, '$1 $2 ')
        .replace('<span class="language-place">', ', ')
        .replaceAll(/<[^>]*>/g, ''),
  );
const alternatesOn = (html: string): string[] =>
  [...html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"\/>/g)].map(
    ([, lang, url]) => `${lang} ${url}`,
  );

describe.each([
  ['folders', folders],
  ['names', suffixes],
])('a site with an English edition, told by %s', (_, files) => {
  test('each language has its own tree, lists and words', async () => {
    const site = await inlineSite(files);
    const { messages } = await site.build();
    expect(messages).toEqual([]);
    const pages = [...site.tree().keys()].filter((name) => name.endsWith('.html'));
    expect(pages).toEqual([
      '404.html',
      'en/404.html',
      'en/about/index.html',
      'en/archive/2026/11/index.html',
      'en/archive/index.html',
      'en/authors/index.html',
      'en/authors/ngoc/index.html',
      'en/economy/index.html',
      'en/economy/rice-price/index.html',
      'en/feeds/index.html',
      'en/index.html',
      'en/search/index.html',
      'en/tags/index.html',
      'en/tags/rice/index.html',
      'gioi-thieu/index.html',
      'index.html',
      'kinh-te/gia-lua/index.html',
      'kinh-te/index.html',
      'kinh-te/muoi/index.html',
      'luu-tru/2026/11/index.html',
      'luu-tru/index.html',
      'rss/index.html',
      'tac-gia/index.html',
      'tac-gia/ngoc/index.html',
      'tim-kiem/index.html',
      'tu-khoa/index.html',
      'tu-khoa/lua/index.html',
    ]);
    expect(site.read('en/economy/rice-price/index.html')).toMatch(
      /^<!doctype html>\n<html lang="en">.*<title>Rice price rises - Test Gazette<\/title>/is,
    );
    expect(site.read('en/index.html')).not.toMatch(/Muối|Giá lúa/);
    expect(site.read('en/authors/ngoc/index.html')).toMatch(/Tuyet Ngoc.*Reporter.*A life\./s);
    expect(site.read('tac-gia/ngoc/index.html')).toMatch(/Tuyết Ngọc.*Phóng viên.*Tiểu sử\./s);
    expect(site.read('en/rss.xml')).toContain('<language>en</language>');
    expect(site.read('en/economy/index.html')).toContain('href="/en/economy/rss.xml"');
  });

  test('a page names its versions in head and switcher, and they name it', async () => {
    const site = await inlineSite(files);
    await site.build();
    const both = [
      'vi https://bao.example/kinh-te/gia-lua/',
      'en https://bao.example/en/economy/rice-price/',
      'x-default https://bao.example/kinh-te/gia-lua/',
    ];
    const vietnamese = site.read('kinh-te/gia-lua/index.html');
    const english = site.read('en/economy/rice-price/index.html');
    expect(alternatesOn(vietnamese)).toEqual(both);
    expect(alternatesOn(english)).toEqual(both);
    expect(languagesOn(vietnamese)).toEqual(['Tiếng Việt', '/en/economy/rice-price/ en English']);
    expect(languagesOn(english)).toEqual(['/kinh-te/gia-lua/ vi Tiếng Việt', 'English']);
    expect(vietnamese).toContain('<meta property="og:locale:alternate" content="en_US"/>');
    expect(vietnamese).toContain('"workTranslation":[{');
    expect(english).toContain(
      '"translationOfWork":{"@type":"NewsArticle","@id":"https://bao.example/kinh-te/gia-lua/#article"',
    );
    expect(english).toContain('<a href="/kinh-te/gia-lua/">in Vietnamese</a>');
  });

  test('a page without a version leads to its section, list or the front page, and says so', async () => {
    const site = await inlineSite(files);
    await site.build();
    const on = (page: string): string[] => languagesOn(site.read(page));
    expect(on('kinh-te/muoi/index.html')[1]).toBe('/en/economy/ en English, Economy');
    expect(on('tu-khoa/lua/index.html')[1]).toBe('/en/tags/ en English, Tags');
    expect(on('404.html')[1]).toBe('/en/ en English, front page');
    expect(on('tac-gia/ngoc/index.html')[1]).toBe('/en/authors/ngoc/ en English');
    expect(on('luu-tru/2026/11/index.html')[1]).toBe('/en/archive/2026/11/ en English');
    expect(on('en/about/index.html')[0]).toBe('/gioi-thieu/ vi Tiếng Việt');
    expect(alternatesOn(site.read('kinh-te/muoi/index.html'))).toEqual([]);
    expect(alternatesOn(site.read('404.html'))).toEqual([]);
  });

  test('the sitemap has all languages, with the versions of each page', async () => {
    const site = await inlineSite(files);
    await site.build();
    expect(site.read('sitemap.xml')).toContain('<loc>https://bao.example/en/sitemap-2026.xml</loc>');
    expect(site.read('en/sitemap-2026.xml')).toContain(
      '<loc>https://bao.example/en/economy/rice-price/</loc><lastmod>2026-11-20T10:00:00+07:00</lastmod><xhtml:link rel="alternate" hreflang="vi" href="https://bao.example/kinh-te/gia-lua/"></xhtml:link>',
    );
    expect(site.has('en/robots.txt')).toBe(false);
  });

  test('all versions name each other, over all pages', async () => {
    const site = await inlineSite(files);
    await site.build();
    const versions = new Map<string, string>();
    for (const [name, bytes] of site.tree())
      if (name.endsWith('.html'))
        versions.set(
          `https://bao.example/${name.replace(/index\.html$/, '')}`,
          alternatesOn(String(bytes)).join(),
        );
    for (const [url, written] of versions)
      for (const each of written.split(',').filter(Boolean)) {
        const other = each.split(' ')[1] ?? '';
        expect(versions.get(other), `${url} names ${other}`).toBe(written);
      }
  });
});

test('a translation of another path is found by a key, which may be the path of the original', async () => {
  const site = await inlineSite({
    ...folders,
    'content/en/kinh-te/gia-lua.md': article(
      'title: Rice\ndate: 2026-11-20\ntranslationKey: kinh-te/muoi',
      'x',
    ),
  });
  await site.build();
  expect(languagesOn(site.read('kinh-te/muoi/index.html'))[1]).toBe('/en/economy/gia-lua/ en English');
  expect(languagesOn(site.read('kinh-te/gia-lua/index.html'))[1]).toBe('/en/economy/ en English, Economy');
});

test.each([
  [
    'two articles of one language with one key',
    {
      'content/en/kinh-te/x.md': article('title: X\ndate: 2026-11-20\ntranslationKey: kinh-te/gia-lua', 'x'),
    },
    ['translation-twice content/en/kinh-te/x.md:4 kinh-te/gia-lua'],
  ],
  [
    'a key that nobody else has',
    { 'content/en/kinh-te/x.md': article('title: X\ndate: 2026-11-20\ntranslationKey: x', 'x') },
    ['translation-alone content/en/kinh-te/x.md:4 x'],
  ],
  [
    'an original that was withdrawn',
    { 'content/kinh-te/gia-lua.md': article('title: Giá lúa\ndate: 2026-11-20\nstatus: withdrawn', 'x') },
    ['translation-of-hidden content/en/kinh-te/gia-lua.md:1 '],
  ],
  [
    'an original that is not due',
    { 'content/kinh-te/gia-lua.md': article('title: Giá lúa\ndate: 2026-12-20', 'x') },
    ['translation-of-hidden content/en/kinh-te/gia-lua.md:1 '],
  ],
  [
    'a translation that is a draft',
    { 'content/en/kinh-te/gia-lua.md': article('title: Rice\ndate: 2026-11-20\nstatus: draft', 'x') },
    [],
  ],
] as const)('%s', async (_, changed, expected) => {
  const site = await inlineSite({
    ...folders,
    ...changed,
    'content/en/kinh-te/gia-lua.md':
      (changed as Files)['content/en/kinh-te/gia-lua.md'] ??
      article('title: Rice\nslug: rice\ndate: 2026-11-20', 'x'),
  });
  const { messages } = await site.build();
  expect(
    messages.map(({ rule, path, line, values }) => `${rule} ${path}:${line} ${values.key ?? ''}`),
  ).toEqual(expected);
});

describe('a language that shows what it has no translation of', () => {
  const shown: Files = {
    ...folders,
    'broadsheet.config.ts': configuration(
      "languages: { vi: {}, en: { title: 'Test Gazette', fallback: 'show' } }",
    ),
  };
  test('has the original in its lists and its tree, marked, in the language of the text', async () => {
    const site = await inlineSite(shown);
    const { messages } = await site.build();
    expect(messages).toEqual([]);
    const section = site.read('en/economy/index.html');
    expect(section).toMatch(
      /<span lang="vi">Bản tiếng Việt<\/span><\/p><h2 lang="vi"><a href="\/en\/economy\/muoi\/">/,
    );
    const page = site.read('en/economy/muoi/index.html');
    expect(page).toContain('<html lang="vi">');
    expect(page).toContain('<link rel="canonical" href="https://bao.example/kinh-te/muoi/"/>');
    expect(page).toContain('This article has not been translated.');
    expect(alternatesOn(page)).toEqual([]);
    expect(languagesOn(page)).toEqual(['/kinh-te/muoi/ vi Tiếng Việt', 'English']);
    expect(page).toContain('<a href="/en/economy/"');
  });
  test('names it in no sitemap and no feed, and does not count it as a version', async () => {
    const site = await inlineSite(shown);
    await site.build();
    for (const file of ['en/sitemap-2026.xml', 'en/rss.xml', 'en/economy/atom.xml'])
      expect(site.read(file), file).not.toContain('muoi');
    expect(languagesOn(site.read('kinh-te/muoi/index.html'))[1]).toBe('/en/economy/ en English, Economy');
    expect(site.read('en/tags/index.html')).not.toContain('Lúa');
  });
});

test('a language may show dates in a zone of its own; a day without a time stays that day', async () => {
  const site = await inlineSite({
    ...folders,
    'broadsheet.config.ts': configuration("languages: { vi: {}, en: { timeZone: 'Europe/London' } }"),
    'content/en/kinh-te/ngay.md': article('title: A day\ndate: 2026-11-19', 'x'),
  });
  await site.build();
  expect(site.read('kinh-te/gia-lua/index.html')).toContain('20/11/2026, 09:00');
  expect(site.read('en/economy/rice-price/index.html')).toContain('20 November 2026, 03:00');
  expect(site.read('en/economy/ngay/index.html')).toContain('19 November 2026');
});

test('a suffix that is no language of the site is part of the name', async () => {
  const site = await inlineSite({
    ...suffixes,
    'content/kinh-te/v20.1.0.md': article('title: V\ndate: 2026-11-20', 'x'),
  });
  await site.build();
  expect([...site.tree().keys()].filter((name) => name.includes('v20'))).toEqual([
    'kinh-te/v20.1.0/index.html',
  ]);
});

test('two languages cannot have one path, nor a language that of the site', async () => {
  const site = await inlineSite({
    ...folders,
    'broadsheet.config.ts': configuration("languages: { vi: {}, en: { path: '/' }, km: {} }"),
  });
  await expect(site.build()).rejects.toThrow();
});

describe('what is to be translated', () => {
  const report = (root: string, format: string) =>
    runCli([
      'report',
      'translations',
      '--site',
      root,
      '--format',
      format,
      '--now',
      '2026-11-30T08:00:00+07:00',
    ]);

  test('is listed by language: missing, older than the original, a key of no other', async () => {
    const site = await inlineSite({
      ...folders,
      'content/kinh-te/gia-lua.md': article(
        'title: Giá lúa tăng\ndate: 2026-11-20 09:00\nupdated: 2026-11-21 09:00',
        'Được mùa.',
      ),
      'content/en/kinh-te/x.md': article('title: Only here\ndate: 2026-11-19\ntranslationKey: x', 'x'),
    });
    expect(JSON.parse(report(site.root, 'json').stdout)).toEqual({
      translations: [
        {
          language: 'en',
          state: 'missing',
          path: 'content/kinh-te/muoi.md',
          title: 'Muối',
          changed: '2026-11-21',
        },
        {
          language: 'en',
          state: 'outdated',
          path: 'content/kinh-te/gia-lua.md',
          title: 'Giá lúa tăng',
          changed: '2026-11-21',
          translation: 'content/en/kinh-te/gia-lua.md',
        },
        {
          language: 'vi',
          state: 'missing',
          path: 'content/en/kinh-te/x.md',
          title: 'Only here',
          changed: '2026-11-19',
        },
        {
          language: 'en',
          state: 'alone',
          path: 'content/en/kinh-te/x.md',
          title: 'Only here',
          changed: '2026-11-19',
        },
      ],
    });
    expect(report(site.root, 'csv').stdout).toContain(
      'en,outdated,content/kinh-te/gia-lua.md,Giá lúa tăng,2026-11-21,content/en/kinh-te/gia-lua.md',
    );
  });

  test.each([
    ['folders', folders, 'content/en/kinh-te/muoi.md', '"/kinh-te/muoi.jpg"'],
    ['names', suffixes, 'content/kinh-te/muoi.en.md', '"muoi.jpg"'],
  ])('begins with what carries over, told by %s', async (_, files, file, picture) => {
    const site = await inlineSite({
      ...files,
      'content/kinh-te/muoi.md': article(
        'title: "Muối: được giá"\ndate: 2026-11-21 09:00\nauthors: [ngoc]\ntags: [Muối]\nimage: {src: muoi.jpg, alt: Ruộng muối}\nroyalty: {amount: 1}',
        'Mất mùa.',
      ),
    });
    const make = (to: string) =>
      runCli(['new', '--translate', `${site.root}/content/kinh-te/muoi.md`, '--to', to, '--site', site.root]);
    expect(make('en').status).toBe(0);
    expect(readFileSync(`${site.root}/${file}`, 'utf8')).toBe(
      `---\ntitle: "Muối: được giá"\ndate: "2026-11-21 09:00"\nauthors: ["ngoc"]\nimage: {"src":${picture},"alt":"Ruộng muối"}\nstatus: draft\n---\n\n`,
    );
    expect(make('en')).toMatchObject({ status: 2, stderr: expect.stringContaining('is there already') });
    expect(make('fr')).toMatchObject({ status: 2, stderr: expect.stringContaining('expected en') });
  });
});

test('readers of all languages are counted, and those of an original in another tree as its own', async () => {
  const site = await inlineSite({
    ...folders,
    'broadsheet.config.ts': configuration(
      "languages: { vi: {}, en: { title: 'Test Gazette', fallback: 'show' } }, views: { print: true }",
    ),
  });
  const line = (address: string, reader: number): string =>
    `10.0.0.${reader} - - [21/Nov/2026:09:00:0${reader} +0700] "GET ${address} HTTP/1.1" 200 100 "-" "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"\n`;
  site.write({
    'access.log':
      line('/kinh-te/muoi/', 1) +
      line('/en/kinh-te/muoi/', 2) +
      line('/en/economy/muoi/', 2) +
      line('/en/economy/rice-price/', 3),
  });
  expect(runCli(['views', 'import', `${site.root}/access.log`, '--site', site.root]).status).toBe(0);
  const { articles } = JSON.parse(readFileSync(`${site.root}/content/_data/views.json`, 'utf8'));
  expect(articles).toEqual({
    '/en/economy/rice-price/': { total: 1, days: { '2026-11-21': 1 } },
    '/kinh-te/muoi/': { total: 2, days: { '2026-11-21': 2 } },
  });
});

test('tags with one key are one tag in both languages; a file of a tag that no article has is told', async () => {
  const site = await inlineSite({
    ...folders,
    'content/_tags/lua.md':
      '---\ndescription: Chuyện cây lúa\ntranslationKey: rice\n---\n\nXem [bài](/kinh-te/muoi/).\n',
    'content/_tags/rice.en.md': '---\ntitle: Rice farming\ntranslationKey: rice\n---\n',
    'content/_tags/khac.md': '---\ntitle: Khác\n---\n',
  });
  const { messages } = await site.build();
  expect(messages.map(({ rule, path }) => `${rule} ${path}`)).toEqual(['unused-tag content/_tags/khac.md']);
  const page = site.read('tu-khoa/lua/index.html');
  expect(languagesOn(page)[1]).toBe('/en/tags/rice/ en English');
  expect(page).toMatch(/Chuyện cây lúa.*<a href="\/kinh-te\/muoi\/">bài<\/a>/s);
  expect(site.read('en/economy/rice-price/index.html')).toContain('>Rice farming</a>');
});

test('a profile in another language has the portrait, the addresses and the names of the other one', async () => {
  const site = await inlineSite({
    ...folders,
    'broadsheet.config.ts': configuration('languages: { vi: {}, en: {} }, workflow: { approval: true }'),
    'content/_authors/hien.md': '---\nname: Diệu Hiền\nemail: hien@bao.example\n---\n',
    'content/_authors/hien.en.md': '---\nname: Dieu Hien\n---\n',
    'content/en/kinh-te/_index.md': '---\ntitle: Economy\nslug: economy\neditors: [hien]\n---\n',
    'content/en/kinh-te/x.md': article(
      'title: Rice\ndate: 2026-11-20\nauthors: [Tuyết Ngọc]\nstatus: approved\napprovedBy: Diệu Hiền',
      'x',
    ),
  });
  const { messages } = await site.build();
  expect(messages.filter(({ path }) => path === 'content/en/kinh-te/x.md')).toEqual([]);
  expect(site.read('en/economy/x/index.html')).toMatch(/href="\/en\/authors\/ngoc\/"[^>]*>Tuyet Ngoc<\/a>/);
  expect(site.read('en/authors/ngoc/index.html')).not.toContain('@bao.example');
});

test.each(['/', '/tin/'])('preview answers with the 404 page of the language, below %s', async (base) => {
  const site = await inlineSite({
    ...folders,
    'broadsheet.config.ts': String(folders['broadsheet.config.ts']).replace(
      "bao.example'",
      `bao.example', base: '${base}'`,
    ),
  });
  await site.build();
  const server = startCli(['preview', '--site', site.root, '--port', '0']);
  onTestFinished(() => void server.kill());
  if (!server.stdout) throw new Error('no output');
  const [address] = (await once(createInterface(server.stdout), 'line')) as [string];
  const { origin } = new URL(address);
  const at = async (path: string) => {
    const response = await fetch(`${origin}${path}`);
    return `${response.status} ${/<html lang="(\w+)"/.exec(await response.text())?.[1]}`;
  };
  expect(await at(`${base}en/economy/nowhere/`)).toBe('404 en');
  expect(await at(`${base}nowhere/`)).toBe('404 vi');
});

test('three languages: each page names those that have it, the site’s own first', async () => {
  const site = await inlineSite({
    ...folders,
    'broadsheet.config.ts': configuration(
      "languages: { km: { path: '/khmer/', name: 'Khmer' }, vi: {}, en: { title: 'Test Gazette' } }",
    ),
    'content/km/kinh-te/_index.md': '---\ntitle: Sethakech\nslug: sethakech\n---\n',
    'content/km/kinh-te/gia-lua.md': article('title: Tlai srov\nslug: srov\ndate: 2026-11-20', 'x'),
    'content/km/kinh-te/x.md': article('title: X\ndate: 2026-11-19\ntranslationKey: x', 'x'),
    'content/en/kinh-te/x.md': article('title: X in English\ndate: 2026-11-19\ntranslationKey: x', 'x'),
  });
  const { messages } = await site.build();
  expect(messages).toEqual([]);
  expect(languagesOn(site.read('khmer/sethakech/srov/index.html'))).toEqual([
    '/kinh-te/gia-lua/ vi Tiếng Việt',
    'Khmer',
    '/en/economy/rice-price/ en English',
  ]);
  // Where the language of the site has no version, the first one is for readers of any other language.
  expect(alternatesOn(site.read('en/economy/x/index.html'))).toEqual([
    'km https://bao.example/khmer/sethakech/x/',
    'en https://bao.example/en/economy/x/',
    'x-default https://bao.example/khmer/sethakech/x/',
  ]);
  expect(site.read('khmer/index.html')).toMatch(/^<!doctype html>\n<html lang="km"/);
});
