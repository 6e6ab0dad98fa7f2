import { describe, expect, it } from 'vitest';

import { classifyUrl } from '../../src/addresses/classify-url.ts';
import { readableUrl } from '../../src/markdown/readable-url.ts';
import { render, reported, shown } from './render.ts';

const site = { origin: 'https://bao.example', base: '/tin/' };
const kindOf = (url: string): string => {
  const target = classifyUrl(url, site);
  return target.kind === 'unsafe' ? `unsafe ${target.scheme}` : target.kind;
};

describe('classifyUrl', () => {
  it.each([
    ['bai.md', 'internal'],
    ['../kinh-te/', 'internal'],
    ['/tin/a/', 'internal'],
    ['?trang=2', 'internal'],
    ['', 'internal'],
    ['a/b:c', 'internal'],
    ['https://bao.example/tin/a', 'internal'],
    ['HTTPS://BAO.EXAMPLE:443/tin', 'internal'],
    ['//bao.example/tin/a', 'internal'],
    ['https://bao.example/khac/', 'external'],
    ['http://bao.example/tin/', 'external'],
    ['https://khac.example/', 'external'],
    ['//khac.example/', 'external'],
    ['/\\khac.example/', 'external'],
    ['\\\\khac.example', 'external'],
    ['https://[x', 'external'],
    ['#muc', 'fragment'],
    [' #muc', 'fragment'],
    ['mailto:a@b.example', 'contact'],
    ['TEL:+84', 'contact'],
    ['javascript:alert(1)', 'unsafe javascript'],
    ['JaVaScRiPt:alert(1)', 'unsafe javascript'],
    ['java\nscript:alert(1)', 'unsafe javascript'],
    ['\u0001 javascript:alert(1)', 'unsafe javascript'],
    ['\tjava\tscript\r:alert(1)', 'unsafe javascript'],
    ['data:text/html,x', 'unsafe data'],
    ['vbscript:x', 'unsafe vbscript'],
    ['ftp://a.example/', 'unsafe ftp'],
  ])('%j is %s', (url, kind) => expect(kindOf(url)).toBe(kind));
});

describe('readableUrl', () => {
  it.each([
    ['h%C3%ACnh.jpg', 'hình.jpg'],
    ['h%C3%ACnh%20m%E1%BB%99t.jpg', 'hình%20một.jpg'],
    ['100%25.jpg', '100%25.jpg'],
    ['%C3.jpg', '%C3.jpg'],
    ['%EF%B7%90.jpg', '%EF%B7%90.jpg'],
  ])('%s is %s', (encoded, readable) => expect(readableUrl(encoded)).toBe(readable));
});

describe('links', () => {
  it('within the site become tokens around their text', async () => {
    const result = await render(
      'Xem [*bài* này](../kinh-te/lúa.md "Lúa") và [trang](https://bao.example/a/).',
      { line: 7 },
    );
    expect(shown(result)).toBe('<p>⟦d⟧Xem ⟦0⟧<em>bài</em> này⟦/⟧ và ⟦1⟧trang⟦/⟧.</p>');
    expect(result.references).toEqual([
      { kind: 'link', url: '../kinh-te/lúa.md', title: 'Lúa', line: 7, column: 5 },
      { kind: 'link', url: 'https://bao.example/a/', line: 7, column: 45 },
    ]);
    expect(result.messages).toEqual([]);
  });
  it('to other sites are marked, and open in the same window', async () => {
    expect(shown(await render('[a](https://khac.example/?b&c "T")'))).toBe(
      '<p>⟦d⟧<a href="https://khac.example/?b&#x26;c" title="T" class="external" rel="external noopener">a</a></p>',
    );
  });
  it('around a picture alone have no arrow', async () => {
    expect(
      shown(await render('[![Lúa](a.jpg)](https://khac.example/) [![Lúa](a.jpg) b](https://khac.example/)')),
    ).toBe(
      '<p>⟦d⟧<a href="https://khac.example/" rel="external noopener">⟦0⟧</a> <a href="https://khac.example/" class="external" rel="external noopener">⟦1⟧ b</a></p>',
    );
  });
  it('to mail and telephone are left alone', async () => {
    expect(shown(await render('[a](mailto:a@b.example) [b](tel:+84123)'))).toBe(
      '<p>⟦d⟧<a href="mailto:a@b.example">a</a> <a href="tel:+84123">b</a></p>',
    );
  });
  it.each(['sanitise', 'escape'] as const)(
    'with other schemes give way to their text, in mode %s',
    async (html) => {
      const result = await render(
        '[a](javascript:alert(1)) [*b*](JAVA&#x53;CRIPT:x) <data:text/html,x>\n\n[c][d]\n\n[d]: vbscript:x',
        { html, line: 3 },
      );
      expect(shown(result)).toBe('<p>⟦d⟧a <em>b</em> data:text/html,x</p>\n<p>c</p>');
      expect(reported(result)).toEqual([
        '3:1 link-scheme javascript:alert(1), javascript',
        '3:26 link-scheme JAVASCRIPT:x, javascript',
        '3:51 link-scheme data:text/html,x, data',
        '5:1 link-scheme vbscript:x, vbscript',
      ]);
    },
  );
  it('with other schemes stay where all HTML is allowed', async () => {
    expect(shown(await render('[a](javascript:x)', { html: 'allow' }))).toBe(
      '<p>⟦d⟧<a href="javascript:x">a</a></p>',
    );
  });
  it('within the page stay where they lead to something', async () => {
    const result = await render(
      '[a](#duong-loi) [b](#đường-lối) [c](#Đường%20lối) [d](#) [e](#top) [f][1]\n\n## Đường lối\n\n[1]: #duong-loi',
    );
    expect(shown(result)).toBe(
      '<p>⟦d⟧<a href="#duong-loi">a</a> <a href="#duong-loi">b</a> <a href="#duong-loi">c</a> <a href="#">d</a> <a href="#top">e</a> <a href="#duong-loi">f</a></p>\n<h2 id="duong-loi">Đường lối</h2>',
    );
    expect(result.messages).toEqual([]);
  });
  it('within the page that lead nowhere give way to their text', async () => {
    const result = await render('a [b *c*](#d)', { line: 10 });
    expect(shown(result)).toBe('<p>⟦d⟧a b <em>c</em></p>');
    expect(reported(result)).toEqual(['10:3 dead-anchor #d, d']);
  });
});

describe('places that the author names', () => {
  it.each([
    ['## Giá {#gia-lua}\n\n[a](#gia-lua)', '<h2 id="gia-lua">Giá</h2>\n<p>⟦d⟧<a href="#gia-lua">a</a></p>'],
    ['Giá *lúa* {#Giá}\n---', '<h2 id="Giá">Giá <em>lúa</em></h2>'],
    ['# {#x}', ''],
    ['## a {#x}\n\n## b {#x}', '<h2 id="x">a</h2>\n<h2 id="b">b</h2>'],
    ['## a {#menu}', '<h2 id="a">a</h2>'],
    ['## a {x}', '<h2 id="a-x">a {x}</h2>'],
    ['## `{#x}`', '<h2 id="x"><code>{#x}</code></h2>'],
    [
      '<a name="phan-1"></a>Một [a](#phan-1)',
      '<p>⟦d⟧<a id="user-content-phan-1"></a>Một <a href="#user-content-phan-1">a</a></p>',
    ],
    ['<a name="b" id="c">x</a>', '<p>⟦d⟧<a id="user-content-c">x</a></p>'],
  ])('%j', async (text, html) => {
    const result = await render(text);
    expect(shown(result)).toBe(html);
    expect(reported(result)).toEqual([]);
  });
  it('where all HTML is allowed', async () => {
    const result = await render('<a name="phan-1"></a>Một [a](#phan-1)', { html: 'allow' });
    expect(shown(result)).toBe('<p>⟦d⟧<a id="phan-1"></a>Một <a href="#phan-1">a</a></p>');
  });
});

describe('footnotes', () => {
  it('speak the language of the document', async () => {
    const text = 'a[^nguồn]\n\n[^nguồn]: b';
    expect(shown(await render(text))).toBe(
      '<p>⟦d⟧a<sup><a href="#user-content-fn-ngu%E1%BB%93n" id="user-content-fnref-nguồn" data-footnote-ref aria-describedby="footnote-label">1</a></sup></p>\n' +
        '<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Chú thích</h2>\n<ol>\n<li id="user-content-fn-nguồn">\n' +
        '<p>b <a href="#user-content-fnref-ngu%E1%BB%93n" data-footnote-backref="" aria-label="Quay lại nội dung 1" class="data-footnote-backref">↩</a></p>\n</li>\n</ol>\n</section>',
    );
    expect(shown(await render(text, { lang: 'en' }))).toContain('aria-label="Back to reference 1"');
    expect((await render(text)).headings).toEqual([]);
  });
});
