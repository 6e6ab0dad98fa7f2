import { expect, test } from 'vitest';
import { article, configuration, inlineSite, reported } from './inline-site.ts';

const file = 'content/kinh-te/a.md';

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\\tscript:alert(1)',
  'java\\nscript:alert(1)',
  '\\u0001javascript:alert(1)',
  'data:image/svg+xml,<svg onload=alert(1)>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:x',
])('the address %s is refused in every field', async (url) => {
  for (const [field, place] of [
    [`image: "${url}"`, '3:8'],
    [`image:\n  src: "${url}"`, '4:8'],
    [`attachments: ["${url}"]`, '3:15'],
    [`attachments: [{src: "${url}"}]`, '3:21'],
    [`aliases: ["${url}"]`, '3:11'],
    [`aliases: "${url}"`, '3:10'],
  ]) {
    const site = inlineSite({ [file]: article(`title: A\n${field}`) });
    expect(reported(await site.build()), field).toEqual([`${file}:${place} address-scheme`]);
    const written = [...site.tree().values()].map((bytes) => bytes.toString()).join('\n');
    expect(written).toContain('kinh-te/a/');
    for (const scheme of ['alert(1)', 'onload', 'vbscript', '/etc/passwd', 'blob:'])
      expect(written).not.toContain(scheme);
  }
  const site = inlineSite({
    'content/_authors/an.md': `---\nname: An\nimage: "${url}"\n---\n`,
    [file]: article('title: A'),
  });
  expect(reported(await site.build())).toEqual(['content/_authors/an.md:3:8 address-scheme']);
});

test('such an address is refused in the configuration', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration(
      "navigation: [{ title: 'x', to: 'java\\tscript:alert(1)' }], footer: [{ title: 'y', to: 'data:text/html,x' }]",
    ).replace(
      'origin:',
      "icon: 'javascript:alert(1)', organisation: { logo: 'data:image/svg+xml,x' }, origin:",
    ),
    [file]: article('title: A'),
  });
  expect(reported(await site.build()).map((line) => line.split(' ')[1])).toEqual([
    'missing-picture',
    'missing-picture',
    'dead-navigation',
    'dead-navigation',
  ]);
  for (const [output, bytes] of site.tree())
    expect(bytes.toString(), output).not.toMatch(/script:|data:[a-z]/);
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no page can hold
const unusable = /[\0-\x08\uFDD0-\uFDEF\uFFFE\uFFFF]/;

const escaped = ['\\0', '\\uD800', '\\uDFFF', '\\uFDD0', '\\uFFFE', '\\uFFFF', '\\U0001FFFE', '\\u0001'];
test.each(escaped)('%s in a field becomes a character that pages can hold', async (character) => {
  const fields = [
    ...[
      `title: "A${character}"`,
      `summary: "B${character}"`,
      `tags: ["D${character}"]`,
      `slug: "e${character}"`,
      `dateline: "F${character}"`,
    ],
    `image: { src: "https://e.vn/${character}.jpg", alt: "G${character}", caption: "H${character}", credit: "I${character}" }`,
    ...[
      `corrections: [{ date: 2026-11-17, text: "J${character}" }]`,
      `extra: { "k${character}": "L${character}" }`,
    ],
  ];
  const site = inlineSite({
    [file]: article(fields.join('\n')),
    'content/kinh-te/b.md': article(`title: B\nlink: "https://e.vn/${character}"`, ''),
    'content/gioi-thieu.md': `---\ntitle: "P${character}"\n---\nx\n`,
    'content/xa-hoi/_index.md': `---\ntitle: "Q${character}"\n---\n`,
    'content/_authors/an.md': `---\nname: "R${character}"\n---\n`,
  });
  const result = await site.build();
  expect(new Set(result.messages.map(({ rule }) => rule))).toEqual(
    new Set(character === '\\u0001' ? [] : ['unusable-character']),
  );
  expect(result.messages.filter(({ line, column }) => line === undefined || column === undefined)).toEqual(
    [],
  );
  expect(result.messages.length).toBe(character === '\\u0001' ? 0 : 16);
  for (const [output, bytes] of site.tree())
    if (/\.(?:html|xml|txt)$/.test(output)) expect(bytes.toString(), output).not.toMatch(unusable);
});

test.each(['satteri', 'remark'])('a body’s own is replaced by U+FFFD, with its place: %s', async (parser) => {
  for (const character of ['\0', '\uFDD0', '\uFFFF', '\u{1FFFE}']) {
    const site = inlineSite({
      'broadsheet.config.ts': configuration(`markdown: { parser: '${parser}' }`),
      [file]: article('title: A', `Một\n\nhai ${character} [ba](https://e.vn/${character}) \`${character}\``),
    });
    expect(reported(await site.build())).toEqual([`${file}:7:5 unusable-character warning`]);
    const html = site.read('kinh-te/a/index.html');
    expect(html).toContain('hai \uFFFD <a href="https://e.vn/%EF%BF%BD"');
    expect(html).not.toContain(character);
  }
});
