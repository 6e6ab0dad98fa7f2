import { expect, test } from 'vitest';
import { toPlainText } from '../../src/front-matter/plain-text.ts';
import { article, inlineSite, reported } from '../inline-site.ts';

test.each([
  ['Giá lúa', 'Giá lúa'],
  ['R&amp;D', 'R&D'],
  ['Người d&acirc;n n&oacute;i &#8220;kh&ocirc;ng&#8221;', 'Người dân nói “không”'],
  ['It&#8217;s &#x2014; here', 'It’s — here'],
  ['A <em>great</em> day', 'A great day'],
  ['Dòng một<br />dòng hai', 'Dòng một dòng hai'],
  ['<p>Một</p><p>Hai</p>', 'Một Hai'],
  ['Xem <a href="x" title="a">tin</a>', 'Xem tin'],
  ['Thẻ &lt;em&gt; trong HTML', 'Thẻ <em> trong HTML'],
  ['&amp;lt;', '&lt;'],
  ['5 < 6 và 7 > 2', '5 < 6 và 7 > 2'],
  ['<3 và <tên>', '<3 và <tên>'],
  ['AT&T, Q&A, a&copyb', 'AT&T, Q&A, a&copyb'],
  ['&khong;', '&khong;'],
  ['<br>', '<br>'],
])('%j is %j', (text, plain) => expect(toPlainText(text)).toBe(plain));

test('nothing is shown raw, on any page, in any list, feed or card', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article(
      'title: R&amp;D <em>tăng</em>\nsummary: "Người d&acirc;n &#8220;vui&#8221;<br>nhiều"\nauthors: [M&ocirc; An]\ntags: [R&amp;D]\nattachments: [{ src: b.csv, title: "B&aacute;o c&aacute;o" }]\ncorrections: [{ date: 2026-11-17, text: "S&#7917;a" }]',
    ),
    'content/kinh-te/b.csv': 'a',
    'content/gioi-thieu.md': '---\ntitle: Gi&#7899;i <b>thiệu</b>\n---\n\nLời.\n',
    'content/xa-hoi/_index.md': '---\ntitle: X&atilde; hội\ndescription: V&#7873; <i>dân</i>\n---\n',
  });
  expect(reported(await site.build())).toEqual([]);
  const page = site.read('kinh-te/a/index.html');
  expect(page).toContain('R&amp;D tăng');
  expect(page).toContain('Báo cáo');
  expect(page).toContain('Sửa');
  expect(site.read('kinh-te/index.html')).toContain('Người dân “vui” nhiều');
  expect(site.read('xa-hoi/index.html')).toContain('Về dân');
  for (const [name, bytes] of site.tree())
    if (/\.(?:html|xml|json)$/.test(name)) {
      expect(bytes.toString(), name).not.toMatch(
        /&amp;(?:amp|#\d+|[a-z]+(?:acute|circ|tilde));|&lt;\/?(?:em|b|i|br)&gt;/,
      );
      expect(bytes.toString(), name).not.toMatch(/R&amp;amp|<em>tăng/);
    }
});
