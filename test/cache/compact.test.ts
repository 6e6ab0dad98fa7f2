import { appendFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { article, inlineSite } from '../inline-site.ts';

test('a file of bodies of which most is garbage is written anew, and its bodies are the same', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: A', 'Thân bài A.'),
    'content/kinh-te/b.md': article('title: B', 'Thân bài B.'),
  });
  const cache = path.join(site.root, '.cache/broadsheet');
  const bodies = () => {
    const [name = '', ...others] = readdirSync(cache).filter((file) => file.startsWith('bodies-'));
    expect(others).toEqual([]);
    return path.join(cache, name);
  };
  await site.build();
  const grown = bodies();
  appendFileSync(grown, Buffer.alloc(33 * 1024 * 1024));
  site.write({ 'content/kinh-te/a.md': article('title: A', 'Thân bài khác.') });
  await site.build();

  expect(bodies()).not.toBe(grown);
  expect(statSync(bodies()).size).toBeLessThan(10_000);
  site.write({ 'templates/parts/related.tsx': 'export default () => <p>Không có</p>;\n' });
  expect(await site.build()).toMatchObject({ parsed: 0 });
  expect(site.read('kinh-te/a/index.html')).toContain('Thân bài khác.');
  expect(site.read('kinh-te/b/index.html')).toContain('Thân bài B.');
});
