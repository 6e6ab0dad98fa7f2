import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { article, configuration, inlineSite, now, reported } from '../inline-site.ts';

const pages = (page: string): string =>
  `import Default from 'broadsheet/templates/pages/${page}';\nexport default function Page(props: Parameters<typeof Default>[0]) {\n  return <Default {...props} />;\n}\n`;
const throws = "export default function Page() {\n  throw new Error('hỏng');\n}\n";
const style = {
  'templates/styles/site.css':
    "@import 'broadsheet/templates/styles/site.css';\nbody { background: url(../nen.png) }\n",
  'templates/nen.png': 'png',
};
const files = {
  ...style,
  'templates/pages/article.tsx': pages('article'),
  'templates/pages/home.tsx': pages('home'),
  'content/kinh-te/a.md': article('title: Bài A'),
  'content/kinh-te/b.md': article('title: Bài B'),
  'content/kinh-te/ban.md': article('title: Báo bạn\nlink: https://ban.example/tin', ''),
};
const notice = (words: string): string =>
  `<!doctype html>\n<html lang="vi">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>Báo Thử</title></head>\n<body><main><h1>${words}</h1><p><a href="/">Trang chủ</a></p></main></body>\n</html>\n`;
const broken = { 'templates/pages/article.tsx': throws, 'templates/pages/home.tsx': throws };
const unusable = { 'templates/pages/article.tsx': 'export default (' };

async function builtSite() {
  const site = inlineSite(files);
  await site.build();
  return site;
}

describe.each([
  ['a template that throws', broken],
  ['a template that does not compile', unusable],
])('%s', (_, templates) => {
  test('published pages stay as they were, with the style sheet and the pictures that they show; the next good build is the clean one', async () => {
    const site = await builtSite();
    const before = site.tree();
    site.write({
      ...templates,
      'templates/styles/site.css': 'body { color: red }',
      'content/kinh-te/a.md': article('title: Bài A mới'),
    });
    const result = await site.build();
    expect(result.errors).toBeGreaterThan(0);
    expect(reported(result).filter((line) => line.includes('pages-'))).toEqual([
      'templates pages-kept warning',
    ]);
    for (const name of ['index.html', 'kinh-te/a/index.html', 'kinh-te/b/index.html'])
      expect(site.tree().get(name), name).toEqual(before.get(name));
    const shown = [...before.keys()].filter((name) => name.startsWith('assets/'));
    expect(shown.some((name) => name.startsWith('assets/nen-'))).toBe(true);
    for (const name of shown) expect(site.tree().get(name), name).toEqual(before.get(name));
    expect(reported(await site.build()).some((line) => line.includes('pages-kept'))).toBe(true);

    site.write({ ...files });
    expect(reported(await site.build())).toEqual([]);
    for (const [name, content] of before)
      expect(String(site.tree().get(name)), name).toEqual(String(content));
    expect(site.tree()).toEqual(before);
  });

  test.each([
    ['withdrawn', 'status: withdrawn'],
    ['expired', 'expires: 2026-11-20'],
    ['held back', 'status: draft'],
    ['moved into the future', 'date: 2027-01-01'],
  ])(
    'the page of an article that was %s goes or is a notice, and no old page shows the article',
    async (kind, field) => {
      const site = await builtSite();
      site.write({ ...templates, 'content/kinh-te/a.md': article(`title: Bài A\n${field}`) });
      await site.build();
      for (const [name, content] of site.tree())
        if (name.endsWith('.html') || name.endsWith('.xml'))
          expect(content.includes('Bài A'), name).toBe(false);
      if (kind === 'withdrawn')
        expect(site.read('kinh-te/a/index.html')).toBe(notice('Bài viết này đã được gỡ.'));
      else expect(site.has('kinh-te/a/index.html')).toBe(false);
      expect(site.read('index.html')).toBe(notice('Trang này đang được cập nhật.'));
      expect(site.read('kinh-te/b/index.html')).not.toContain('Bài A');
    },
  );

  test('an article that is removed, and one that is a link to another site, are shown no more', async () => {
    for (const file of ['a', 'ban']) {
      const site = await builtSite();
      site.write(templates).remove(`content/kinh-te/${file}.md`);
      await site.build();
      expect(site.read('index.html')).toBe(notice('Trang này đang được cập nhật.'));
      expect(site.has('kinh-te/a/index.html')).toBe(file !== 'a');
    }
  });

  test('an article that falls due to end while the template fails', async () => {
    const site = inlineSite({
      ...files,
      'content/kinh-te/a.md': article('title: Bài A\nexpires: 2026-11-23'),
    });
    await site.build();
    site.write(templates);
    await site.build();
    expect(site.read('kinh-te/a/index.html')).toContain('Bài A');
    await site.build({ now: now + 2 * 86_400_000 });
    expect(site.has('kinh-te/a/index.html')).toBe(false);
    expect(site.read('index.html')).not.toContain('Bài A');
  });

  test('without the cache pages stay too, unless they lead to a page that is not there', async () => {
    const site = await builtSite();
    rmSync(path.join(site.root, '.cache'), { recursive: true });
    site.write({ ...templates }).remove('content/kinh-te/a.md');
    await site.build();
    expect(String(site.tree().get('kinh-te/b/index.html'))).not.toContain('Bài A');
    expect(site.has('kinh-te/a/index.html')).toBe(false);
  });
});

test('a page whose old form shows what became private is no longer shown', async () => {
  const site = inlineSite({
    ...files,
    'content/kinh-te/a.md': article('title: Bài A', 'Gọi 0290-000-0018-7.\n'),
  });
  await site.build();
  site.write({
    ...broken,
    'broadsheet.config.ts': configuration("private: ['phone']"),
    'content/kinh-te/a.md': article('title: Bài A\nextra: { phone: "0290-000-0018-7" }', 'Gọi tòa soạn.\n'),
  });
  await site.build();
  for (const [name, content] of site.tree()) expect(content.includes('0290-000-0018-7'), name).toBe(false);
});

test('a first build with a template that throws makes the other pages', async () => {
  const site = inlineSite({ ...files, 'templates/pages/article.tsx': throws });
  const result = await site.build();
  expect(reported(result)).toEqual(['templates/pages/article.tsx:2:3 template-failed']);
  expect(site.has('kinh-te/a/index.html')).toBe(false);
  expect(site.read('index.html')).toContain('Bài A');
});
