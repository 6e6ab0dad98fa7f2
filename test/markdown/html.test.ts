import { describe, expect, it } from 'vitest';

import { render, reported, shown } from './render.ts';

const cleaned = async (text: string): Promise<string> => shown(await render(text));

describe('raw HTML', () => {
  it.each([
    [
      'details',
      '<details open><summary>a</summary>\n\nb\n\n</details>',
      '<details open><summary>a</summary>\n<p>b</p>\n</details>',
    ],
    [
      'inline marks',
      'a<sub>b</sub><sup>c</sup><kbd>d</kbd><mark>e</mark><cite>f</cite><abbr title="g">h</abbr>',
      '<p>⟦d⟧a<sub>b</sub><sup>c</sup><kbd>d</kbd><mark>e</mark><cite>f</cite><abbr title="g">h</abbr></p>',
    ],
    ['breaks', 'a<br>b\n\n<hr>', '<p>⟦d⟧a<br>b</p>\n<hr>'],
    [
      'a figure',
      '<figure><img src="a.jpg" alt="b"><figcaption>c</figcaption></figure>',
      '<figure>⟦0⟧<figcaption>c</figcaption></figure>',
    ],
    [
      'a table',
      '<table><caption>t</caption><tr><th colspan="2">a</th></tr><tr><td rowspan="2">b</td></tr></table>',
      '<section class="table-scroll" tabindex="0" aria-label="Bảng"><table><caption>t</caption><tbody><tr><th colspan="2">a</th></tr><tr><td rowspan="2">b</td></tr></tbody></table></section>',
    ],
    ['span and div', '<div><span lang="en">a</span></div>', '<div><span lang="en">a</span></div>'],
  ])('keeps %s', async (_name, text, html) => {
    const result = await render(text);
    expect(shown(result)).toBe(html);
    expect(result.messages).toEqual([]);
  });

  it.each([
    ['<script>alert(1)</script>', '', '1:1 html-removed <script>'],
    ['a <script>alert(1)</script> b', '<p>⟦d⟧a  b</p>', '1:3 html-removed <script>'],
    ['<style>p{}</style>', '', '1:1 html-removed <style>'],
    ['<iframe src="https://a.example"></iframe>', '', '1:1 html-removed <iframe src="https://a.example">'],
    ['<svg onload=alert(1)><title>x</title></svg>', '<p>⟦d⟧x</p>', '1:1 html-removed <svg>'],
    [
      '<p style="color:red" onclick="x()" class="b">a</p>',
      '<p>⟦d⟧a</p>',
      '1:1 html-reduced class, onclick, style',
    ],
    ['<img src=x onerror=alert(1) alt="a">', '⟦0⟧', '1:1 html-reduced onerror'],
    ['<form action="/x"><input name="a">b</form>', 'b', '1:1 html-reduced <form>'],
    ['<input type="checkbox" disabled>', '', '1:1 html-removed <input>'],
    ['<div><td>a</td></div>', '<div>a</div>', ''],
    ['<td>a</td>', 'a', '1:1 html-reduced <td>'],
    ['<custom-element>a</custom-element>', '<p>⟦d⟧a</p>', '1:1 html-reduced <custom-element>'],
    ['<a href="java&#10;script:x">a</a>', '<p>⟦d⟧<a>a</a></p>', '1:1 html-removed javascript:'],
    ['<a href="&#x1;javascript&colon;x">a</a>', '<p>⟦d⟧<a>a</a></p>', '1:1 html-removed javascript:'],
    ['<!-- a -->', '', ''],
    ['<?php x ?>', '', ''],
  ])('cleans %j', async (text, html, message) => {
    const result = await render(text);
    expect(shown(result).trim()).toBe(html);
    expect(reported(result).slice(0, 1).join()).toBe(message);
  });

  it.each([
    ['<p hidden>bí mật</p>', '<p hidden>'],
    ['<div style="color:red; display: none">bí mật</div>', '<div style="display: none">'],
    ['<b style="DISPLAY:NONE!important">bí mật</b>', '<b style="DISPLAY:NONE!important">'],
    ['<span style="visibility:hidden">bí mật</span>', '<span style="visibility:hidden">'],
    ['<span style="font-size:0px;">bí mật</span>', '<span style="font-size:0px">'],
    ['<span style="opacity:0">bí mật</span>', '<span style="opacity:0">'],
    ['<template>bí mật</template>', '<template>'],
    ['<template><p>bí mật</p></template>', '<template>'],
    ['<dialog>bí mật</dialog>', '<dialog>'],
    ['<div hidden>\n\nbí **mật**\n\n</div>', '<div hidden>'],
    ['<table><tr hidden><td>bí mật</td></tr></table>', '<tr hidden>'],
  ])('hides %j', async (text, what) => {
    const result = await render(`${text}\n\nSau`);
    expect(shown(result)).not.toMatch(/bí|mật/);
    expect(shown(result)).toContain('Sau');
    expect(result.excerpt).toBe('Sau');
    expect(reported(result)).toContainEqual(expect.stringMatching(/^1:\d+ hidden-text /));
    expect(reported(result).join()).toContain(`hidden-text ${what}`);
  });
  it.each([
    '<p hidden></p>',
    '<p style="display:block">a</p>',
    '<p style="opacity:0.5; font-size: 0.8em">a</p>',
  ])('%j hides nothing', async (text) => {
    expect(reported(await render(text)).join()).not.toContain('hidden-text');
  });
  it('does not show hidden text in excerpts where all HTML is allowed', async () => {
    expect((await render('<p hidden>bí mật</p>\n\nSau', { html: 'allow' })).excerpt).toBe('Sau');
  });
  it('tells what is lost each, and what is not all at once', async () => {
    const result = await render(
      '<p class="MsoNormal" style="margin:0">a</p>\n\n<iframe src="https://v.example/1"></iframe>\n\n<p class="x">b <font>c</font></p>\n\n<video><source src="a.mp4"></video>',
    );
    expect(reported(result)).toEqual([
      '1:1 html-reduced class (2), <font>, style',
      '3:1 html-removed <iframe src="https://v.example/1">',
      '7:1 html-removed <video src="a.mp4">',
    ]);
  });
  it.each([
    ['<a href="https://a.vn" rel="nofollow stylesheet">a</a>', 'rel="nofollow external noopener"'],
    ['<table><tr><td style="text-align:right">a</td></tr></table>', '<td class="align-right">'],
    ['<table><tr><th style="TEXT-ALIGN: Center;">a</th></tr></table>', '<th class="align-center">'],
    ['<table><tr><td align="right">a</td></tr></table>', '<td class="align-right">'],
  ])('keeps what is meant by %j', async (text, html) => {
    const result = await render(text);
    expect(shown(result)).toContain(html);
    expect(result.messages).toEqual([]);
  });

  it('is reported at its line in the file', async () => {
    expect(
      reported(
        await render('a\n\nb <script>x</script>\n\n<div>\n<p onclick="x">c</p>\n</div>\n', { line: 10 }),
      ),
    ).toEqual(['12:3 html-removed <script>', '15:1 html-reduced onclick']);
  });
  it('has ids with a prefix, which links in the page find', async () => {
    expect(await cleaned('<p id="a">b</p>\n\n[c](#a)')).toBe(
      '<p id="user-content-a">⟦d⟧b</p>\n<p><a href="#user-content-a">c</a></p>',
    );
  });
  it('cannot take an id twice', async () =>
    expect(await cleaned('<b id="a">b</b><b id="a">c</b>')).toBe(
      '<p>⟦d⟧<b id="user-content-a">b</b><b>c</b></p>',
    ));
  it('cannot write tokens', async () => {
    const result = await render(
      '<b title="&#xFDD0;0&#xFDD1;">\uFDD00\uFDD1 &#xFDD0;0&#xFDD1;</b> <i \uFDD0="0">a <i data-\uFDD0="0">b',
    );
    expect(shown(result)).toBe('<p>⟦d⟧<b title="�0�">�0� �0�</b> &#x3C;i �="0">a &#x3C;i data-�="0">b</p>');
  });
  it('does not touch what Markdown made beside it', async () => {
    expect(await cleaned('- [x] a\n\n<b>c</b>[^1]\n\n[^1]: d')).toContain(
      '<li class="task-list-item"><input type="checkbox" checked disabled aria-label="Đã xong"> a</li>',
    );
    expect(await cleaned('<b>c</b>[^1]\n\n[^1]: d')).toContain(
      '<a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a>',
    );
    expect(await cleaned('<b>c</b>\n\n```js\nlet a\n```')).toContain('<code class="hljs language-js">');
  });
  it('leaves the rest of the document alone, however broken', async () => {
    for (const broken of [
      '<div><b>',
      '</div></article>',
      '<plaintext>',
      '<textarea>',
      '<table><tr>',
      '<select>',
      '<title>',
      '<svg><style>',
      '<iframe>',
      '<script>',
      '<style>',
      '<xmp>',
      '<noframes>',
      '<noembed>',
      '<object>',
      '<video>',
      '<math><mtext>',
      '<!--',
      '<![CDATA[',
      '<frameset>',
      '<a href="x">',
      '<button>',
      '<option>',
    ])
      expect(await cleaned(`a ${broken}\n\nSau cùng\n`), broken).toContain('Sau cùng');
  });
  it('is kept where all HTML is allowed', async () => {
    const result = await render('<p onclick="x">a [b](c.md)</p><script>let a = "<b>"</script>\n', {
      html: 'allow',
    });
    expect(shown(result)).toBe('<p onclick="x">⟦d⟧a [b](c.md)</p><script>let a = "<b>"</script>');
    expect(result.messages).toEqual([]);
  });
  it('is shown as text where it is escaped', async () => {
    const result = await render('<div onclick="x">\n\na <b>c</b>', { html: 'escape' });
    expect(shown(result)).toBe('<p>⟦d⟧&#x3C;div onclick="x"></p>\n<p>a &#x3C;b>c&#x3C;/b></p>');
    expect(result.messages).toEqual([]);
  });
});
