import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { render, reported, shown } from './render.ts';

/** What is reported of a text by each parser, which say the same. */
const told = async (text: string): Promise<string[]> => {
  const [satteri, remark] = await Promise.all(
    (['satteri', 'remark'] as const).map(async (parser) => reported(await render(text, { parser }))),
  );
  expect(satteri).toEqual(remark);
  return (satteri ?? []).filter((message) => message.includes('foreign-markup'));
};

test.each([
  ['{{< youtube dQw4 >}}', '{{< youtube dQw4 >}}'],
  ['{{<youtube dQw4>}}', '{{<youtube dQw4>}}'],
  ['{{< figure\nsrc="a.jpg" >}}', '{{< figure'],
  ['{{% note %}}\nChữ\n{{% /note %}}', '{{% note %}}', '3:1 {{% /note %}}'],
  ['{% include video.html id="x" %}', '{% include video.html id="x" %}'],
  ['{%- if page.a -%}', '{%- if page.a -%}'],
  ['{# ghi chú #}', '{# ghi chú #}'],
  ['{{ site.title }}', '{{ site.title }}'],
  ['{{site.title}}', '{{site.title}}'],
  ['<%= title %>', '<%= title %>'],
  ['[caption id="a1" width="300"]![](https://a.vn/a.jpg) Chữ[/caption]', '[caption id="a1" width="300"]'],
  ['[gallery ids=1,2]', '[gallery ids=1,2]'],
  ['[gallery]', '[gallery]'],
  ['[su_note color="red"]', '[su_note color="red"]'],
  ['[b]đậm[/b]', '[b]'],
  ['[url=/a/]chữ[/url]', '[url=/a/]'],
  ['[[toc]]', '[[toc]]', 'remark-toc, ## Contents'],
  ['[TOC]', '[TOC]', 'remark-toc, ## Contents'],
  ['{:toc}', '{:toc}', 'remark-toc, ## Contents'],
  ['{: .no_toc }', '{: .no_toc }'],
  ['[[Trang khác|chữ]]', '[[Trang khác|chữ]]', 'remark-wiki-link'],
  ['![[hinh.png]]', '![[hinh.png]]', 'remark-wiki-link'],
  ['> [!INFO]\n> Chữ', '[!INFO]'],
  ['> [!NOTE] Tiêu đề\n> Chữ', '[!NOTE] Tiêu đề'],
  ['!!! note', '!!! note'],
  ['Vui :smile: quá', ':smile:', 'remark-emoji'],
  ['Vui :+1:', ':+1:', 'remark-emoji'],
  ['Chữ ==nổi bật== đây', '==nổi bật==', 'remark-flexible-markers'],
  ['H~2~O', '~2~', 'remark-supersub'],
  ['10 m^2^', '^2^', 'remark-supersub'],
  ['$$\nx\n$$', '$$', 'remark-math'],
])('%j', async (text, found, plugin = '') => {
  const [first, ...rest] = await told(text);
  const column = text.indexOf(found) + 1;
  const isPlace = /^\d/.test(plugin);
  expect(first).toBe(`1:${column} foreign-markup ${found}${plugin && !isPlace ? `, ${plugin}` : ''}`);
  const others = rest.map((message) => message.replace(' foreign-markup', ''));
  expect(others.filter((other) => !other.endsWith('remark-math'))).toEqual(isPlace ? [plugin] : []);
});

test.each([
  '`{{< youtube x >}}`',
  '```\n{{ site.title }}\n[caption id="a"]\n```',
  '    {% include x %}',
  '<!-- {{ x }} -->',
  '\\{{ x }}',
  '\\[gallery]',
  '[gallery](a.md)',
  '[gallery]\n\n[gallery]: https://a.vn/',
  '[x] [1] [sic] [Ảnh: An] [kỳ 2]',
  'Lúc 8:30:15, tỷ lệ 1:2:3, mục a:b:c, https://a.vn:80:a',
  'a==b==c, == không ==, 1 == 1',
  'Tăng 3~5 tuổi và 7~9 tuổi',
  'Giá $5 và $6, 2^10',
  'Hay quá!!! Thật!!!',
  '> [!NOTE]\n> Chữ',
  '[^1]\n\n[^1]: Chú thích',
  '[[1]](https://a.vn)',
  'Tiêu đề\n=====',
])('%j is no markup of others', async (text) => {
  expect(await told(text)).toEqual([]);
});

test('stands at its place in the file, in lists and links', async () => {
  expect(
    reported(await render('- a\n- {{ x }} và [b]({{site.url}}/b/)\n\n  [embed]\r\n', { line: 7 })).filter(
      (message) => message.includes('foreign-markup'),
    ),
  ).toEqual([
    '8:3 foreign-markup {{ x }}',
    '8:18 foreign-markup {{site.url}}',
    '10:3 foreign-markup [embed]',
  ]);
});

describe('a plugin that reads it', () => {
  const remarkSmile = () => (tree: Root) =>
    visit(tree, 'text', (node) => void (node.value = node.value.replace(':smile:', '😄')));

  test('says nothing more', async () => {
    const result = await render('Vui :smile: quá', { remarkPlugins: [remarkSmile] });
    expect(reported(result)).toEqual([]);
    expect(shown(result)).toBe('<p>⟦d⟧Vui 😄 quá</p>');
  });
});
