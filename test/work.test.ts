import { utimesSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  article,
  configuration,
  type Files,
  type InlineSite,
  inlineSite,
  now,
  reported,
} from './inline-site.ts';
import { tinyPicture } from './random-edits.ts';

const day = (index: number): string =>
  new Date(Date.UTC(2026, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);

/** A site of 150 articles in 3 categories, one of them nested; each tag and author has some of them. */
async function archive(): Promise<Files> {
  const files: Record<string, string | Uint8Array> = {
    'broadsheet.config.ts': configuration(
      'lists: { category: 10, tag: 10, author: 10 }, pictures: { widths: [8, 16], cardWidths: [6, 12] }',
    ),
    'content/kinh-te/lua/_index.md': '---\ntitle: Lúa\n---\n',
    'content/xa-hoi/_index.md': '---\ntitle: Xã hội\n---\n',
    'content/_authors/an.md': '---\nname: An\n---\n',
    'content/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nXem [bài](kinh-te/lua/bai-30.md).\n',
    'content/xa-hoi/bai-100.png': await tinyPicture(0),
  };
  for (let index = 0; index < 150; index++) {
    const folder = ['kinh-te', 'kinh-te/lua', 'xa-hoi'][index % 3];
    const picture = index === 100 ? '\nimage: {src: bai-100.png, alt: Hình}' : '';
    files[`content/${index === 100 ? 'xa-hoi' : folder}/bai-${index}.md`] = article(
      `title: Bài ${index}\ndate: ${day(index)} 08:00\ntags: [thẻ ${index % 7}, thẻ ${index % 11}]\nauthors: [an]\nsummary: Tóm tắt ${index}${picture}`,
      `Nội dung ${index}.`,
    );
  }
  return files;
}

/** Which outputs an edit changes, adds or removes. */
async function changed(site: InlineSite, edit: () => unknown, options: { now?: number } = {}) {
  const before = site.tree();
  await edit();
  const result = await site.build(options);
  const after = site.tree();
  const outputs = [...new Set([...before.keys(), ...after.keys()])]
    .filter((output) => !before.get(output)?.equals(after.get(output) ?? Buffer.alloc(0)))
    .sort();
  expect(result.written + result.removed).toBeLessThanOrEqual(outputs.length);
  return { ...result, outputs };
}

const site = async (): Promise<InlineSite> => {
  const made = inlineSite(await archive());
  await made.build();
  return made;
};

test('one body edited: one document parsed, one page rendered and written, and its words in the index', async () => {
  const portal = await site();
  const body = (words: string) =>
    article(
      `title: Bài 30\ndate: ${day(30)} 08:00\ntags: [thẻ ${30 % 7}, thẻ ${30 % 11}]\nauthors: [an]\nsummary: Tóm tắt 30`,
      words,
    );
  const result = await changed(portal, () =>
    portal.write({ 'content/kinh-te/bai-30.md': body('Nội dung 30, sửa.') }),
  );
  expect(result).toMatchObject({
    parsed: 1,
    rendered: 1,
    written: 2,
    removed: 0,
    resized: 0,
    outputs: ['kinh-te/bai-30/index.html', expect.stringMatching(/^tim-kiem\/index\/c\/\d+\.bin$/)],
  });
});

/** Feeds that have the text of an article. */
const feeds = ['atom.xml', 'kinh-te/atom.xml', 'kinh-te/rss.xml', 'rss.xml'];

test('one body edited beside a generator of the site’s own: what that shows of bodies is right', async () => {
  const count = `count: (site) => [{ kind: 'file', output: 'dem.txt', data: () => ({ words: site.articles.map(({ document }) => document.words) }), render: ({ words }) => words.join(' ') }]`;
  const body = (words: string) => article('title: A\ndate: 2026-11-01\nsummary: S', words);
  const portal = inlineSite({
    'broadsheet.config.ts': configuration(`routes: { ${count} }`),
    'content/kinh-te/a.md': body('Một hai.'),
    'content/kinh-te/b.md': article('title: B\ndate: 2026-11-02', 'Một.'),
  });
  await portal.build();
  expect(portal.read('dem.txt')).toBe('1 2');
  expect(
    await changed(portal, () => portal.write({ 'content/kinh-te/a.md': body('Một hai ba.') })),
  ).toMatchObject({
    rendered: 1,
    outputs: [...feeds, 'dem.txt', 'kinh-te/a/index.html', 'tim-kiem/index/newest.json'].sort(),
  });
  expect(portal.read('dem.txt')).toBe('1 3');
});

test('one body edited so that its template fails, and back: its page stays as it was, which is said, and comes anew', async () => {
  const body = (words: string) => article('title: A\ndate: 2026-11-01\nsummary: S', words);
  const page = `export default function Article({ body }: { body: { __html: string } }) {\n  if (body.__html.includes('Hỏng')) throw new Error('hỏng');\n  return <h1>A</h1>;\n}\n`;
  const portal = inlineSite({ 'templates/pages/article.tsx': page, 'content/kinh-te/a.md': body('Tốt.') });
  const whole = await portal.build();
  const tree = portal.tree();
  expect(whole).toMatchObject({ errors: 0 });
  const broken = await changed(portal, () => portal.write({ 'content/kinh-te/a.md': body('Hỏng.') }));
  expect(broken).toMatchObject({
    errors: 1,
    rendered: 1,
    removed: 0,
    unchanged: tree.size - 6,
    outputs: [...feeds, 'tim-kiem/index/newest.json'].sort(),
    messages: [{ rule: 'pages-kept' }, { rule: 'template-failed' }],
  });
  expect(await changed(portal, () => portal.write({ 'content/kinh-te/a.md': body('Tốt.') }))).toMatchObject({
    errors: 0,
    written: 5,
    unchanged: tree.size - 6,
    messages: [],
  });
  expect(portal.tree()).toEqual(tree);
});

test('one article added: at most 19 other files change, besides 3 of the index, and no archive page does', async () => {
  const portal = await site();
  // The hundredth article of a list fills an archive page; this one does not.
  await portal
    .write({ 'content/kinh-te/lua/truoc.md': article('title: Trước\ndate: 2026-11-19 08:00\nauthors: [an]') })
    .build();
  const result = await changed(portal, () =>
    portal.write({
      'content/kinh-te/lua/bai-moi.md': article(
        'title: Mới\ndate: 2026-11-20 08:00\ntags: [thẻ 1, thẻ 2]\nauthors: [an]',
      ),
    }),
  );
  expect(result).toMatchObject({ parsed: 1, resized: 0, removed: 0 });
  expect(result.rendered).toBeLessThanOrEqual(19);
  // The marker of the folder is no part of the site.
  const others = result.outputs.filter(
    (output) => output !== 'kinh-te/lua/bai-moi/index.html' && output !== '.broadsheet',
  );
  const inIndex = others.filter((output) => output.startsWith('tim-kiem/'));
  expect(inIndex.length).toBeLessThanOrEqual(3);
  expect(others.length - inIndex.length).toBeLessThanOrEqual(19);
  expect(others.filter((output) => output.includes('/trang-'))).toEqual([]);
  expect(others).toEqual(
    expect.arrayContaining([
      'index.html',
      'kinh-te/index.html',
      'kinh-te/lua/index.html',
      'rss.xml',
      'sitemap-2026.xml',
      'tac-gia/an/index.html',
      'tu-khoa/the-1/index.html',
      'tu-khoa/the-2/index.html',
    ]),
  );
});

test('nothing changed but the times of the files: nothing is parsed or rendered', async () => {
  const portal = await site();
  const result = await changed(portal, () => {
    for (const file of portal.tree('content').keys())
      utimesSync(path.join(portal.root, 'content', file), 1_700_000_000, 1_700_000_000);
  });
  expect(result).toMatchObject({ parsed: 0, rendered: 0, resized: 0, written: 0, removed: 0, outputs: [] });
});

test('a template edited: every page of it is rendered, nothing is parsed', async () => {
  const portal = await site();
  const result = await changed(portal, () =>
    portal.write({
      'templates/parts/sign-off.tsx': 'export default function SignOff() {\n  return <p>Hết</p>;\n}\n',
    }),
  );
  expect(result).toMatchObject({ parsed: 0, resized: 0, rendered: result.pages });
  expect(result.outputs.filter((output) => output.includes('/bai-'))).toHaveLength(150);
  expect(result.outputs).not.toContain('gioi-thieu/index.html');
});

test('a style sheet of the site’s own: nothing is parsed, every page names the new one', async () => {
  const portal = await site();
  const result = await changed(portal, () =>
    portal.write({ 'templates/styles/site.css': 'body { color: teal; }\n' }),
  );
  expect(result).toMatchObject({ parsed: 0, resized: 0, rendered: result.pages });
  expect(result.outputs.filter((output) => output.startsWith('assets/site-'))).toHaveLength(2);
});

test('a picture replaced under its name: its versions are made, nothing is parsed', async () => {
  const portal = await site();
  const picture = await tinyPicture(1);
  const result = await changed(portal, () => portal.write({ 'content/xa-hoi/bai-100.png': picture }));
  expect(result).toMatchObject({ parsed: 0 });
  expect(result.resized).toBe(result.outputs.filter((output) => output.startsWith('media/')).length / 2);
  expect(result.rendered).toBeLessThanOrEqual(12);
});

test('an author renamed: the pages that say the name, and no other', async () => {
  const portal = await site();
  const result = await changed(portal, () =>
    portal.write({
      'content/_authors/an.md': '---\nname: Anh\n---\n',
      'content/kinh-te/bai-0.md': article(`title: Bài 0\ndate: ${day(0)} 08:00\nauthors: [Khác]`),
    }),
  );
  expect(result.parsed).toBe(2);
  expect(result.outputs).not.toContain('gioi-thieu/index.html');
  for (const output of ['tac-gia/an/index.html', 'kinh-te/bai-30/index.html'])
    expect(portal.read(output)).toContain('Anh');
});

test('a category renamed: the files that say its name, and no other', async () => {
  const portal = await site();
  const result = await changed(portal, () =>
    portal.write({ 'content/kinh-te/lua/_index.md': '---\ntitle: Lúa gạo\n---\n' }),
  );
  expect(result).toMatchObject({ parsed: 1, resized: 0, removed: 0 });
  expect(result.outputs).toContain('kinh-te/lua/bai-31/index.html');
  expect(result.outputs.filter((output) => !portal.read(output).includes('Lúa gạo'))).toEqual([]);
});

test('the output folder removed: all is written again, nothing parsed or resized', async () => {
  const portal = await site();
  const before = portal.tree();
  portal.remove('dist');
  const result = await portal.build();
  expect(result).toMatchObject({ parsed: 0, resized: 0, written: before.size - 1 });
  expect(portal.tree()).toEqual(before);
});

test('a day without an event: nothing; the day on which one falls due: its page and its lists', async () => {
  const portal = inlineSite({
    ...(await archive()),
    'content/xa-hoi/hen.md': article('title: Hẹn\ndate: 2026-11-24 08:00\ntags: [thẻ 1]'),
  });
  await portal.build();
  expect(await changed(portal, () => {}, { now: now + 86_400_000 })).toMatchObject({
    parsed: 0,
    rendered: 0,
    written: 0,
    outputs: [],
  });
  const due = await changed(portal, () => {}, { now: Date.parse('2026-11-24T08:00:00+07:00') });
  expect(due).toMatchObject({ parsed: 0, resized: 0, removed: 0 });
  expect(due.outputs).toContain('xa-hoi/hen/index.html');
  expect(due.rendered).toBeLessThanOrEqual(14);
});

test('an edit of words that nobody else shows: what is wrong with the references of the article, and of others, is told as before', async () => {
  const missing = (title: string, words: string) =>
    article(`title: ${title}\nsummary: Tóm tắt`, `[chết](khong-co.md) ![Hình](khong-co.png)\n\n${words}`);
  const portal = inlineSite({
    'content/kinh-te/a.md': missing('A', 'Một.'),
    'content/kinh-te/b.md': missing('B', 'Hai.'),
  });
  const told = [
    'content/kinh-te/a.md:6:1 dead-link',
    'content/kinh-te/a.md:6:21 missing-picture',
    'content/kinh-te/b.md:6:1 dead-link',
    'content/kinh-te/b.md:6:21 missing-picture',
  ];
  expect(reported(await portal.build())).toEqual(told);
  portal.write({ 'content/kinh-te/a.md': missing('A', 'Ba.') });
  const result = await portal.build();
  expect(result).toMatchObject({ parsed: 1, rendered: 1 });
  expect(reported(result)).toEqual(told);
});
