import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../src/front-matter/front-matter.ts';
import { inlineSite, reported } from '../inline-site.ts';

const read = (text: string) => readFrontMatter({ text, path: 'content/a.md' });

describe('TOML and JSON say what YAML says', () => {
  const fields = { title: 'Giá lúa: #1', tags: ['a', 'b'], image: { src: 'a.jpg' } };
  test.each([
    ['+++\ntitle = "Giá lúa: #1"\ntags = ["a", "b"]\n[image]\nsrc = "a.jpg"\n+++\nx\n', 7, 2],
    ['+++ \r\ntitle = "Giá lúa: #1"\r\ntags = ["a", "b"]\r\nimage.src = "a.jpg"\r\n+++\r\nx\n', 6, 2],
    ['---toml\ntitle = "Giá lúa: #1"\ntags = ["a", "b"]\nimage = { src = "a.jpg" }\n---\nx\n', 6, 2],
    ['{\n"title": "Giá lúa: #1", "tags": ["a", "b"], "image": { "src": "a.jpg" }\n}\nx\n', 4, 1],
    ['{"title": "Giá lúa: #1", "tags": ["a", "b"], "image": { "src": "a.jpg" }}\nx\n', 2, 1],
    ['---json\n{"title": "Giá lúa: #1", "tags": ["a", "b"], "image": { "src": "a.jpg" }}\n---\nx\n', 4, 2],
    ['---yaml\ntitle: "Giá lúa: #1"\ntags: [a, b]\nimage: { src: a.jpg }\n---\nx\n', 6, 2],
  ])('%j', (text, bodyLine, headLine) =>
    expect(read(text)).toMatchObject({ fields, body: 'x\n', bodyLine, headLine, replaced: [] }),
  );

  test.each([
    ['2026-11-16', '2026-11-16'],
    ['2026-11-16T08:30:00', '2026-11-16T08:30:00'],
    ['2026-11-16 08:30:00', '2026-11-16T08:30:00'],
    ['2026-11-16T08:30:00+07:00', '2026-11-16T08:30:00+07:00'],
    ['2026-11-16T01:30:00Z', '2026-11-16T01:30:00Z'],
    ['"16/11/2026"', '16/11/2026'],
  ])('the date %s', (written, date) =>
    expect(read(`+++\ndate = ${written}\n+++\n`)).toMatchObject({ fields: { date } }),
  );

  test('names of parts of JavaScript’s objects', () => {
    for (const text of ['+++\n__proto__ = { slug = "xau" }\n+++\n', '{"__proto__": {"slug": "xau"}}\n'])
      read(text);
    expect(Reflect.get({}, 'slug')).toBeUndefined();
  });
});

test('an archive of Hugo is published, and its drafts are not', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md':
      '+++\ntitle = "A"\ndate = 2026-11-16T08:30:00+07:00\ntags = ["lúa"]\n+++\nMột *chữ*.\n',
    'content/kinh-te/b.md': '{\n  "title": "B",\n  "date": "2026-11-16",\n  "summary": ["x"]\n}\n\nHai.\n',
    'content/kinh-te/c.md': '+++\ntitle = "C"\ndate = 2026-11-16\ndraft = true\n+++\nBí mật.\n',
    'content/kinh-te/d.md': '+++\ntitle = "D"\ndate = 2026-12-16\n+++\nBí mật.\n',
    'content/xa-hoi/_index.md': '+++\ntitle = "Xã hội"\n+++\n',
  });
  const result = await site.build();
  expect(reported(result)).toEqual([
    'content/kinh-te/b.md:4:14 wrong-type',
    'content/kinh-te/c.md:4:1 held-back',
  ]);
  expect(site.read('kinh-te/a/index.html')).toContain('<p>Một <em>chữ</em>.</p>');
  expect(site.read('kinh-te/b/index.html')).toContain('<p>Hai.</p>');
  expect(site.has('tu-khoa/lua/index.html')).toBe(true);
  expect(site.has('xa-hoi/index.html')).toBe(true);
  expect([...site.tree().values()].filter((bytes) => bytes.toString().includes('Bí mật'))).toEqual([]);
});
