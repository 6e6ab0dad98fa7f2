import { expect, test } from 'vitest';
import { article, type Files, inlineSite, reported } from '../inline-site.ts';

/** What is published beside a style sheet, and how it names that. */
async function publish(css: string, files: Files): Promise<{ files: string[]; named: string[] }> {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: A'),
    'templates/styles/site.css': `@import 'broadsheet/templates/styles/site.css';\n${css}`,
    ...files,
  });
  expect(reported(await site.build())).toEqual([]);
  const outputs = [...site.tree().keys()].filter((output) => output.startsWith('assets/'));
  const style = outputs.find((output) => /site-[^/]*\.css$/.test(output)) ?? '';
  const named = (site.read(style).match(/url\([^)]*\)|@import[^;]*/g) ?? [])
    .map((written) => written.replaceAll('"', '').replace(/-[A-Z0-9]{8}\./, '-DIGEST.'))
    // The default theme's own font.
    .filter((written) => !written.includes('newsreader'));
  for (const written of named) {
    const [, file] = /^url\(\.\/([^?#)]*)/.exec(written) ?? [];
    if (file)
      expect(
        outputs.some((output) => output.replace(/-[A-Z0-9]{8}\./, '-DIGEST.') === `assets/${file}`),
      ).toBe(true);
  }
  return {
    files: outputs.filter(
      (output) =>
        !/(?:reader|views|site|feature|interview|photo|video|document|tools|viewer|blocks|search|feed|icon)-/.test(
          output,
        ),
    ),
    named,
  };
}

const font = (source: string): string => `@font-face { font-family: x; src: ${source} }`;
const pack = (index: string): Files => ({
  'node_modules/goi/package.json': '{"name":"goi","version":"1.0.0","exports":{"./*":"./*"}}',
  'node_modules/goi/index.css': index,
  'node_modules/goi/files/x.woff2': 'wOF2x',
});

test.each<[name: string, css: string, files: Files, named: string]>([
  [
    'beside the folder',
    font('url("../fonts/x.woff2")'),
    { 'templates/fonts/x.woff2': 'x' },
    'url(./x-DIGEST.woff2)',
  ],
  [
    'beside the style sheet',
    font('url(x.woff2)'),
    { 'templates/styles/x.woff2': 'x' },
    'url(./x-DIGEST.woff2)',
  ],
  [
    'outside the templates',
    font("url('../../fonts/x.woff2')"),
    { 'fonts/x.woff2': 'x' },
    'url(./x-DIGEST.woff2)',
  ],
  [
    'with a query',
    font("url('../fonts/x.eot?#iefix')"),
    { 'templates/fonts/x.eot': 'x' },
    'url(./x-DIGEST.eot?#iefix)',
  ],
  [
    'of a package, by its style sheet',
    "@import 'goi/index.css';",
    pack(font('url(./files/x.woff2)')),
    'url(./x-DIGEST.woff2)',
  ],
  [
    'of a package, without ./',
    "@import 'goi/index.css';",
    pack(font('url(files/x.woff2?v=1)')),
    'url(./x-DIGEST.woff2?v=1)',
  ],
  ['of a package, by name', font("url('goi/files/x.woff2')"), pack(''), 'url(./x-DIGEST.woff2)'],
  ['of any kind', ".x { cursor: url('../x.CUR'), auto }", { 'templates/x.CUR': 'x' }, 'url(./x-DIGEST.CUR)'],
])('a file %s', async (_, css, files, named) => {
  const published = await publish(css, files);
  expect(published.named).toEqual([named]);
  expect(published.files).toHaveLength(1);
});

test('addresses of the site and of other sites stay', async () => {
  const published = await publish(
    ".x { background: url('/nen.png'), url(https://khac.example/a.png), url(data:image/gif;base64,AA) }\n.y { behavior: url(#a) }",
    { 'content/_static/nen.png': 'x' },
  );
  expect(published).toEqual({
    files: [],
    named: ['url(/nen.png)', 'url(https://khac.example/a.png)', 'url(data:image/gif;base64,AA)', 'url(#a)'],
  });
});

test('a file that is not there is told at its place', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: A'),
    'templates/styles/site.css': font("url('../khong-co.woff2')"),
  });
  expect(reported(await site.build())).toEqual(['templates/styles/site.css:1:39 broken-template']);
});
