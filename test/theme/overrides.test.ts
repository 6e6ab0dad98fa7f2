import { expect, test } from 'vitest';
import { check } from '../../src/build/check.ts';
import { article, configuration, inlineSite, now, reported } from '../inline-site.ts';

const files = { 'content/kinh-te/a.md': article('title: A'), 'content/kinh-te/b.md': article('title: B') };

test('a part of the site’s own takes the place of the default one, and can use it', async () => {
  const site = inlineSite({
    ...files,
    'templates/parts/sign-off.tsx':
      'import Default from \'broadsheet/templates/parts/sign-off\';\nexport default function SignOff(props: Parameters<typeof Default>[0]) {\n  return <div class="mine"><Default {...props} /></div>;\n}\n',
    'content/kinh-te/a.md': article('title: A\nauthors: [Lan]'),
  });
  expect(reported(await site.build())).toEqual([]);
  expect(site.read('kinh-te/a/index.html')).toMatch(/<div class="mine"><p class="sign-off">LAN<\/p><\/div>/);
  site.remove('templates');
  await site.build();
  expect(site.read('kinh-te/a/index.html')).not.toContain('mine');
});

test('a page that its template cannot make is reported and left out; the others are there', async () => {
  const site = inlineSite({
    ...files,
    'templates/parts/sign-off.tsx': 'export default function SignOff() {\n  return null;\n}\n',
    'templates/pages/article.tsx':
      "export default function Article({ title }: { title: string }) {\n  if (title === 'A') throw new Error('hỏng rồi');\n  return <h1>{title}</h1>;\n}\n",
  });
  const result = await site.build();
  expect(result.errors).toBe(1);
  expect(result.messages[0]).toMatchObject({
    rule: 'template-failed',
    path: 'templates/pages/article.tsx',
    values: { output: 'kinh-te/a/index.html', reason: expect.stringContaining('hỏng rồi') },
  });
  expect(site.has('kinh-te/a/index.html')).toBe(false);
  expect(site.read('kinh-te/b/index.html')).toContain('<h1>B</h1>');
  const again = await site.build();
  expect(again.errors).toBe(1);
  site.write({
    'templates/pages/article.tsx':
      'export default function Article({ title }: { title: string }) {\n  return <h1>{title}</h1>;\n}\n',
  });
  expect(await site.build()).toMatchObject({ errors: 0 });
  expect(site.read('kinh-te/a/index.html')).toContain('<h1>A</h1>');
});

test('templates escape what they are given', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: "&lt;b>&\\"\'"'),
    'templates/pages/article.tsx':
      'export default function Article({ title }: { title: string }) {\n  return <p title={title}>{title}</p>;\n}\n',
  });
  await site.build();
  expect(site.read('kinh-te/a/index.html')).toBe(
    '<!doctype html>\n<p title="&lt;b>&amp;&quot;\'">&lt;b>&amp;&quot;\'</p>\n',
  );
});

test('a site adds pages of its own kind, and switches others off', async () => {
  const site = inlineSite({
    ...files,
    'broadsheet.config.ts': `import { page } from 'broadsheet';\n${configuration("routes: { tags: false, feeds: false, sitemaps: false, titles: function* (site) { yield page('tieu-de/index.html', 'titles', () => ({ titles: site.articles.map((article) => article.card.title) })); } }")}`,
    'templates/pages/titles.tsx':
      'export default function Titles({ titles }: { titles: string[] }) {\n  return <ul>{titles.map((title) => <li>{title}</li>)}</ul>;\n}\n',
  });
  expect(reported(await site.build())).toEqual([]);
  expect(site.read('tieu-de/index.html')).toBe('<!doctype html>\n<ul><li>A</li><li>B</li></ul>\n');
  for (const output of ['rss.xml', 'sitemap.xml']) expect(site.has(output)).toBe(false);
  await site.write({ 'content/kinh-te/c.md': article('title: C') }).build();
  expect(site.read('tieu-de/index.html')).toContain('<li>C</li>');
  expect(await site.build()).toMatchObject({ rendered: 0, written: 0 });
});

test('a template that does not compile stops the pages, and nothing else that is told', async () => {
  const site = inlineSite({
    ...files,
    'content/kinh-te/c.md': article('title: C', 'Xem [bài](khong-co.md).'),
  });
  await site.build();
  const before = site.tree();
  site.write({ 'templates/parts/sign-off.tsx': 'export default function SignOff( {\n  return null;\n}\n' });
  const broken = await site.build();
  expect(reported(broken)).toEqual([
    'content/kinh-te/c.md:5:5 dead-link',
    'templates pages-kept warning',
    'templates/parts/sign-off.tsx:2:10 broken-template',
  ]);
  expect(broken).toMatchObject({ refused: true, errors: 2, written: 0, removed: 0 });
  expect(site.tree()).toEqual(before);
  site.remove('templates');
  expect(reported(await site.build())).toEqual(['content/kinh-te/c.md:5:5 dead-link']);
});

test('a template that throws when it is loaded is one that cannot be used', async () => {
  const site = inlineSite({
    ...files,
    'templates/parts/sign-off.tsx':
      "const words = { vi: 'Theo' };\nwords.en.trim();\nexport default function SignOff() {\n  return null;\n}\n",
  });
  for (let turn = 0; turn < 2; turn += 1)
    expect(reported(await site.build())).toEqual(['templates/parts/sign-off.tsx:2:1 broken-template']);
  expect(site.has('index.html')).toBe(false);
  expect(site.has('.building')).toBe(false);
});

test('templates that throw are told once for each place, with the number of pages', async () => {
  const site = inlineSite({
    ...files,
    'content/kinh-te/c.md': article('title: C'),
    'templates/parts/sign-off.tsx':
      'export default function SignOff({ credit }: { credit: { name: string } }) {\n  const { name } = credit.none;\n  return <p>{name}</p>;\n}\n',
  });
  const result = await site.build();
  expect(reported(result)).toEqual(['templates/parts/sign-off.tsx:2:3 template-failed']);
  expect(result.messages[0]?.values).toMatchObject({ output: 'kinh-te/a/index.html', others: 2 });
  // Those that are not looked at again still count.
  const again = await site.write({ 'content/kinh-te/a.md': article('title: A', 'Đã sửa.') }).build();
  expect(again.messages).toEqual(result.messages);
  expect(
    (await check({ root: site.root, now, jobs: 1 })).messages.filter(
      ({ rule }) => rule === 'template-failed',
    ),
  ).toEqual(result.messages);
});

test('pictures that a template cannot make cost their page alone', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: A', '![Ruộng](https://example.org/a.jpg)'),
    'content/kinh-te/b.md': article('title: B'),
    'templates/parts/figure.tsx': "export default function Figure() {\n  throw new Error('hỏng');\n}\n",
  });
  expect(reported(await site.build()).filter((line) => line.includes('template-failed'))).toEqual([
    'templates/parts/figure.tsx:2:3 template-failed',
  ]);
  expect(site.has('kinh-te/b/index.html')).toBe(true);
});

const plain = 'export default function Own() {\n  return <p>x</p>;\n}\n';

test('files that replace nothing, and style sheets that browsers cannot read, are told', async () => {
  const site = inlineSite({
    ...files,
    'templates/pages/aritcle.tsx': plain,
    'templates/pages/photos.tsx': plain,
    'templates/parts/sing-off.tsx': plain,
    'templates/parts/banner.tsx': plain,
    'templates/styles/hom.css': 'p { color: red }',
    'templates/styles/tokens.css': ':root {\n  --accent: red;\n',
  });
  const result = await site.build();
  expect(reported(result)).toEqual([
    'templates/pages/aritcle.tsx unused-template warning',
    'templates/pages/photos.tsx unused-template warning',
    'templates/parts/sing-off.tsx unused-template warning',
    'templates/styles/hom.css unused-template warning',
    'templates/styles/tokens.css:3:1 style-ignored warning',
  ]);
  expect(result.messages.map(({ values }) => values.near)).toEqual([
    'article',
    undefined,
    'sign-off',
    'home.css',
    undefined,
  ]);
  // A build that has nothing to do says so again, and so does a check.
  expect(reported(await site.build())).toEqual(reported(result));
  const { messages } = await check({ root: site.root, now, jobs: 1 });
  const ofTemplates = messages.filter((message) => message.path.startsWith('templates/'));
  expect(reported({ messages: ofTemplates })).toEqual(reported(result));
});

test('a page that a route of the site names is used', async () => {
  const site = inlineSite({
    ...files,
    'templates/pages/articles.tsx': plain,
    'broadsheet.config.ts': configuration(
      "routes: { articles2: (site) => [page('x/index.html', 'articles' as never, () => ({ site: site.props, page: { title: 'X', description: '', lang: 'vi', type: 'website', breadcrumb: [], feeds: [] } }) as never)] }",
    )
      .replace("from 'broadsheet'", "from 'broadsheet'")
      .replace('defineConfig }', 'defineConfig, page }'),
  });
  expect(reported(await site.build())).toEqual([]);
  expect(site.read('x/index.html')).toContain('<p>x</p>');
});
