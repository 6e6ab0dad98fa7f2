import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { expect, test } from 'vitest';
import { pictureFolder } from '../../src/cache/made-files.ts';
import { article, configuration } from '../inline-site.ts';
import { jpeg } from './jpeg.ts';
import { runningSite } from './running-site.ts';

const lua = { 'content/kinh-te/lua.md': article('title: Giá lúa tăng') };

/** A request as no browser or `fetch` would send it. */
const raw = (
  url: string,
  {
    path: written = '/',
    method = 'GET',
    headers = {},
    body = '',
  }: { path?: string; method?: string; headers?: Record<string, string>; body?: string },
): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, path: written, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });

test('pages are what a build writes, with the script of the dev server added', async () => {
  const { site, get } = await runningSite({
    ...lua,
    'content/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nXin chào.\n',
  });
  await site.build();
  for (const output of [...site.tree().keys()].filter(
    (file) => file.endsWith('.html') && file !== '404.html',
  )) {
    const { status, text } = await get(`/${output.replace(/index\.html$/, '')}`);
    expect(status).toBe(200);
    expect(text.replace(/<script src="\/_broadsheet\/client\.js"[^>]*><\/script>/, ''), output).toBe(
      site.read(output),
    );
  }
  const { text, type } = await get('/rss.xml');
  expect(text).toBe(site.read('rss.xml'));
  expect(type).toContain('xml');
});

test('it writes no output, and leaves the cache to the next build as it was', async () => {
  const { site, until } = await runningSite(lua, { built: true });
  const before = site.tree();
  const state = readFileSync(path.join(site.root, '.cache/broadsheet/state'));
  site.write({ 'content/kinh-te/lua.md': article('title: Giá lúa giảm') });
  await until('/kinh-te/lua/', ({ text }) => text.includes('Giá lúa giảm'));
  expect(site.tree()).toEqual(before);
  expect(readFileSync(path.join(site.root, '.cache/broadsheet/state'))).toEqual(state);
  expect(await site.build()).toMatchObject({ parsed: 1, errors: 0 });
  expect(site.read('kinh-te/lua/index.html')).toContain('Giá lúa giảm');
});

test('with a cache nothing is parsed again, without one the same is served', async () => {
  const cold = await runningSite(lua);
  const warm = await runningSite(lua, { built: true });
  expect((await warm.get('/kinh-te/lua/')).text).toBe((await cold.get('/kinh-te/lua/')).text);
  expect(existsSync(path.join(cold.site.root, 'dist'))).toBe(false);
});

test('pictures are made when they are asked for, and kept for the build', async () => {
  const { site, get } = await runningSite({
    'content/kinh-te/lua/index.md': article('title: Lúa', '![Ruộng lúa](ruong.jpg)'),
    'content/kinh-te/lua/ruong.jpg': await jpeg(800, 600),
  });
  const { text } = await get('/kinh-te/lua/');
  const [, address = ''] = /srcset="([^" ]+\.webp)/.exec(text) ?? [];
  const pictures = path.join(site.root, '.cache/broadsheet', pictureFolder());
  expect(existsSync(pictures)).toBe(false);
  expect(await get(address)).toMatchObject({ status: 200, type: 'image/webp' });
  expect(readdirSync(pictures)).toEqual([path.basename(address)]);
  const all = (text.match(/\/media\/[^ "]+/g) ?? []).length;
  expect((await site.build()).resized).toBeLessThan(all);
});

test('a missing slash is added, what is not there is the 404 page', async () => {
  const { get } = await runningSite(lua);
  const response = await get('/kinh-te/lua');
  expect(response.status).toBe(302);
  const missing = await get('/khong-co/');
  expect(missing.status).toBe(404);
  expect(missing.text).toContain('Không tìm thấy trang');
});

test('an address that is removed for good is answered with the 410 page', async () => {
  const { get } = await runningSite({
    ...lua,
    'broadsheet.config.ts': configuration("delivery: { gone: ['/cu/'] }"),
  });
  expect(await get('/cu/')).toMatchObject({ status: 410, text: expect.stringContaining('không còn nữa') });
});

test('below a base path the front page is found from the root', async () => {
  const config = configuration().replace(
    "origin: 'https://bao.example'",
    "origin: 'https://bao.example', base: '/bao/'",
  );
  const { dev, get } = await runningSite({ ...lua, 'broadsheet.config.ts': config });
  expect(new URL(dev.url).pathname).toBe('/bao/');
  expect((await get('/bao/kinh-te/lua/')).status).toBe(200);
  expect((await fetch(new URL('/', dev.url), { redirect: 'manual' })).headers.get('location')).toBe('/bao/');
});

test('foreign names in the Host header are refused', async () => {
  const { dev } = await runningSite(lua);
  const { port } = new URL(dev.url);
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    '192.168.1.4',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'localhost@evil.example',
  ])
    expect(await raw(dev.url, { headers: { host } }), host).toBe(403);
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, 'bao.localhost', '[::1]:80'])
    expect(await raw(dev.url, { headers: { host } }), host).toBe(200);
});

test('it listens on the loopback only', async () => {
  const { dev } = await runningSite(lua);
  const { networkInterfaces } = await import('node:os');
  const outer = Object.values(networkInterfaces())
    .flat()
    .find((face) => face && face.family === 'IPv4' && !face.internal);
  if (outer)
    await expect(raw(dev.url.replace('localhost', outer.address), {})).rejects.toThrow('ECONNREFUSED');
  expect(dev.url).toMatch(/^http:\/\/localhost:\d+\/$/);
});

test('paths out of the site are refused, however they are written', async () => {
  const { dev, site } = await runningSite(lua);
  site.write({ 'secret.txt': 'secret' });
  for (const written of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/kinh-te/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00',
    '/%E0%A4%A',
    '//secret.txt',
    '/./secret.txt',
  ])
    expect(await raw(dev.url, { path: written }), written).toBe(400);
  for (const written of [
    '/secret.txt',
    '/content/kinh-te/lua.md',
    '/broadsheet.config.ts',
    '/.cache/state',
    '/_broadsheet/../../secret',
  ])
    expect([400, 404], written).toContain(await raw(dev.url, { path: written }));
});

test('only pages of the server itself may open the editor, and only on files of the site', async () => {
  const { dev, site } = await runningSite(lua, {
    environment: { BROADSHEET_EDITOR: `${process.execPath} -e "0" --` },
  });
  const own = new URL(dev.url).origin;
  const json = { 'content-type': 'application/json' };
  const edit = (headers: Record<string, string>, file = 'content/kinh-te/lua.md', method = 'POST') =>
    raw(dev.url, {
      path: '/_broadsheet/edit',
      method,
      headers: { ...json, ...headers },
      body: method === 'POST' ? JSON.stringify({ file }) : '',
    });
  expect(await edit({ origin: own })).toBe(204);
  expect(await edit({ origin: 'https://evil.example' })).toBe(403);
  expect(await edit({ origin: 'null' })).toBe(403);
  expect(await edit({})).toBe(403);
  expect(await edit({ origin: own, 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await edit({ origin: own, 'content-type': 'text/plain' })).toBe(403);
  expect(await edit({ origin: own }, undefined, 'GET')).toBe(405);
  site.write({ 'secret.txt': 'secret', 'templates/parts/x.tsx': 'export {};' });
  for (const file of [
    'secret.txt',
    '../secret.txt',
    '/etc/passwd',
    'templates/../secret.txt',
    'content/khong-co.md',
    'templates/',
    'templates/parts',
    'content/kinh-te',
  ])
    expect(await edit({ origin: own }, file), file).toBe(404);
});

test('what is told is not for pages of other origins', async () => {
  const { get } = await runningSite(lua);
  expect((await get('/_broadsheet/', { headers: { origin: 'https://evil.example' } })).status).toBe(403);
  expect(
    (await get('/_broadsheet/events?page=/', { headers: { origin: 'https://evil.example' } })).status,
  ).toBe(403);
});

test('drafts, pending and future articles are there when asked for, and rejected ones never', async () => {
  const files = {
    ...lua,
    'content/kinh-te/nhap.md': article('title: Bài nháp\nstatus: draft'),
    'content/kinh-te/cho.md': article('title: Bài chờ\nstatus: pending'),
    'content/kinh-te/mai.md': article('title: Bài ngày mai\ndate: 2026-11-23 08:00'),
    'content/kinh-te/tra.md': article('title: Bài bị trả\nstatus: rejected'),
  };
  const plain = await runningSite(files);
  const drafts = await runningSite(files, { drafts: true });
  for (const [slug, standing] of [
    ['nhap', 'draft'],
    ['cho', 'pending'],
    ['mai', 'scheduled'],
  ] as const) {
    expect((await plain.get(`/kinh-te/${slug}/`)).status, slug).toBe(404);
    const { status, text } = await drafts.get(`/kinh-te/${slug}/`);
    expect(status, slug).toBe(200);
    expect(text).toContain(`&quot;standing&quot;:&quot;${standing}&quot;`);
  }
  expect((await drafts.get('/kinh-te/tra/')).status).toBe(404);
  expect((await drafts.get('/kinh-te/')).text).toContain('Bài ngày mai');
});

test('an approval that does not count is shown in the list and on the page', async () => {
  const files = {
    'broadsheet.config.ts': configuration('workflow: { approval: true }'),
    'content/kinh-te/_index.md': '---\ntitle: Kinh tế\neditors: [minh-khang]\n---\n',
    'content/kinh-te/lua.md': article('title: Lúa\nstatus: approved\napprovedBy: tuyet-ngoc'),
    'content/kinh-te/gao.md': article('title: Gạo\nstatus: approved\napprovedBy: minh-khang'),
  };
  const plain = await runningSite(files);
  expect(plain.dev.engine.articles().map(({ title, status }) => [title, status])).toEqual([
    ['Gạo', 'published'],
    ['Lúa', 'unapproved'],
  ]);
  expect((await plain.get('/_broadsheet/?status=unapproved')).text).toContain('Approval does not count</td>');
  const { status, text } = await plain.get('/kinh-te/lua/');
  expect(status).toBe(404);
  expect(text).toContain('&quot;standing&quot;:&quot;unapproved&quot;');
  const drafts = await runningSite(files, { drafts: true });
  expect(drafts.dev.engine.unpublished()).toEqual(['/kinh-te/lua/']);
});

test('an article that falls due appears by itself', async () => {
  let moment = Date.parse('2026-11-22T08:00:00+07:00');
  const { until, get } = await runningSite(
    { 'content/kinh-te/sap.md': article('title: Sắp đăng\ndate: 2026-11-22 08:00:01') },
    { clock: () => moment },
  );
  expect((await get('/kinh-te/sap/')).status).toBe(404);
  moment += 2000;
  await until('/kinh-te/sap/', ({ status }) => status === 200);
});

test('the list has all articles with status, date and problems, searched without diacritics', async () => {
  const { get } = await runningSite({
    ...lua,
    'content/kinh-te/nhap.md': article('title: Đường mới\nstatus: draft', '[chết](khong-co.md)'),
    'content/kinh-te/hong.md': 'không có thông tin đầu tệp',
  });
  const { text } = await get('/_broadsheet/');
  for (const words of [
    'Giá lúa tăng',
    'Đường mới',
    'content/kinh-te/hong.md',
    'Draft',
    'Broken',
    '2026-11-16 08:30',
    '1 errors',
  ])
    expect(text).toContain(words);
  const searched = (await get('/_broadsheet/?q=duong')).text;
  expect(searched).toContain('Đường mới');
  expect(searched).not.toContain('Giá lúa tăng');
  const filtered = (await get('/_broadsheet/?status=draft')).text;
  expect(filtered).toContain('Đường mới');
  expect(filtered).not.toContain('Giá lúa tăng');
  const hostile = (await get(`/_broadsheet/?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).text;
  expect(hostile).not.toContain('<script>alert');
});

test('a page beyond the last one is the last one; the first column is the headline', async () => {
  const { get } = await runningSite(
    Object.fromEntries(
      Array.from({ length: 101 }, (_, index) => [
        `content/kinh-te/tin-${index}.md`,
        article(`title: Tin ${index}`),
      ]),
    ),
    { language: 'vi' },
  );
  const { text } = await get('/_broadsheet/?page=999');
  expect(text).toContain('<a href="/_broadsheet/?q=&amp;status=&amp;language=&amp;page=1">Trang trước</a>');
  expect(text).toContain('<th scope="col">Tiêu đề</th>');
  expect(text.match(/<tr>/g)).toHaveLength(2);
});

test('drafts that are shown are linked in the list', async () => {
  const files = { 'content/kinh-te/nhap.md': article('title: Bài nháp\nstatus: draft') };
  const link = '<a href="/kinh-te/nhap/">Bài nháp</a>';
  expect((await (await runningSite(files, { drafts: true })).get('/_broadsheet/')).text).toContain(link);
  expect((await (await runningSite(files)).get('/_broadsheet/')).text).not.toContain(link);
});

test('every page names something to edit', async () => {
  const { site, get, until } = await runningSite({
    ...Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `content/kinh-te/tin-${index}.md`,
        article(`title: Tin ${index}\ntags: [lúa]`),
      ]),
    ),
    'content/kinh-te/hong.md': '---\ntitle: [\nslug: dia-chi-rieng\n---\n',
    'content/khong-co/lac.md': article('title: Lạc'),
    'content/kinh-te/nhap.md': article('title: Nháp\nslug: ban-nhap\nstatus: draft'),
    'content/gioi-thieu.md': 'Không có trường.',
    'content/xa-hoi/_index.md': '---\n---\n',
    'content/_authors/an.md': '---\n---\n',
  });
  const facts = async (address: string): Promise<object> => {
    const { text } = await get(address);
    const {
      language: _,
      key: __,
      style: ___,
      ...rest
    } = JSON.parse((/data-broadsheet="([^"]*)"/.exec(text)?.[1] ?? '').replaceAll('&quot;', '"'));
    return rest;
  };
  const config = { editable: 'broadsheet.config.ts' };
  expect(await facts('/')).toEqual(config);
  expect(await facts('/tu-khoa/lua/')).toEqual(config);
  expect(await facts('/khong-co/')).toEqual(config);
  expect(await facts('/kinh-te/')).toEqual({ source: 'content/kinh-te/_index.md' });
  expect(await facts('/kinh-te/trang-1/')).toEqual({ editable: 'content/kinh-te/_index.md' });
  expect(await facts('/kinh-te/dia-chi-rieng/')).toMatchObject({ source: 'content/kinh-te/hong.md' });
  expect(await facts('/khong-co/lac/')).toMatchObject({ source: 'content/khong-co/lac.md' });
  expect(await facts('/kinh-te/ban-nhap/')).toMatchObject({
    source: 'content/kinh-te/nhap.md',
    standing: 'draft',
    hidden: true,
  });
  expect(await facts('/gioi-thieu/')).toMatchObject({ source: 'content/gioi-thieu.md' });
  expect(await facts('/xa-hoi/')).toMatchObject({ source: 'content/xa-hoi/_index.md' });
  expect(await facts('/tac-gia/an/')).toMatchObject({ source: 'content/_authors/an.md' });
  site.write({
    'templates/pages/home.tsx':
      'export default () => <html><head></head><body>Trang đầu riêng</body></html>;\n',
  });
  await until('/', ({ text }) => text.includes('Trang đầu riêng'));
  expect(await facts('/')).toEqual({ editable: 'templates/pages/home.tsx' });
});

test('a cache that cannot be written is told as that', async () => {
  const { get, dev } = await runningSite({ ...lua, '.cache': 'a file' });
  expect(dev.engine.problems()).toMatchObject([{ rule: 'cache-unwritable', path: '.cache' }]);
  expect((await get('/')).text).toContain('The folder .cache cannot be written');
});

test('no page of another origin can frame, load or hold what dev answers', async () => {
  const { dev } = await runningSite({ 'content/kinh-te/a.md': article('title: A') });
  for (const address of [
    '/',
    '/kinh-te/a/',
    '/kinh-te/a',
    '/khong-co/',
    '/_broadsheet',
    '/_broadsheet/',
    '/_broadsheet/problems',
    '/_broadsheet/client.js',
    '/_broadsheet/events',
    '/_broadsheet/edit',
    '/%2e%2e/',
    new URL(dev.engine.style(), dev.url).pathname,
  ]) {
    const stop = new AbortController();
    const { headers } = await fetch(new URL(address, dev.url), { redirect: 'manual', signal: stop.signal });
    expect({
      address,
      frame: headers.get('x-frame-options'),
      policy: headers.get('content-security-policy'),
      load: headers.get('cross-origin-resource-policy'),
      window: headers.get('cross-origin-opener-policy'),
    }).toEqual({
      address,
      frame: 'DENY',
      policy: "frame-ancestors 'none'",
      load: 'same-origin',
      window: 'same-origin',
    });
    stop.abort();
  }
});
