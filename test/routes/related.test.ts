import { expect, test } from 'vitest';
import { article, inlineSite } from '../inline-site.ts';

const related = (html: string): string => /<aside class="related wrap".*?<\/aside>/s.exec(html)?.[0] ?? '';

test('related articles are older ones of the same language', async () => {
  const site = inlineSite({
    'content/kinh-te/moi.md': article('title: Mới\ndate: 2026-11-16 08:30\ntags: [lúa]'),
    'content/kinh-te/rice.md': article('title: Rice\nlang: en\ndate: 2026-11-12 08:30\ntags: [lúa]'),
    'content/kinh-te/cu.md': article('title: Cũ\ndate: 2026-11-11 08:30\ntags: [lúa]'),
  });
  await site.build();
  const shown = related(site.read('kinh-te/moi/index.html'));
  expect(shown).toContain('Cũ');
  expect(shown).not.toContain('Rice');
});

test('an article that is updated changes no page on which its card stands as related', async () => {
  const files = {
    'content/kinh-te/moi.md': article('title: Mới\ndate: 2026-11-16 08:30'),
    'content/kinh-te/cu.md': article('title: Cũ\ndate: 2026-11-11 08:30'),
  };
  const site = inlineSite(files);
  await site.build();
  const before = site.read('kinh-te/moi/index.html');
  expect(related(before)).toContain('Cũ');
  site.write({
    'content/kinh-te/cu.md': article('title: Cũ\ndate: 2026-11-11 08:30\nupdated: 2026-11-12 10:00'),
  });
  await site.build();
  expect(site.read('kinh-te/moi/index.html')).toBe(before);
});
