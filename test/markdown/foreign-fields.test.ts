import { expect, test } from 'vitest';
import { explain } from '../../src/diagnostics/print.ts';
import { article, configuration, inlineSite } from '../inline-site.ts';

/** What is said of templates in the fields of an article. */
async function told(fields: string, options?: string): Promise<string[]> {
  const site = inlineSite({
    'content/kinh-te/a.md': article(fields),
    ...(options !== undefined && { 'broadsheet.config.ts': configuration(options) }),
  });
  const { messages } = await site.build();
  return messages
    .filter(({ rule }) => rule === 'foreign-markup')
    .map(({ line, column, values }) => `${line}:${column} ${values.key} ${values.found}`);
}

test.each([
  ['title: "Tin {{ site.title }}"', '2:8 title {{ site.title }}'],
  ["title: '{{< ref a.md >}} mới'", '2:8 title {{< ref a.md >}}'],
  ['title: Tin {% raw %}', '2:8 title {% raw %}'],
  ['title: Tin <%= ten %>', '2:8 title <%= ten %>'],
  ['title: A\nsummary: Xem [caption id="1"]ảnh[/caption].', '3:10 summary [caption id="1"]'],
  ['title: A\nsummary: |\n  Xem\n  [gallery]', '3:10 summary [gallery]'],
  ['title: A\nimage:\n  src: https://a.vn/a.jpg\n  alt: Lúa {{ x }}', '5:8 image.alt {{ x }}'],
  ['title: A\ncorrections:\n  - date: 2026-11-17\n    text: Sửa {{ x }}', '5:11 corrections.0.text {{ x }}'],
])('%j', async (fields, expected) => expect(await told(fields)).toEqual([expected]));

test.each([
  'title: "Tin &#123;{ x }}"',
  'title: "[Ảnh] Lúa :smile: ==chín=="',
  'title: A\ndescription: "{{ x }}"',
  'title: A\nextra: { a: "{{ x }}" }',
])('%j is no markup of others', async (fields) => expect(await told(fields)).toEqual([]));

test('under a name of the site', async () =>
  expect(await told('title: A\ndescription: "{{ x }}"', "keys: { description: 'summary' }")).toEqual([
    '3:14 description {{ x }}',
  ]));

test('the remedy says how', () => {
  const of = (values: Readonly<Record<string, string>>) =>
    explain({ rule: 'foreign-markup', severity: 'warning', path: 'a.md', values }, 'en').remedy;
  expect(of({ found: '{{ x }}', key: 'title' })).toBe(
    'Write it in Markdown; if it is meant as text, put “\\” in front. But “title” is plain text and takes neither: remove it here, or write “&#123;” for a brace and “&#91;” for a bracket that is meant.',
  );
  expect(of({ found: '[[toc]]', plugin: 'remark-toc', heading: '## Contents' })).toBe(
    'Write it in Markdown, or add the plugin remark-toc to “markdown.remarkPlugins” and write the heading “## Contents” in its place; if it is meant as text, put “\\” in front.',
  );
  expect(of({ found: '{{ x }}' })).toBe('Write it in Markdown; if it is meant as text, put “\\” in front.');
});
