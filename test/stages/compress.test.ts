import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { article, configuration, inlineSite } from '../inline-site.ts';

const long = 'Lúa chín vàng trên đồng, nước về, người ra thăm ruộng. '.repeat(40);
const on = configuration('search: false, delivery: { precompressed: true }');

test('texts have compressed versions beside them, which follow them', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': on,
    'content/kinh-te/a.md': article('title: A', long),
    'content/kinh-te/b.md': article('title: B', long),
    'content/_static/ngan.txt': 'ngắn',
    'content/_static/dai.txt': long,
    'content/_static/dai.txt.gz': 'of the site',
  });
  await site.build();
  const tree = site.tree();
  const made = [...tree.keys()].filter((name) => /\.(?:br|gz)$/.test(name));
  expect(made).toEqual(expect.arrayContaining(['index.html.br', 'index.html.gz', 'dai.txt.br']));
  expect(made.filter((name) => /ngan|\.woff2|\.broadsheet/.test(name))).toEqual([]);
  expect(site.read('dai.txt.gz')).toBe('of the site');
  for (const name of made.filter((each) => each !== 'dai.txt.gz')) {
    const text = tree.get(name.replace(/\.\w+$/, ''));
    const bytes = tree.get(name) as Buffer;
    expect(name.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes), name).toEqual(text);
  }
  expect(await site.build()).toMatchObject({ written: 0, rendered: 0, unchanged: tree.size - 1 });

  site.write({ 'content/kinh-te/a.md': article('title: A', `${long}Thêm.`) });
  const clean = async () => {
    const result = await site.build();
    await site.build({ out: `${site.root}/clean`, cache: false, cacheFolder: `${site.root}/other` });
    expect(site.tree()).toEqual(site.tree('clean'));
    return result;
  };
  await clean();
  expect(brotliDecompressSync(site.tree().get('kinh-te/a/index.html.br') as Buffer).toString()).toContain(
    'Thêm.',
  );
  // Those of pages that stay are neither made nor written.
  expect(site.tree().get('kinh-te/b/index.html.br')).toEqual(tree.get('kinh-te/b/index.html.br'));

  site.remove('content/kinh-te/b.md');
  rmSync(path.join(site.root, 'dist/index.html.br'));
  await clean();
  expect(site.has('kinh-te/b/index.html.gz')).toBe(false);

  // The cache has them for a folder that is gone, and no more than there are.
  const folder = path.join(site.root, '.cache/broadsheet/compressed-1');
  const kept = readdirSync(folder);
  rmSync(path.join(site.root, 'dist'), { recursive: true });
  await clean();
  expect(readdirSync(folder)).toEqual(kept);

  site.write({ 'broadsheet.config.ts': configuration('search: false') });
  await clean();
  expect([...site.tree().keys()].filter((name) => /\.br$/.test(name))).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});
