import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { article, configuration, inlineSite } from '../inline-site.ts';
import { startCli } from '../run-cli.ts';

/** Asks as it is written: `fetch` would tidy the path. */
const ask = (port: number, address: string, host = 'localhost') =>
  new Promise<{ status: number; text: string; headers: Readonly<Record<string, unknown>> }>(
    (resolve, reject) => {
      get(
        { host: '127.0.0.1', port, path: address, headers: { host, connection: 'close' } },
        async (response) => {
          let text = '';
          for await (const chunk of response) text += String(chunk);
          resolve({ status: response.statusCode ?? 0, text, headers: response.headers });
        },
      ).on('error', reject);
    },
  );

async function previewed(root: string): Promise<number> {
  const child = startCli(['preview', '--port', '0'], { cwd: root });
  onTestFinished(() => void child.kill());
  const told = await new Promise<string>((resolve) =>
    child.stdout?.once('data', (data) => resolve(String(data))),
  );
  return Number(new URL(told.trim()).port);
}

test('preview serves what is in the folder, nothing hidden, and nothing from elsewhere', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: A'),
    'content/_static/.well-known/security.txt': 'Contact: x',
    'content/_static/a b.txt': 'blank',
  });
  await site.build();
  const inDist = (name: string): string => path.join(site.root, 'dist', name);
  writeFileSync(inDist('.hid'), 'mark');
  mkdirSync(inDist('kinh-te/.git'));
  writeFileSync(inDist('kinh-te/.git/config'), 'mark');
  mkdirSync(path.join(site.root, 'dist2'));
  writeFileSync(path.join(site.root, 'dist2/index.html'), 'mark');
  writeFileSync(path.join(site.root, 'mat.html'), 'mark');
  symlinkSync('../mat.html', inDist('ra.html'));
  symlinkSync('../dist2', inDist('ra-thu-muc'));
  symlinkSync('..', inDist('len'));
  symlinkSync('index.html', inDist('trong.html'));
  const port = await previewed(site.root);
  const hidden = [
    '/.hid',
    '/%2ehid',
    '/%2Ehid',
    '/%252ehid',
    '/kinh-te/.git/config',
    '/kinh-te/%2egit/config',
    '/kinh-te%2f.git%2fconfig',
    '/x?/../.hid',
    '/.hid?x',
    '//.hid',
    '/./.hid',
    '/kinh-te/../.hid',
    '/kinh-te/%2e%2e/.hid',
  ];
  const outside = [
    '/ra.html',
    '/ra',
    '/ra-thu-muc/',
    '/ra-thu-muc/index.html',
    '/len/mat.html',
    '/len/mat',
    '/../mat.html',
    '/..%2fmat.html',
    '/%2e%2e/mat.html',
    '/..\\mat.html',
    '/%5c..%5cmat.html',
    '/../dist2/index.html',
    '/../dist2/',
    '/%00',
    '/%',
  ];
  for (const address of [...hidden, ...outside, '/.broadsheet']) {
    const { status, text } = await ask(port, address);
    expect({ address, status, told: text.includes('mark') }).toEqual({ address, status: 404, told: false });
  }
  for (const [address, has] of [
    ['/', '<title>'],
    ['/kinh-te/a/', '<h1'],
    ['/kinh-te/a', '<h1'],
    ['/?a=1', '<title>'],
    ['/.well-known/security.txt', 'Contact'],
    ['/a%20b.txt', 'blank'],
    ['/trong.html', '<title>'],
  ] as const) {
    const { status, text, headers } = await ask(port, address);
    expect({ address, status, has: text.includes(has) }).toEqual({ address, status: 200, has: true });
    expect(headers).toMatchObject({
      'x-frame-options': 'DENY',
      'content-security-policy': "frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
    });
  }
  expect(await ask(port, '/', 'xau.example')).toMatchObject({ status: 403 });
});

test('preview answers 410 at addresses that are removed for good', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration("delivery: { gone: ['/cũ/bài-1/'] }"),
    'content/kinh-te/a.md': article('title: A'),
  });
  await site.build();
  const port = await previewed(site.root);
  for (const address of ['/c%C5%A9/b%C3%A0i-1/', '/c%C5%A9/b%C3%A0i-1', '/c%C5%A9/b%C3%A0i-1/?a=1'])
    expect(await ask(port, address), address).toMatchObject({
      status: 410,
      text: expect.stringContaining('<h1'),
    });
  expect(await ask(port, '/c%C5%A9/')).toMatchObject({ status: 404 });
});

test('preview of a site below a path', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration().replace(
      "origin: 'https://bao.example'",
      "origin: 'https://bao.example', base: '/bao/'",
    ),
    'content/kinh-te/a.md': article('title: A'),
  });
  await site.build();
  const port = await previewed(site.root);
  expect(await ask(port, '/bao/kinh-te/a/')).toMatchObject({ status: 200 });
  for (const address of ['/kinh-te/a/', '/bao/.broadsheet', '/bao/%2ebroadsheet'])
    expect(await ask(port, address), address).toMatchObject({ status: 404 });
});
