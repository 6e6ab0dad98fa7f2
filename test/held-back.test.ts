import { describe, expect, test } from 'vitest';
import { article, inlineSite, reported } from './inline-site.ts';

const file = 'content/kinh-te/a.md';
const secret = 'Chuyện kín';

/**
 * Builds a public article, then the text in its place: what is held back leaves nothing of itself in any
 * output.
 */
async function buildWith(text: string, path = file) {
  const site = inlineSite({
    'content/kinh-te/b.md': article('title: Bài khác', 'Xem.'),
    [path]: path === file ? article(`title: ${secret}`) : '',
  });
  await site.build();
  const result = await site.write({ [path]: text }).build();
  const isPublic = [...site.tree()].some(([, bytes]) => bytes.includes(secret));
  return {
    reported: reported(result).map((line) => line.replace(`${path}:`, '')),
    isPublic,
    messages: result.messages,
  };
}

describe('front matter that ends elsewhere than it seems is not published', () => {
  const fields = `title: ${secret}\ndate: 2026-11-16`;
  test.each([
    ['five dashes within', `---\n${fields}\n-----\nstatus: draft\n---\nx`, '4:1 front-matter-fence'],
    [
      'words behind the dashes',
      `---\n${fields}\n--- hết ---\nstatus: draft\n---\nx`,
      '4:1 front-matter-fence',
    ],
    [
      'four dashes at its end, and a thematic break',
      `---\n${fields}\n----\nLưu ý: mật\n\n---\nx`,
      '4:1 front-matter-fence',
    ],
    [
      'a long dash at its end, and a thematic break',
      `---\n${fields}\n—\n# Mật\n\n---\nx`,
      '4:1 front-matter-fence',
    ],
    ['a field behind the end', `---\n${fields}\n---\nstatus: draft\n\nx`, '5:1 held-back-in-text'],
    [
      'a field behind the end and blank lines',
      `---\n${fields}\n---\n\n\nStatus: Draft\nx`,
      '7:1 held-back-in-text',
    ],
    [
      'a field behind another one',
      `---\n${fields}\n---\ntags: [a]\n- b\nstatus: "pending"\n---\nx`,
      '7:1 held-back-in-text',
    ],
    [
      'front matter twice',
      `---\n${fields}\n---\n---\nlayout: post\nstatus: draft\n---\nx`,
      '7:1 held-back-in-text',
    ],
    [
      'front matter twice, in TOML',
      `---\n${fields}\n---\n\n+++\ndraft = true\n+++\nx`,
      '7:1 held-back-in-text',
    ],
    ['a date behind the end', `---\n${fields}\n---\ndate: 2030-01-01\n---\nx`, '5:1 held-back-in-text'],
    [
      'another system’s key behind the end',
      `---\n${fields}\n---\npublished: false\n\nx`,
      '5:1 held-back-in-text',
    ],
    [
      'a field in a text of several lines',
      `---\n${fields}\nsummary: |\n  x\n  status: draft\n---\nx`,
      '6:3 held-back-in-text',
    ],
    [
      'a field in a quoted text of several lines',
      `---\n${fields}\nsummary: "x\n  status: draft"\n---\nx`,
      '5:3 held-back-in-text',
    ],
    ['a blank line before it', `\n---\n${fields}\nstatus: draft\n---\nx`, '2:1 front-matter-late'],
    [
      'two byte-order marks before it',
      `\uFEFF\uFEFF---\n${fields}\nstatus: draft\n---\nx`,
      '1:2 front-matter-late',
    ],
  ])('%s', async (_, text, expected) =>
    expect(await buildWith(text)).toMatchObject({ reported: [expected], isPublic: false }),
  );

  test.each([
    ['a paragraph', 'Giá lúa tăng.', []],
    ['a thematic break', '---\n\nGiá lúa tăng.', []],
    ['a thematic break and a sentence with a colon', '\n---\n\nLưu ý: giá lúa tăng.', []],
    ['a sentence with a colon', 'Lưu ý: giá lúa tăng.', []],
    ['an English sentence with a colon', 'Status: the council has not decided.\n\nDraft: see below.', []],
    ['a date line', 'Date: 16/11/2026', []],
    ['an address', 'https://example.org/', []],
    ['code', '```yaml\nstatus: draft\n```', []],
    ['a field further below', 'Viết:\n\nstatus: draft', []],
    ['a field that holds nothing back', 'tags: [a]\n\nx', ['5:1 field-in-body warning']],
  ])('a body that begins with %s is published', async (_, body, expected) =>
    expect(await buildWith(article(`title: ${secret}`, body))).toMatchObject({
      reported: expected,
      isPublic: true,
    }),
  );
});

describe('a key that holds an article back in other systems holds it back', () => {
  test.each([
    ...[
      'draft: true',
      'draft: yes',
      'draft: "true"',
      'draft: 1',
      'Draft: true',
      'DRAFT: on',
      'isDraft: true',
      'draft: maybe',
      'private: true',
      'unlisted: true',
    ],
    ...[
      'published: false',
      'published: no',
      'publish: false',
      'public: false',
      'hidden: true',
      'headless: true',
      'password: abc',
      'permalink: false',
    ],
    ...[
      'visibility: private',
      'Status: draft',
      'Status: hidden',
      'STATUS: pending',
      'post_status: future',
      'state: draft',
      'eleventyExcludeFromCollections: true',
    ],
    ...[
      '_build: {render: never}',
      'build: {list: never}',
      'cascade: {draft: true}',
      'cascade: [{_build: {render: false}}]',
      '<<: {status: draft}',
      'params: {draft: true}',
    ],
    ...[
      'publishDate: sau tết',
      'expiryDate: mai',
      'royalty: {pages: 1, draft: true}',
      'image: {src: a.jpg, private: true}',
    ],
  ])('%s', async (field) => {
    const { reported: lines, isPublic } = await buildWith(article(`title: ${secret}\n${field}`));
    expect(lines).toEqual([expect.stringMatching(/^3:\d+ held-back$/)]);
    expect(isPublic).toBe(false);
  });

  test.each(['private', 'future', 'inherit', 'trash', 'hidden'])('status: %s', async (status) =>
    expect(await buildWith(article(`title: ${secret}\nstatus: ${status}`))).toMatchObject({
      reported: ['3:9 wrong-type'],
      isPublic: false,
    }),
  );

  test.each([
    ['publishDate: 2030-01-01', false, 'date'],
    ['publish_date: 2030-01-01 08:00', false, 'date'],
    ['published_at: 2030-01-01T00:00:00Z', false, 'date'],
    ['pubDate: Mon, 28 Nov 2033 11:15:00 +0000', false, 'date'],
    ['published: 2030-01-01', false, 'date'],
    ['embargo: 2030-01-01', false, 'date'],
    ['Date: 2030-01-01', false, 'date'],
    ['publishDate: 2026-11-22 08:01', false, 'date'],
    ['publishDate: 2026-11-22 07:59', true, 'date'],
    ['publishDate: 2020-01-01', true, 'date'],
    ['expiryDate: 2026-11-20', false, 'expires'],
    ['Expires: 2026-11-20', false, 'expires'],
    ['expiryDate: 2030-01-01', true, 'expires'],
  ])('%s counts as a date: public is %s', async (field, isPublic, ours) => {
    const result = await buildWith(article(`title: ${secret}\n${field}`));
    expect(result.reported).toEqual(['3:1 foreign-date warning']);
    expect(result.messages[0]?.values).toMatchObject({ ours });
    expect(result.isPublic).toBe(isPublic);
  });

  test('of several dates the strictest counts', async () => {
    const from = await buildWith(article(`title: ${secret}\npublishDate: 2030-01-01\npubDate: 2020-01-01`));
    expect(from.isPublic).toBe(false);
    const until = await buildWith(article(`title: ${secret}\nexpires: 2030-01-01\nexpiryDate: 2026-11-20`));
    expect(until.isPublic).toBe(false);
  });

  test.each([
    'draft: false',
    'published: true',
    'Status: published',
    'visibility: public',
    'hidden: no',
    '_build: {render: always}',
    'state: California',
    'publishDate: false',
  ])('%s is a warning', async (field) => {
    const { reported: lines, isPublic } = await buildWith(article(`title: ${secret}\n${field}`));
    expect(lines).toEqual([expect.stringMatching(/^3:1 (?:foreign-key|unknown-key) warning$/)]);
    expect(isPublic).toBe(true);
  });

  test.each([
    [
      'content/gioi-thieu.md',
      'title',
      [
        'draft: true',
        'status: draft',
        'Status: private',
        'date: 2030-01-01',
        'publishDate: 2030-01-01',
        'expires: 2026-11-20',
        'published: false',
      ],
    ],
    ['content/kinh-te/x/_index.md', 'title', ['draft: true', 'status: draft', 'expiryDate: 2026-11-20']],
    ['content/_authors/x.md', 'name', ['draft: true', 'status: pending', 'private: yes']],
  ])('in %s too', async (path, name, fields) => {
    for (const field of fields) {
      const result = await buildWith(`---\n${name}: ${secret}\n${field}\n---\nx`, path);
      expect(result, field).toMatchObject({ reported: ['3:1 held-back-file'], isPublic: false });
    }
  });
});
