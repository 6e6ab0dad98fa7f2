import { expect, test } from 'vitest';
import { article, inlineSite } from '../inline-site.ts';

test('Zalo is offered where the text is Vietnamese', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: A'),
    'content/kinh-te/b.md': article('title: B\nlang: en'),
  });
  await site.build();
  expect(site.read('kinh-te/a/index.html')).toContain('zalo.me');
  expect(site.read('kinh-te/b/index.html')).not.toContain('zalo.me');
});
