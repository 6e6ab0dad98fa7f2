/**
 * What GitHub's extensions mean, case by case; `html` is what remark-rehype and rehype-stringify make of the
 * tree.
 */
export interface GfmCase {
  readonly name: string;
  readonly markdown: string;
  readonly html: string;
}

export const gfmCases: readonly GfmCase[] = [
  {
    name: 'table, plain',
    markdown: '| a | b |\n| - | - |\n| 1 | 2 |\n',
    html: '<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>',
  },
  {
    name: 'table, alignment of all kinds',
    markdown: '| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |\n',
    html: '<table>\n<thead>\n<tr>\n<th align="left">a</th>\n<th align="center">b</th>\n<th align="right">c</th>\n<th>d</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align="left">1</td>\n<td align="center">2</td>\n<td align="right">3</td>\n<td>4</td>\n</tr>\n</tbody>\n</table>',
  },
  {
    name: 'table without outer pipes',
    markdown: 'a | b\n--|--\n1 | 2\n',
    html: '<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>',
  },
  {
    name: 'table with an escaped pipe',
    markdown: '| a |\n|---|\n| x \\| y |\n',
    html: '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>x | y</td>\n</tr>\n</tbody>\n</table>',
  },
  {
    name: 'table with a pipe in code',
    markdown: '| a |\n|---|\n| `x \\| y` |\n',
    html: '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><code>x | y</code></td>\n</tr>\n</tbody>\n</table>',
  },
  {
    name: 'table with too few cells',
    markdown: '| a | b |\n|---|---|\n| 1 |\n',
    html: '<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td></td>\n</tr>\n</tbody>\n</table>',
  },
  {
    name: 'table with too many cells',
    markdown: '| a | b |\n|---|---|\n| 1 | 2 | 3 |\n',
    html: '<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>',
  },
  {
    name: 'table without rows',
    markdown: '| a | b |\n|---|---|\n',
    html: '<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n</table>',
  },
  {
    name: 'table that a paragraph does not become: wrong number of delimiters',
    markdown: '| a | b |\n|---|\n| 1 | 2 |\n',
    html: '<p>| a | b |\n|---|\n| 1 | 2 |</p>',
  },
  {
    name: 'table after a paragraph',
    markdown: 'Chữ\n| a |\n|---|\n| 1 |\n',
    html: '<p>Chữ</p>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>',
  },
  {
    name: 'table ended by a quotation',
    markdown: '| a |\n|---|\n| 1 |\n> q\n',
    html: '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>\n<blockquote>\n<p>q</p>\n</blockquote>',
  },
  {
    name: 'table ended by a blank line',
    markdown: '| a |\n|---|\n| 1 |\n\nchữ\n',
    html: '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>\n<p>chữ</p>',
  },
  {
    name: 'table whose last row is text',
    markdown: '| a |\n|---|\n| 1 |\nchữ\n',
    html: '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n<tr>\n<td>chữ</td>\n</tr>\n</tbody>\n</table>',
  },
  {
    name: 'table in a quotation',
    markdown: '> | a |\n> |---|\n> | 1 |\n',
    html: '<blockquote>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>\n</blockquote>',
  },
  {
    name: 'table in a list',
    markdown: '- | a |\n  |---|\n  | 1 |\n',
    html: '<ul>\n<li>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>\n</li>\n</ul>',
  },
  {
    name: 'table with inline markup',
    markdown: '| *a* | ~~b~~ |\n|---|---|\n| **1** | [x](https://b.vn) |\n',
    html: '<table>\n<thead>\n<tr>\n<th><em>a</em></th>\n<th><del>b</del></th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><strong>1</strong></td>\n<td><a href="https://b.vn">x</a></td>\n</tr>\n</tbody>\n</table>',
  },
  {
    name: 'table with empty cells',
    markdown: '| | b |\n|---|---|\n| | 2 |\n',
    html: '<table>\n<thead>\n<tr>\n<th></th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td></td>\n<td>2</td>\n</tr>\n</tbody>\n</table>',
  },
  { name: 'strikethrough with two tildes', markdown: '~~bỏ~~\n', html: '<p><del>bỏ</del></p>' },
  { name: 'strikethrough with one tilde', markdown: '~bỏ~\n', html: '<p><del>bỏ</del></p>' },
  { name: 'strikethrough not with three tildes', markdown: 'a ~~~bỏ~~~\n', html: '<p>a ~~~bỏ~~~</p>' },
  { name: 'strikethrough within a word', markdown: 'Việt~~Nam~~\n', html: '<p>Việt<del>Nam</del></p>' },
  {
    name: 'strikethrough with emphasis',
    markdown: '~~*bỏ*~~ *~~bỏ~~*\n',
    html: '<p><del><em>bỏ</em></del> <em><del>bỏ</del></em></p>',
  },
  { name: 'strikethrough not across paragraphs', markdown: '~~a\n\nb~~\n', html: '<p>~~a</p>\n<p>b~~</p>' },
  { name: 'strikethrough next to spaces is none', markdown: '~~ a ~~\n', html: '<p>~~ a ~~</p>' },
  {
    name: 'autolink www',
    markdown: 'www.example.vn\n',
    html: '<p><a href="http://www.example.vn">www.example.vn</a></p>',
  },
  {
    name: 'autolink with path and query',
    markdown: 'https://example.vn/a/b?c=d&e=f#g\n',
    html: '<p><a href="https://example.vn/a/b?c=d&#x26;e=f#g">https://example.vn/a/b?c=d&#x26;e=f#g</a></p>',
  },
  {
    name: 'autolink without the full stop after it',
    markdown: 'Xem https://example.vn/a.\n',
    html: '<p>Xem <a href="https://example.vn/a">https://example.vn/a</a>.</p>',
  },
  {
    name: 'autolink in parentheses',
    markdown: '(https://example.vn/a)\n',
    html: '<p>(<a href="https://example.vn/a">https://example.vn/a</a>)</p>',
  },
  {
    name: 'autolink with balanced parentheses',
    markdown: 'https://example.vn/a_(b)\n',
    html: '<p><a href="https://example.vn/a_(b)">https://example.vn/a_(b)</a></p>',
  },
  {
    name: 'autolink before an entity',
    markdown: 'https://example.vn/a&copy;\n',
    html: '<p><a href="https://example.vn/a">https://example.vn/a</a>©</p>',
  },
  {
    name: 'autolink ended by a less-than sign',
    markdown: 'https://example.vn/a<b\n',
    html: '<p><a href="https://example.vn/a">https://example.vn/a</a>&#x3C;b</p>',
  },
  {
    name: 'autolink of an e-mail address',
    markdown: 'toa.soan@example.vn\n',
    html: '<p><a href="mailto:toa.soan@example.vn">toa.soan@example.vn</a></p>',
  },
  {
    name: 'autolink of an e-mail address with a plus sign',
    markdown: 'a+b@example.vn\n',
    html: '<p><a href="mailto:a+b@example.vn">a+b@example.vn</a></p>',
  },
  {
    name: 'autolink of no e-mail address with a final hyphen',
    markdown: 'a@example-\n',
    html: '<p>a@example-</p>',
  },
  {
    name: 'autolink after a letter is none',
    markdown: 'xhttps://example.vn\n',
    html: '<p>xhttps://example.vn</p>',
  },
  {
    name: 'autolink not within a link',
    markdown: '[www.example.vn](https://b.vn)\n',
    html: '<p><a href="https://b.vn">www.example.vn</a></p>',
  },
  {
    name: 'autolink not within code',
    markdown: '`www.example.vn`\n',
    html: '<p><code>www.example.vn</code></p>',
  },
  {
    name: 'autolink of http',
    markdown: 'http://example.vn\n',
    html: '<p><a href="http://example.vn">http://example.vn</a></p>',
  },
  {
    name: 'task list',
    markdown: '- [ ] a\n- [x] b\n',
    html: '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" disabled> a</li>\n<li class="task-list-item"><input type="checkbox" checked disabled> b</li>\n</ul>',
  },
  {
    name: 'task list, upper case',
    markdown: '- [X] a\n',
    html: '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" checked disabled> a</li>\n</ul>',
  },
  {
    name: 'task list, numbered',
    markdown: '1. [ ] a\n2. [x] b\n',
    html: '<ol class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" disabled> a</li>\n<li class="task-list-item"><input type="checkbox" checked disabled> b</li>\n</ol>',
  },
  {
    name: 'task list, loose',
    markdown: '- [ ] a\n\n- [x] b\n',
    html: '<ul class="contains-task-list">\n<li class="task-list-item">\n<p><input type="checkbox" disabled> a</p>\n</li>\n<li class="task-list-item">\n<p><input type="checkbox" checked disabled> b</p>\n</li>\n</ul>',
  },
  {
    name: 'task list, nested',
    markdown: '- [ ] a\n  - [x] b\n',
    html: '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" disabled> a\n<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" checked disabled> b</li>\n</ul>\n</li>\n</ul>',
  },
  { name: 'task list, no space after the box', markdown: '- [x]a\n', html: '<ul>\n<li>[x]a</li>\n</ul>' },
  { name: 'task list, box not at the beginning', markdown: '- a [x]\n', html: '<ul>\n<li>a [x]</li>\n</ul>' },
  {
    name: 'task list with markup',
    markdown: '- [x] *a* `b`\n',
    html: '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" checked disabled> <em>a</em> <code>b</code></li>\n</ul>',
  },
  {
    name: 'footnote',
    markdown: 'Chữ[^1].\n\n[^1]: Chú thích.\n',
    html: '<p>Chữ<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup>.</p>\n<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2>\n<ol>\n<li id="user-content-fn-1">\n<p>Chú thích. <a href="#user-content-fnref-1" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a></p>\n</li>\n</ol>\n</section>',
  },
  {
    name: 'footnote with a name',
    markdown: 'Chữ[^nguồn].\n\n[^nguồn]: Chú thích.\n',
    html: '<p>Chữ<sup><a href="#user-content-fn-ngu%E1%BB%93n" id="user-content-fnref-ngu%E1%BB%93n" data-footnote-ref aria-describedby="footnote-label">1</a></sup>.</p>\n<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2>\n<ol>\n<li id="user-content-fn-ngu%E1%BB%93n">\n<p>Chú thích. <a href="#user-content-fnref-ngu%E1%BB%93n" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a></p>\n</li>\n</ol>\n</section>',
  },
  {
    name: 'footnote twice referred to',
    markdown: 'a[^1] b[^1]\n\n[^1]: c\n',
    html: '<p>a<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup> b<sup><a href="#user-content-fn-1" id="user-content-fnref-1-2" data-footnote-ref aria-describedby="footnote-label">1</a></sup></p>\n<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2>\n<ol>\n<li id="user-content-fn-1">\n<p>c <a href="#user-content-fnref-1" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a> <a href="#user-content-fnref-1-2" data-footnote-backref="" aria-label="Back to reference 1-2" class="data-footnote-backref">↩<sup>2</sup></a></p>\n</li>\n</ol>\n</section>',
  },
  { name: 'footnote never referred to', markdown: 'a\n\n[^1]: c\n', html: '<p>a</p>' },
  { name: 'footnote not defined', markdown: 'a[^1]\n', html: '<p>a[^1]</p>' },
  {
    name: 'footnote of several paragraphs',
    markdown: 'a[^1]\n\n[^1]: c\n\n    d\n',
    html: '<p>a<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup></p>\n<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2>\n<ol>\n<li id="user-content-fn-1">\n<p>c</p>\n<p>d <a href="#user-content-fnref-1" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a></p>\n</li>\n</ol>\n</section>',
  },
  {
    name: 'footnote numbers follow the text',
    markdown: 'a[^b] c[^a]\n\n[^a]: A\n[^b]: B\n',
    html: '<p>a<sup><a href="#user-content-fn-b" id="user-content-fnref-b" data-footnote-ref aria-describedby="footnote-label">1</a></sup> c<sup><a href="#user-content-fn-a" id="user-content-fnref-a" data-footnote-ref aria-describedby="footnote-label">2</a></sup></p>\n<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2>\n<ol>\n<li id="user-content-fn-b">\n<p>B <a href="#user-content-fnref-b" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a></p>\n</li>\n<li id="user-content-fn-a">\n<p>A <a href="#user-content-fnref-a" data-footnote-backref="" aria-label="Back to reference 2" class="data-footnote-backref">↩</a></p>\n</li>\n</ol>\n</section>',
  },
  {
    name: 'footnote with code and list',
    markdown: 'a[^1]\n\n[^1]: c\n\n    - d\n    - e\n',
    html: '<p>a<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup></p>\n<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2>\n<ol>\n<li id="user-content-fn-1">\n<p>c</p>\n<ul>\n<li>d</li>\n<li>e</li>\n</ul>\n<a href="#user-content-fnref-1" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a>\n</li>\n</ol>\n</section>',
  },
  {
    name: 'footnote in a table',
    markdown: '| a[^1] |\n|---|\n| b |\n\n[^1]: c\n',
    html: '<table>\n<thead>\n<tr>\n<th>a<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup></th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2>\n<ol>\n<li id="user-content-fn-1">\n<p>c <a href="#user-content-fnref-1" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a></p>\n</li>\n</ol>\n</section>',
  },
  { name: 'hard break in a list item', markdown: '- a  \n  b\n', html: '<ul>\n<li>a<br>\nb</li>\n</ul>' },
];
