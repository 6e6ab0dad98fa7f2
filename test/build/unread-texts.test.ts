import { expect, test } from 'vitest';
import { article, inlineSite, reported } from '../inline-site.ts';

test('what looks like a text and is not read is told, each kind once', async () => {
  const site = inlineSite({
    'content/kinh-te/a.mdx': '# A',
    'content/kinh-te/b.mdx': '# B',
    'content/kinh-te/c.html': '<p>C',
    'content/kinh-te/d.md.txt': article('title: D'),
    'content/kinh-te/e.rst': 'E',
    'content/kinh-te/f.txt': 'linked',
    'content/kinh-te/g.DOCX': 'G',
    'content/kinh-te/h.md': article('title: H', 'Xem [tệp](f.txt).'),
    'content/_posts/2026-01-01-i.md': article('title: I'),
    'content/_posts/2026-01-02-k.markdown': article('title: K'),
    'content/kinh-te/_drafts/l.md': article('title: L'),
    'content/_index.md': '---\ntitle: Trang chủ\n---\n',
    'content/kinh-te/_m.md': article('title: M'),
    'content/_static/n.html': '<p>N',
    'content/_data/o.txt': 'O',
  });
  const result = await site.build();
  expect(reported(result)).toEqual([
    'content/_index.md underscore-file info',
    'content/_posts/2026-01-01-i.md underscore-folder warning',
    'content/kinh-te/_drafts/l.md underscore-folder warning',
    'content/kinh-te/a.mdx unread-text warning',
    'content/kinh-te/c.html unread-text warning',
    'content/kinh-te/d.md.txt unread-text warning',
    'content/kinh-te/e.rst unread-text warning',
    'content/kinh-te/g.DOCX unread-text warning',
  ]);
  expect(result.messages.map(({ values }) => values)).toEqual(
    expect.arrayContaining([
      { count: 2, names: 'content/_index.md, content/kinh-te/_m.md' },
      {
        count: 2,
        what: 'content/_posts',
        names: 'content/_posts/2026-01-01-i.md, content/_posts/2026-01-02-k.markdown',
      },
      { count: 2, what: '.mdx', names: 'content/kinh-te/a.mdx, content/kinh-te/b.mdx' },
      { count: 1, what: '.md.txt', names: 'content/kinh-te/d.md.txt' },
    ]),
  );
});

test('.markdown and endings in capitals are Markdown', async () => {
  const site = inlineSite({
    'content/xa-hoi/_index.markdown': '---\ntitle: Xã hội\n---\n',
    'content/xa-hoi/2026-11-10-a.markdown':
      '---\ntitle: A\nrelated: [b.MD, c]\n---\n[B](b.MD) [C](c) [C](c/index.markdown)\n',
    'content/xa-hoi/b.MD': article('title: B\nauthors: [khang]'),
    'content/xa-hoi/c/index.markdown': article('title: C', '![Ảnh](a.svg)'),
    'content/xa-hoi/c/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    'content/xa-hoi/d/index.markdown': article('title: D\nstatus: draft'),
    'content/xa-hoi/d/thu.pdf': '%PDF-1.4',
    'content/xa-hoi/e.md': article(
      'title: E',
      '[D](d/index.markdown) [D](d) [thư](d/thu.pdf) [nguồn](/xa-hoi/d/index.markdown)',
    ),
    'content/gioi-thieu.markdown': '---\ntitle: Giới thiệu\n---\nx\n',
    'content/_authors/khang.markdown': '---\nname: Minh Khang\n---\nx\n',
  });
  expect(reported(await site.build())).toEqual([
    'content/xa-hoi/e.md:5:1 unpublished-link warning',
    'content/xa-hoi/e.md:5:23 unpublished-link warning',
    'content/xa-hoi/e.md:5:30 unpublished-file warning',
    'content/xa-hoi/e.md:5:47 unpublished-link warning',
  ]);
  expect(site.read('xa-hoi/a/index.html')).toContain(
    '<a href="/xa-hoi/b/">B</a> <a href="/xa-hoi/c/">C</a> <a href="/xa-hoi/c/">C</a>',
  );
  expect(site.read('xa-hoi/b/index.html')).toContain('href="/tac-gia/khang/"');
  expect(site.has('gioi-thieu/index.html')).toBe(true);
  expect([...site.tree().keys()].filter((file) => /\/d\/|thu/.test(file))).toEqual([]);
});

test('profiles are read from _authors/ itself alone', async () => {
  const profile = '---\nname: A\n---\n';
  const site = inlineSite({
    'content/_authors/a.md': profile,
    'content/_authors/_mau.md': profile,
    'content/_authors/cu/b.md': profile,
    'content/_authors/cu/nhom/c.md': profile,
    'content/_authors/_cu/d.md': profile,
  });
  const { messages } = await site.build();
  expect(messages.map(({ rule, values }) => [rule, values])).toEqual([
    ['author-folder', { count: 1, what: 'content/_authors/_cu', names: 'content/_authors/_cu/d.md' }],
    ['underscore-file', { count: 1, names: 'content/_authors/_mau.md' }],
    [
      'author-folder',
      {
        count: 2,
        what: 'content/_authors/cu',
        names: 'content/_authors/cu/b.md, content/_authors/cu/nhom/c.md',
      },
    ],
  ]);
});
