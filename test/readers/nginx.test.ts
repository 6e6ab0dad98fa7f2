import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { importLogs } from '../../src/commands/views.ts';
import { freePort } from '../free-port.ts';
import { article, inlineSite } from '../inline-site.ts';
import { browser } from './logs.ts';

/** Debian's nginx, installed where that is possible; a reason where there is none. */
function findNginx(): { readonly program: string } | { readonly reason: string } {
  const places = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'];
  const find = () => places.find(existsSync);
  if (!find() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-q'], { env });
    // Only the program is wanted, not a server that starts by itself.
    spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'nginx-light'], {
      env: { ...env, RUNLEVEL: '1' },
    });
  }
  const program = find();
  return program
    ? { program }
    : { reason: 'nginx is not installed, and cannot be: apt-get install nginx-light' };
}

/** Waits until something holds, for ten seconds at most. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('waited in vain');
}

test('logs that nginx wrote over the built site are counted', async ({ skip }) => {
  const found = findNginx();
  if ('reason' in found) {
    process.stderr.write(`${found.reason}\n`);
    return skip(found.reason);
  }
  const site = inlineSite({
    'content/kinh-te/lúa gạo.md': article('title: Lúa\naliases: [/tin/12.html]'),
    'content/kinh-te/mia.md': article('title: Mía'),
  });
  await site.build();
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-nginx-'));
  const port = await freePort();
  const log = path.join(folder, 'access.log');
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root; ' : ''}daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log; events {}
http {
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  types { text/html html; text/css css; application/javascript js; }
  log_format purpose '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent" "$http_sec_purpose"';
  server { listen 127.0.0.1:${port}; root ${site.root}/dist; index index.html; access_log ${log} purpose; access_log ${folder}/combined.log combined; }
}\n`,
  );
  const nginx = spawn(found.program, ['-c', path.join(folder, 'nginx.conf'), '-p', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  onTestFinished(async () => {
    const gone = new Promise((resolve) => nginx.once('exit', resolve));
    nginx.kill('SIGQUIT');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  });
  const get = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`http://127.0.0.1:${port}${address}`, {
      method,
      redirect: 'manual',
      headers: { 'user-agent': browser, ...headers },
    }).then(async (response) => ({
      status: response.status,
      etag: response.headers.get('etag') ?? '',
      text: await response.text(),
    }));
  await until(() =>
    get('/robots.txt').then(
      () => true,
      () => false,
    ),
  );

  const first = await get('/kinh-te/lua-gao/');
  expect(first.status).toBe(200);
  expect(
    (await get('/kinh-te/lua-gao/', { 'if-none-match': first.etag, 'user-agent': `${browser} Edg/130` }))
      .status,
  ).toBe(304);
  await get('/kinh-te/lua-gao/');
  await get('/kinh-te/lua-gao/?fbclid=1');
  expect((await get('/kinh-te/lua-gao')).status).toBe(301);
  await get('/tin/12.html');
  await get('/kinh-te/mia/', {
    'user-agent': 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  });
  await get('/kinh-te/mia/', { 'sec-purpose': 'prefetch;prerender' });
  await get('/kinh-te/mia/', {}, 'HEAD');
  await get('/kinh-te/khong-co/');
  await get('/kinh-te/');
  await get('/kinh-te/mia/', { 'user-agent': 'Mozilla/5.0 "quoted" \\ Gecko/20100101 Firefox/130.0' });
  await until(() => readFileSync(log, 'utf8').includes('quoted'));

  const totals = () =>
    Object.fromEntries(
      Object.entries(
        JSON.parse(readFileSync(path.join(site.root, 'content/_data/views.json'), 'utf8')).articles as Record<
          string,
          { total: number }
        >,
      ).map(([address, { total }]) => [address, total]),
    );
  const run = async (...logs: string[]) => {
    const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      return await importLogs(logs, { site: site.root, json: true, language: 'en' });
    } finally {
      printed.mockRestore();
    }
  };
  expect(await run(log)).toBe(0);
  expect(totals()).toEqual({ '/kinh-te/lua-gao/': 2, '/kinh-te/mia/': 1 });
  await run(log);
  expect(totals()).toEqual({ '/kinh-te/lua-gao/': 2, '/kinh-te/mia/': 1 });

  // Rotated as logrotate does it.
  renameSync(log, `${log}.1`);
  nginx.kill('SIGUSR1');
  await until(() => existsSync(log));
  await get('/kinh-te/mia/', { 'user-agent': `${browser} OPR/116` });
  await get('/kinh-te/lua-gao/');
  await until(() => readFileSync(log, 'utf8').includes('lua-gao'));
  spawnSync('gzip', [`${log}.1`]);
  await run(log, `${log}.1.gz`);
  expect(totals()).toEqual({ '/kinh-te/lua-gao/': 2, '/kinh-te/mia/': 2 });

  // The page's script finds the number where the page says.
  await site.build();
  const page = await get('/kinh-te/mia/');
  const [, file = '', key = ''] = /data-views="([^"]+)" data-article="([^"]+)"/.exec(page.text) ?? [];
  expect(JSON.parse((await get(file)).text)[key]).toBe(2);
});
