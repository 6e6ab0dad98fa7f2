import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { article, inlineSite } from '../inline-site.ts';
import { runCli } from '../run-cli.ts';

const withFunctions = (title: string): string =>
  `import { defineConfig } from 'broadsheet';
const bold = () => () => {};
export default defineConfig({
  site: { title: ${title}, origin: 'https://bao.example' },
  markdown: { highlight: false, remarkPlugins: [[bold, { deep: true }]] },
  routes: { tags: false, words: () => [], archive: false },
});\n`;

test('a configuration with functions is remembered as it was validated, in its order, and its functions are there', async () => {
  const { root } = inlineSite({ 'broadsheet.config.ts': withFunctions("'Báo'") });
  const first = await loadConfig(root);
  const again = await loadConfig(root);
  expect(again.digest).toBe(first.digest);
  expect(again.config).toEqual(first.config);
  expect(JSON.stringify(again.config)).toBe(JSON.stringify(first.config));
  expect(Object.keys(again.config.routes)).toEqual(['tags', 'words', 'archive']);
  expect(again.config.routes.words).toBe(first.config.routes.words);
  expect(again.config.markdown.remarkPlugins).toHaveLength(1);
});

test('one that comes out otherwise than it was remembered is validated', () => {
  const { root, read } = inlineSite({
    'broadsheet.config.ts': withFunctions('process.env.SITE_TITLE || 5'),
    'content/kinh-te/lua.md': article('title: Lúa'),
  });
  const build = (env: Record<string, string>) => runCli(['build', '--site', root], { env });
  for (const title of ['Báo Một', 'Báo Hai', 'Báo Hai', 'Báo Một']) {
    expect(build({ SITE_TITLE: title }).status).toBe(0);
    expect(read('index.html')).toContain(`<title>${title}</title>`);
  }
  expect(build({})).toMatchObject({ status: 1, stderr: expect.stringContaining('site.title') as string });
});
