import { describe, expect, test } from 'vitest';
import { toPlainText } from '../src/front-matter/plain-text.ts';
import { attribute, elements, textOf } from './html.ts';
import { article, configuration, type Files, type InlineSite, inlineSite, reported } from './inline-site.ts';

const addresses = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'cite',
  'data',
  'poster',
  'background',
  'ping',
]);
const executable = /^[\0-\x20]*(?:javascript|vbscript|data)[\0-\x20]*:/i;

/** What could run in the reader's browser, besides the theme's own scripts. */
function dangers(html: string): string[] {
  return elements(html).flatMap((element) => {
    const { tagName, attrs } = element;
    const found: string[] = [];
    if (
      tagName === 'script' &&
      attribute(element, 'type') !== 'application/ld+json' &&
      !/^\/assets\/(?:reader|tools|viewer|blocks|search|search-help)-[0-9a-f]+\.js$/.test(
        attribute(element, 'src') ?? '',
      )
    )
      found.push('script');
    if (['iframe', 'object', 'embed', 'base', 'frame', 'applet', 'portal'].includes(tagName))
      found.push(tagName);
    if (tagName === 'meta' && attribute(element, 'http-equiv') === 'refresh')
      found.push(`refresh ${attribute(element, 'content')}`);
    for (const { name, value } of attrs) {
      if (/^on/i.test(name) || name === 'srcdoc' || name === 'xlink:href') found.push(`${tagName} ${name}`);
      if (addresses.has(name) && executable.test(value)) found.push(`${tagName} ${name}=${value}`);
      if (name === 'style' && /expression|url\s*\(|import/i.test(value)) found.push(`style ${value}`);
    }
    return found;
  });
}

test.each([
  ['<script>1</script>', 'script'],
  ['<p onclick=1>', 'p onclick'],
  ['<a href=" JavaScript:1">', 'a href= JavaScript:1'],
  ['<iframe>', 'iframe'],
  ['<template><img src=x onerror=1></template>', 'img onerror'],
])('%s is a danger', (html, danger) => expect(dangers(html)).toEqual([danger]));

const pagesOf = (site: InlineSite): [string, string][] =>
  [...site.tree()]
    .filter(([name]) => name.endsWith('.html'))
    .map(([name, content]) => [name, content.toString()]);

const attacks = [
  '<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '</title></textarea></style><svg onload=alert(1)>',
  '</script><script>alert(1)</script>',
  '<!--<script>alert(1)</script>-->',
  ']]><script>alert(1)</script>',
  '" onmouseover="alert(1)" x="',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&quot; onfocus=&quot;alert(1)',
  'javascript:alert(1)',
  '\u2028</script\u2029>',
  `\${alert(1)} {{7*7}} <%= 1 %>`,
];

describe.each(attacks)('%s', (attack) => {
  const quoted = JSON.stringify(attack);
  test('in every field of every kind of document runs nothing, and is said as plain text', async () => {
    const site = inlineSite({
      'broadsheet.config.ts': `export default { site: { title: ${quoted}, origin: 'https://bao.example', greeting: ${quoted}, description: ${quoted}, organisation: { name: ${quoted}, lines: [${quoted}], telephone: ${quoted} } } };`,
      'content/kinh-te/_index.md': `---\ntitle: ${quoted}\ndescription: ${quoted}\n---\n`,
      'content/_authors/an.md': `---\nname: ${quoted}\nrole: ${quoted}\naliases: [${JSON.stringify(`${attack}2`)}]\nimage: {src: hinh.svg, alt: ${quoted}}\n---\nTiểu sử.\n`,
      'content/_authors/hinh.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><rect width="9" height="9" onload="alert(1)"/></svg>',
      'content/gioi-thieu.md': `---\ntitle: ${quoted}\nsummary: ${quoted}\n---\nTrang.\n`,
      'content/kinh-te/a.md': article(
        [
          `title: ${quoted}`,
          `summary: ${quoted}`,
          `authors: [an, ${JSON.stringify(`Khách ${attack}`)}]`,
          `tags: [${quoted}, ${JSON.stringify(`a ${attack}`)}]`,
          `dateline: ${quoted}`,
          `image: {src: anh.svg, alt: ${quoted}, caption: ${quoted}, credit: ${quoted}}`,
          `attachments: [{src: tep.txt, title: ${quoted}}]`,
          `corrections: [{date: 2026-11-17, text: ${quoted}}]`,
          `extra: {a: ${quoted}}`,
          'aliases: [/cu.html]',
        ].join('\n'),
        'Một.',
      ),
      'content/kinh-te/anh.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><a href="javascript:alert(1)"><rect width="9" height="9"/></a></svg>',
      'content/kinh-te/tep.txt': 'x',
      'content/kinh-te/b.md': article(`title: B\nlink: https://ban.example/?a=${encodeURIComponent(attack)}`),
    });
    const result = await site.build();
    expect(result.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    const pages = pagesOf(site);
    expect(pages.length).toBeGreaterThan(8);
    for (const [name, html] of pages)
      expect({
        name,
        dangers: dangers(html).filter((danger) => danger !== 'refresh 0; url=/kinh-te/a/'),
      }).toEqual({ name, dangers: [] });
    for (const [name, content] of site.tree())
      if (name.endsWith('.svg')) expect(content.toString(), name).not.toMatch(/script|onload/i);
    const page = elements(site.read('kinh-te/a/index.html'));
    expect(textOf(page.find(({ tagName }) => tagName === 'h1') as never)).toBe(
      toPlainText(attack.normalize('NFC').trim()),
    );
    const data = page
      .filter(
        (element) => element.tagName === 'script' && attribute(element, 'type') === 'application/ld+json',
      )
      .flatMap((element) => (JSON.parse(textOf(element)) as { '@graph': { headline?: string }[] })['@graph']);
    expect(data.map(({ headline }) => headline)).toContain(toPlainText(attack.normalize('NFC').trim()));
  });

  test('in a body runs nothing', async () => {
    const site = inlineSite({
      'content/kinh-te/a.md': article(
        'title: A',
        `${attack}\n\n## ${attack}\n\n- ${attack}\n\n> ${attack}\n\n[${attack}](https://a.example/${attack} "${attack}")\n\n![${attack}](https://a.example/x.png "${attack}")\n\n| ${attack} |\n|---|\n| ${attack} |\n\nx[^1]\n\n[^1]: ${attack}`,
      ),
    });
    await site.build();
    for (const [name, html] of pagesOf(site))
      expect({ name, dangers: dangers(html) }).toEqual({ name, dangers: [] });
  });
});

test.each([
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="java\0script:alert(1)">x</a>',
  '<svg><a xlink:href="javascript:alert(1)"><text y="9">x</text></a></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
  '<details open ontoggle=alert(1)><summary>x</summary></details>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<base href="https://xau.example/">',
  '<meta http-equiv="refresh" content="0; url=https://xau.example/">',
  '<link rel="stylesheet" href="https://xau.example/a.css">',
  '<style>@import "https://xau.example/a.css";</style>',
  '<p style="background: url(https://xau.example/a)">x</p>',
  '<img src="x" srcset="javascript:alert(1) 2x" onerror="alert(1)">',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](&#x6A;avascript:alert(1))',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
  '`<script>alert(1)</script>`',
  '```html\n<script>alert(1)</script>\n```',
])('the body %s runs nothing and asks no other server', async (body) => {
  const site = inlineSite({ 'content/kinh-te/a.md': article('title: A', body) });
  await site.build();
  for (const [name, html] of pagesOf(site)) {
    expect({ name, dangers: dangers(html) }).toEqual({ name, dangers: [] });
    expect(html).not.toContain('xau.example');
  }
});

describe('what is private stays private', () => {
  const secrets = {
    amount: '1357924',
    email: 'rieng.tu@noi-bo.example',
    editor: 'bien-tap-vien-x',
    reason: 'ly-do-tu-choi-77',
    draft: 'Bản nháp chưa duyệt',
    file: 'tep-mat',
    later: 'Tin sáng mai',
  };
  const files: Files = {
    'content/kinh-te/_index.md': `---\ntitle: Kinh tế\neditors: [${secrets.editor}]\n---\n`,
    'content/_authors/an.md': `---\nname: An\nemail: ${secrets.email}\n---\n`,
    [`content/_authors/${secrets.editor}.md`]: '---\nname: Biên Tập\n---\n',
    'content/kinh-te/a.md': article(
      `title: A\nauthors: an\nroyalty: {pages: 2.5, photos: 3, amount: ${secrets.amount}}\napprovedBy: ${secrets.editor}\napprovedAt: 2026-11-15 17:17:17\nstatus: approved`,
    ),
    'content/kinh-te/nhap/index.md': article(
      `title: ${secrets.draft}\nstatus: draft\ntags: [thẻ-kín]\naliases: [/kin.html]\nimage: ${secrets.file}.svg\nattachments: [${secrets.file}.txt]`,
      `${secrets.reason} ![x](${secrets.file}2.svg)`,
    ),
    [`content/kinh-te/nhap/${secrets.file}.svg`]:
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    [`content/kinh-te/nhap/${secrets.file}2.svg`]:
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 9"/>',
    [`content/kinh-te/nhap/${secrets.file}.txt`]: secrets.reason,
    'content/kinh-te/tu-choi.md': article(`title: ${secrets.draft} 2\nstatus: rejected`, secrets.reason),
    'content/kinh-te/cho.md': article(`title: ${secrets.draft} 3\nstatus: pending`, secrets.reason),
    'content/kinh-te/mai.md': article(
      `title: ${secrets.later}\ndate: 2026-11-23 06:00\ntags: [thẻ-kín]`,
      secrets.reason,
    ),
    'content/kinh-te/het.md': article(`title: ${secrets.draft} 4\nexpires: 2026-11-20`, secrets.reason),
    'content/kinh-te/rut/index.md': article(
      `title: Đã rút\nsummary: ${secrets.reason}\nstatus: withdrawn\ntags: [thẻ-kín]\nimage: {src: ${secrets.file}.svg, alt: ${secrets.draft}}\nattachments: [${secrets.file}.txt]`,
      `${secrets.reason} ![x](${secrets.file}.svg)`,
    ),
    [`content/kinh-te/rut/${secrets.file}.svg`]:
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 7 9"/>',
    [`content/kinh-te/rut/${secrets.file}.txt`]: `${secrets.reason} 2`,
    'content/kinh-te/lien-ket.md': article(
      'title: Có liên kết\nrelated: [mai]',
      '[đến nháp](nhap/index.md) [đến mai](mai.md) [đến mai nữa](/kinh-te/mai/)',
    ),
  };

  test('in all the bytes of the output', async () => {
    const site = inlineSite(files);
    await site.build();
    const found: string[] = [];
    for (const [name, content] of site.tree()) {
      // A registered editor has a page of their own; it is the approval that is private.
      for (const [what, secret] of Object.entries(secrets))
        if (
          (content.includes(secret) || name.includes(secret)) &&
          !(what === 'editor' && /^(?:tac-gia\/|sitemap-pages)/.test(name))
        )
          found.push(`${what}: ${name}`);
      for (const word of [
        'thẻ-kín',
        'the-kin',
        'kin.html',
        'royalty',
        'approvedBy',
        '17:17:17',
        secrets.amount.replace(/(?=(?:\d{3})+$)/g, '.'),
      ])
        if (content.includes(word) || name.includes(word)) found.push(`${word}: ${name}`);
    }
    expect(found).toEqual([]);
    expect(
      [...site.tree().keys()].filter((name) => name.startsWith('kinh-te/') && name.endsWith('/index.html')),
    ).toEqual(
      [
        'kinh-te/a/index.html',
        'kinh-te/index.html',
        'kinh-te/lien-ket/index.html',
        'kinh-te/rut/index.html',
      ].sort(),
    );
    expect([...site.tree().keys()].filter((name) => name.startsWith('media/'))).toEqual([]);
    expect(site.read('kinh-te/lien-ket/index.html')).toContain('<p>đến nháp đến mai đến mai nữa</p>');
    expect(site.read('kinh-te/rut/index.html')).toContain('noindex');
    for (const list of [
      'index.html',
      'kinh-te/index.html',
      'rss.xml',
      'atom.xml',
      'sitemap-2026.xml',
      'luu-tru/2026/11/index.html',
    ])
      expect(site.read(list), list).not.toContain('/kinh-te/rut/');
  });

  test('until it is due, and again when it has ended', async () => {
    const site = inlineSite(files);
    await site.build();
    await site.build({ now: Date.parse('2026-11-23T06:00:00+07:00') });
    for (const list of [
      'index.html',
      'kinh-te/index.html',
      'rss.xml',
      'sitemap-2026.xml',
      'tu-khoa/the-kin/index.html',
    ])
      expect(site.read(list), list).toContain('/kinh-te/mai/');
    expect(site.read('kinh-te/lien-ket/index.html')).toContain('<a href="/kinh-te/mai/">đến mai</a>');
    site.write({
      'content/kinh-te/mai.md': article(
        `title: ${secrets.later}\ndate: 2026-11-23 06:00\nexpires: 2026-11-24\ntags: [thẻ-kín]`,
        secrets.reason,
      ),
    });
    await site.build({ now: Date.parse('2026-11-23T23:59:59+07:00') });
    expect(site.has('kinh-te/mai/index.html')).toBe(true);
    await site.build({ now: Date.parse('2026-11-24T00:00:00+07:00') });
    for (const [name, content] of site.tree()) expect(content.includes(secrets.later), name).toBe(false);
    expect(site.has('kinh-te/mai/index.html')).toBe(false);
    expect(site.has('tu-khoa/the-kin/index.html')).toBe(false);
  });

  test('also where approval is asked for: what has no status is not published', async () => {
    const site = inlineSite({
      ...files,
      'broadsheet.config.ts': configuration('workflow: { approval: true }'),
    });
    const result = await site.build();
    expect(reported(result).filter((line) => line.includes('error'))).toEqual([]);
    expect(site.has('kinh-te/lien-ket/index.html')).toBe(false);
  });
});
