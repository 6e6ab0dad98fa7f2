import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createEngine } from '../../src/dev/engine.ts';
import { watch } from '../../src/dev/watch.ts';
import { article, configuration, type Files, type InlineSite, now } from '../inline-site.ts';
import { type RunningSite, runningSite } from './running-site.ts';

const lua = { 'content/kinh-te/lua.md': article('title: Giá lúa tăng') };
const many = (count: number, title = 'Tin'): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `content/kinh-te/tin-${index}.md`,
      article(`title: ${title} ${index}`),
    ]),
  );

const imported = `import { title } from './parts/names/title.ts';\n${configuration().replace("'Báo Thử'", 'title')}`;
const titled = (title: string): string => `export const title = '${title}';\n`;

/** After all that happened the server says of every page what a build says. */
async function expectAsBuilt({ site, get }: RunningSite): Promise<void> {
  await site.build();
  const pages = [...site.tree().keys()].filter((file) => file.endsWith('.html') && file !== '404.html');
  for (const output of pages.filter((_, index) => index < 50 || index % 97 === 0)) {
    const { status, text } = await get(`/${output.replace(/index\.html$/, '')}`);
    expect(status, output).toBe(200);
    expect(text.replace(/<script src="\/_broadsheet\/client\.js"[^>]*><\/script>/, ''), output).toBe(
      site.read(output),
    );
  }
}
/** A server that starts now says the same. */
async function expectAsFresh({ site, dev }: RunningSite, addresses: readonly string[]): Promise<void> {
  const fresh = await createEngine({ root: site.root, drafts: false, clock: () => now, jobs: 1 });
  for (const address of addresses)
    expect(await dev.engine.page(address), address).toEqual(await fresh.page(address));
  expect(dev.engine.articles()).toEqual(fresh.articles());
  expect(dev.engine.problems()).toEqual(fresh.problems());
  await fresh.close();
}
const at = (site: InlineSite, file: string): string => path.join(site.root, file);

test('a file that is written, made, renamed, removed', async () => {
  const running = await runningSite(lua);
  const { site, until } = running;
  site.write({ 'content/kinh-te/lua.md': article('title: Giá lúa giảm') });
  await until('/kinh-te/lua/', ({ text }) => text.includes('Giá lúa giảm'));
  site.write({ 'content/kinh-te/ngo.md': article('title: Giá ngô') });
  await until('/kinh-te/ngo/', ({ status }) => status === 200);
  site.move('content/kinh-te/ngo.md', 'content/kinh-te/khoai.md');
  await until('/kinh-te/khoai/', ({ status }) => status === 200);
  await until('/kinh-te/ngo/', ({ status }) => status === 404);
  site.remove('content/kinh-te/khoai.md');
  await until('/kinh-te/khoai/', ({ status }) => status === 404);
  await expectAsBuilt(running);
});

test('a drive that reports no changes is looked at', async () => {
  const running = await runningSite(lua, { poll: 50 });
  const { site, until } = running;
  site.write({ 'content/kinh-te/lua.md': article('title: Giá lúa giảm') });
  await until('/kinh-te/lua/', ({ text }) => text.includes('Giá lúa giảm'));
  site.write({
    'content/xa-hoi/_index.md': '---\ntitle: Xã hội\n---\n',
    'content/xa-hoi/ngo.md': article('title: Giá ngô'),
  });
  await until('/xa-hoi/ngo/', ({ status }) => status === 200);
  site.write({ 'content/.git/x.md': 'x', 'templates/styles/own.css': 'body { color: red }' });
  site.remove('content/kinh-te/lua.md');
  await until('/kinh-te/lua/', ({ status }) => status === 404);
  await expectAsBuilt(running);
});

test('editors that save through a temporary file, a backup, or in two steps', async () => {
  const running = await runningSite(lua);
  const { site, until, printed } = running;
  const file = at(site, 'content/kinh-te/lua.md');
  // vim: the old file becomes a backup, a new one is written, the backup goes.
  renameSync(file, `${file}~`);
  writeFileSync(file, article('title: Như vim'));
  rmSync(`${file}~`);
  await until('/kinh-te/lua/', ({ text }) => text.includes('Như vim'));
  // gedit, VS Code's atomic saves: a temporary file takes the place.
  for (const [index, temporary] of ['.lua.md.swp', '.goutputstream-X', 'lua.md.tmp.1234', '4913'].entries()) {
    writeFileSync(at(site, `content/kinh-te/${temporary}`), article(`title: Lần ${index}`));
    renameSync(at(site, `content/kinh-te/${temporary}`), file);
    await until('/kinh-te/lua/', ({ text }) => text.includes(`Lần ${index}`));
  }
  // An empty file first, then the text.
  writeFileSync(file, '');
  await new Promise((resolve) => setTimeout(resolve, 4));
  writeFileSync(file, article('title: Hai bước'));
  await until('/kinh-te/lua/', ({ text }) => text.includes('Hai bước'));
  expect(printed()).not.toContain('bug of its own');
  await expectAsBuilt(running);
});

test('a configuration that is saved twice in a moment', async () => {
  const { site, until } = await runningSite(lua);
  const named = (title: string): Files => ({
    'broadsheet.config.ts': configuration().replace('Báo Thử', title),
  });
  for (const pause of [5, 15, 25, 35, 45, 55]) {
    site.write(named(`Báo nháp ${pause}`));
    await new Promise((resolve) => setTimeout(resolve, pause));
    site.write(named(`Báo ${pause} xong`));
    await until('/', ({ text }) => text.includes(`Báo ${pause} xong`));
  }
});

test('a configuration, or what it imports, that is gone for a while is seen when it is there again', async () => {
  const running = await runningSite({
    ...lua,
    'broadsheet.config.ts': imported,
    'parts/names/title.ts': titled('Báo Một'),
  });
  const { site, until, dev } = running;
  const gone = async (): Promise<void> => {
    await expect
      .poll(() => dev.engine.problems().map(({ rule }) => rule), { timeout: 20_000 })
      .toEqual(['broken-config']);
  };
  for (const turn of [1, 2]) {
    site.remove('broadsheet.config.ts');
    await gone();
    site.write({ 'broadsheet.config.ts': configuration().replace('Báo Thử', `Báo Lần ${turn}`) });
    await until('/', ({ text }) => text.includes(`Báo Lần ${turn}`));
    site.write({ 'broadsheet.config.ts': imported });
    await until('/', ({ text }) => text.includes('Báo Một'));
  }
  // Its folder is put aside, and another takes the name.
  site.move('parts', 'put-aside');
  await gone();
  site.write({ 'parts/names/title.ts': titled('Báo Hai') });
  await until('/', ({ text }) => text.includes('Báo Hai'));
  site.write({ 'parts/names/title.ts': titled('Báo Ba') });
  await until('/', ({ text }) => text.includes('Báo Ba'));
  site.remove('parts/names');
  await gone();
  site.write({ 'parts/names/title.ts': titled('Báo Bốn') });
  await until('/', ({ text }) => text.includes('Báo Bốn'));
  expect(dev.engine.problems()).toEqual([]);
});

test('a single file that changed after a moment, and before it was watched, is told of', async () => {
  const { site } = await runningSite({ ...lua, 'cu.ts': '1', 'moi.ts': '1' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const since = Date.now();
  site.write({ 'moi.ts': '2' });
  const told: string[] = [];
  const watcher = watch({
    root: site.root,
    folders: [],
    onChange: ({ paths }) => told.push(...paths),
    onRefused: () => {},
  });
  watcher.addFiles([at(site, 'cu.ts'), at(site, 'moi.ts')], since);
  await expect.poll(() => told).toEqual([at(site, 'moi.ts')]);
  watcher.close();
});

test('a folder that comes with its files, is renamed, and goes', async () => {
  const running = await runningSite(lua);
  const { site, until } = running;
  site.write({
    'content/xa-hoi/_index.md': '---\ntitle: Xã hội\n---\n',
    'content/xa-hoi/y-te/_index.md': '---\ntitle: Y tế\n---\n',
    'content/xa-hoi/y-te/dich.md': article('title: Dịch'),
  });
  await until('/xa-hoi/y-te/dich/', ({ status }) => status === 200);
  site.move('content/xa-hoi', 'content/doi-song');
  await until('/doi-song/y-te/dich/', ({ status }) => status === 200);
  await until('/xa-hoi/y-te/dich/', ({ status }) => status === 404);
  site.write({ 'content/doi-song/y-te/dich.md': article('title: Hết dịch') });
  await until('/doi-song/y-te/dich/', ({ text }) => text.includes('Hết dịch'));
  // Another folder takes its name.
  site.write({
    'content/xa-hoi/_index.md': '---\ntitle: Xã hội mới\n---\n',
    'content/xa-hoi/moi.md': article('title: Mới'),
  });
  await until('/xa-hoi/moi/', ({ status }) => status === 200);
  site.write({ 'content/xa-hoi/moi.md': article('title: Mới hơn') });
  await until('/xa-hoi/moi/', ({ text }) => text.includes('Mới hơn'));
  site.remove('content/doi-song');
  await until('/doi-song/', ({ status }) => status === 404);
  await expectAsBuilt(running);
});

test('a checkout that touches 5,000 files ends in one consistent state', async () => {
  const running = await runningSite(many(5000));
  const { site, until, printed } = running;
  for (const [index, [file, content]] of Object.entries(many(5000, 'Mới')).entries()) {
    if (index % 50 === 0) site.remove(file);
    else if (index % 3 === 0) writeFileSync(at(site, file), content);
    else utimesSync(at(site, file), 1_700_000_000, 1_700_000_000 + index);
  }
  site.write({ 'content/kinh-te/cuoi.md': article('title: Tệp cuối') });
  await until('/kinh-te/cuoi/', ({ status }) => status === 200);
  await until('/kinh-te/tin-4998/', ({ text }) => text.includes('Mới 4998'));
  await running.dev.settled();
  await until('/kinh-te/tin-4950/', ({ status }) => status === 404);
  await expectAsFresh(running, [
    '/',
    '/kinh-te/',
    ...Array.from({ length: 100 }, (_, index) => `/kinh-te/tin-${index * 49}/`),
  ]);
  expect(printed()).not.toContain('bug of its own');
});

test('saves in quick succession end in the last one', async () => {
  const running = await runningSite(lua);
  const { site, until } = running;
  for (let turn = 0; turn <= 200; turn += 1) {
    site.write({ 'content/kinh-te/lua.md': article(`title: Lần thứ ${turn}`) });
    if (turn % 10 === 0) await new Promise((resolve) => setTimeout(resolve, turn / 10));
  }
  await until('/kinh-te/lua/', ({ text }) => text.includes('Lần thứ 200'));
  await running.dev.settled();
  await expectAsBuilt(running);
});

test('bad input of every kind, one after another: it stays up, says so, and is well again after it', async () => {
  const running = await runningSite(lua, { language: 'vi' });
  const { site, until, printed, get } = running;
  const bad: Record<string, string | Uint8Array> = {
    empty: '',
    'not UTF-8': Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe, 0x00]),
    'no front matter': 'Chào',
    unclosed: '---\ntitle: x\n',
    code: '---js\nprocess.exit(1)\n---\n',
    yaml: '---\ntitle: "x\n---\n',
    deep: article('title: Sâu', `${'>'.repeat(3000)} x`),
    type: article('title: [x]'),
    date: '---\ntitle: x\ndate: 2026-02-30\n---\n',
    slug: article('title: x\nslug: a/b'),
  };
  for (const [name, content] of Object.entries(bad)) {
    site.write({ 'content/kinh-te/lua.md': content });
    await until('/kinh-te/lua/', ({ status }) => status === 404);
    expect(printed(), name).toContain('content/kinh-te/lua.md');
    site.write(lua);
    await until('/kinh-te/lua/', ({ status }) => status === 200);
  }
  renameSync(at(site, 'content'), at(site, 'content-away'));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect((await get('/_broadsheet/')).status).toBe(200);
  renameSync(at(site, 'content-away'), at(site, 'content'));
  site.write({ 'content/kinh-te/lua.md': article('title: Trở lại') });
  await until('/kinh-te/lua/', ({ text }) => text.includes('Trở lại'));
  await expectAsBuilt(running);
});

test('it starts on a site that is broken from the first, and is well when that is mended', async () => {
  const { site, get, until } = await runningSite({ ...lua, 'broadsheet.config.ts': 'export default {' });
  expect(await get('/')).toMatchObject({ status: 500 });
  expect((await get('/')).text).toContain('broadsheet.config.ts:1:');
  site.write({
    'broadsheet.config.ts': "export default { site: { title: 'x', origin: 'https://x.example' } };\n",
  });
  await until('/kinh-te/lua/', ({ status }) => status === 200);
});

test('an option that is not there is told on every page while no configuration could be used', async () => {
  const { get } = await runningSite({
    ...lua,
    'broadsheet.config.ts': "export default { site: { titel: 'x', origin: 'https://x.example' } };\n",
  });
  expect((await get('/')).text).toContain('broadsheet.config.ts:1:');
});

test("a site's own generator, which may show any body, is asked anew after a body alone changed", async () => {
  const words =
    "({ articles }) => [{ kind: 'file', output: 'words.txt', data: () => ({ words: articles.map(({ document }) => document.words) }), render: ({ words }) => words.join(' ') }]";
  const more =
    "({ articles }) => articles.filter(({ document }) => document.words > 6).map(({ slug }) => ({ kind: 'file', output: 'long/' + slug + '.txt', data: () => ({}), render: () => 'long' }))";
  const body = (text: string): Files => ({
    'content/kinh-te/lua.md': article('title: Giá lúa tăng\nsummary: Tóm tắt', text),
  });
  const running = await runningSite({
    ...body('Một hai ba.'),
    'broadsheet.config.ts': configuration(`routes: { words: ${words}, more: ${more} },`),
  });
  const { site, get, until, dev } = running;
  expect((await get('/words.txt')).text).toBe('3');
  expect((await get('/long/lua.txt')).status).toBe(404);
  site.write(body('Một hai ba bốn năm sáu bảy.'));
  await until('/kinh-te/lua/', ({ text }) => text.includes('bảy'));
  await dev.settled();
  expect((await get('/words.txt')).text).toBe('7');
  site.write(body('Một.'));
  await until('/kinh-te/lua/', ({ text }) => !text.includes('bảy'));
  expect((await get('/long/lua.txt')).status).toBe(404);
  site.write(body('Một hai ba bốn năm sáu bảy tám.'));
  await until('/long/lua.txt', ({ status, text }) => status === 200 && text === 'long');
  await expectAsBuilt(running);
});

test("a site's own generator that fails at the start is told, and the server is well when it is mended", async () => {
  const { site, get, until, dev } = await runningSite({
    ...lua,
    'broadsheet.config.ts': configuration("routes: { bad: () => { throw new Error('thiếu số liệu'); } },"),
  });
  for (const address of ['/khong-co/', '/kinh-te/lua/'])
    expect(await get(address)).toMatchObject({
      status: 500,
      text: expect.stringContaining('thiếu số liệu') as string,
    });
  await dev.settled();
  expect(dev.engine.problems().map(({ rule }) => rule)).toEqual(['generator-failed']);
  site.write({ 'broadsheet.config.ts': configuration() });
  await until('/kinh-te/lua/', ({ status }) => status === 200);
  expect(dev.engine.problems()).toEqual([]);
});

test('edits of bodies, fields, references and headings, in turn: what is served is always what a new server serves', async () => {
  const body = (words: string): string =>
    `Mở đầu của bài viết này không đổi.\n\n${words}\n\n[ngô](ngo.md) và [chết](khong-co.md)`;
  const files = {
    'content/kinh-te/lua.md': article('title: Giá lúa\nsummary: Tóm tắt.', body('Một.')),
    'content/kinh-te/ngo.md': article('title: Giá ngô\ntags: [ngô]', 'Ngô.\n\n## Mục'),
    'content/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nMột.\n',
    'content/_authors/an.md': '---\nname: An\n---\nMột.\n',
  };
  const running = await runningSite(files, { built: true });
  const { site, dev } = running;
  const everywhere = [
    '/',
    '/kinh-te/',
    '/kinh-te/lua/',
    '/kinh-te/ngo/',
    '/gioi-thieu/',
    '/tac-gia/an/',
    '/rss.xml',
    '/khong-co/',
  ];
  const edits: Files[] = [
    { 'content/kinh-te/lua.md': article('title: Giá lúa\nsummary: Tóm tắt.', body('Hai từ.')) },
    {
      'content/kinh-te/lua.md': article(
        'title: Giá lúa\nsummary: Tóm tắt.',
        body('Ba.\n\nVà thêm dòng, nên chỗ sai dời xuống.'),
      ),
    },
    {
      'content/kinh-te/ngo.md': article(
        'title: Giá ngô\ntags: [ngô]',
        'Ngô khác, nên đoạn trích khác.\n\n## Mục',
      ),
    },
    {
      'content/kinh-te/ngo.md': article(
        'title: Giá ngô\ntags: [ngô]',
        'Ngô khác, nên đoạn trích khác.\n\n## Mục khác\n\n![](khong-co.jpg)',
      ),
    },
    { 'content/kinh-te/ngo.md': article('title: Giá ngô non\ntags: [ngô, non]', 'Ngô.') },
    { 'content/gioi-thieu.md': '---\ntitle: Giới thiệu\nsummary: Tóm tắt\n---\nHai.\n' },
    { 'content/gioi-thieu.md': '---\ntitle: Giới thiệu\nsummary: Tóm tắt\n---\nBa <script>x</script>.\n' },
    {
      'content/_authors/an.md': '---\nname: An\n---\nHai.\n',
      'content/kinh-te/_index.md': '---\ntitle: Kinh tế\n---\nChuyên mục có lời.\n',
    },
    {
      'content/kinh-te/_index.md': '---\ntitle: Kinh tế\n---\nChuyên mục có lời khác.\n',
      'content/kinh-te/lua.md': article('title: Giá lúa\nsummary: Tóm tắt.', body('Bốn.')),
    },
    {
      'content/kinh-te/lua.md': article('title: Giá lúa\nsummary: Tóm tắt.\nstatus: withdrawn', body('Năm.')),
    },
    {
      'content/kinh-te/lua.md': article('title: Giá lúa\nsummary: Tóm tắt.\nstatus: withdrawn', body('Sáu.')),
    },
    { 'content/kinh-te/lua.md': files['content/kinh-te/lua.md'] },
  ];
  for (const edit of edits) {
    site.write(edit);
    await dev.engine.apply({ paths: Object.keys(edit).map((file) => at(site, file)), anywhere: false });
    await expectAsFresh(running, everywhere);
  }
});
