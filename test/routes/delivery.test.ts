import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseAllRedirects } from '@netlify/redirect-parser';
import { DOMParser } from '@xmldom/xmldom';
import { chromium } from 'playwright-core';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
// @ts-expect-error a script without types
import { findChromium } from '../../scripts/find-chromium.mjs';
import type { Address } from '../../src/brands.ts';
import { lazy } from '../../src/bytes/lazy.ts';
import { toWebConfig } from '../../src/routes/hosts/iis.ts';
import { fitTo } from '../../src/routes/hosts/limits.ts';
import type { HostTable } from '../../src/routes/hosts/table.ts';
import { freePort } from '../free-port.ts';
import { article, configuration, type InlineSite, inlineSite, reported } from '../inline-site.ts';

const withHosts = (...hosts: string[]) =>
  configuration(
    `languages: { vi: {}, en: { title: 'Test' } }, delivery: { hosts: ${JSON.stringify(hosts)}, gone: ['/da-bo/', '/en/gone.html', '/kinh-te/gao/'], precompressed: true }`,
  );
const files = {
  'content/kinh-te/lua.md': article(
    'title: Lúa\naliases: [/tin-tuc/1187.html, "/giá \\"lúa\\" (mới)/", /a$b.c/, /kinh-te/gao/, "/tin.aspx?id=12&c=a%20b", "/?p=9", "/{x}/", /Tin/Lua/]',
  ),
  // The same but for its case, which not all hosts look at.
  'content/kinh-te/ngo.md': article('title: Ngô\naliases: [/tin/lua/, "/tin.aspx?id=12&c=A%20b"]'),
  // Lies where an alias of the other one would be: nothing leads away from it.
  'content/kinh-te/gao.md': article('title: Gạo'),
  'content/kinh-te/muoi.md': article('title: Muối\nstatus: withdrawn'),
  'content/_static/a.vtt': 'WEBVTT\n',
  'content/_static/a.webmanifest': '{}',
};

describe('Netlify and Cloudflare', () => {
  test('are told of old addresses, withdrawn articles and headers', async () => {
    const site = inlineSite({ ...files, 'broadsheet.config.ts': withHosts('netlify') });
    await site.build();
    expect(site.read('_redirects')).toBe(
      [
        '/tin.aspx id=12 c=a%20b /kinh-te/lua/ 301!',
        '/ p=9 /kinh-te/lua/ 301!',
        '/tin.aspx id=12 c=A%20b /kinh-te/ngo/ 301!',
        '/tin-tuc/1187.html /kinh-te/lua/ 301!',
        '/gi%C3%A1%20%22l%C3%BAa%22%20%28m%E1%BB%9Bi%29/ /kinh-te/lua/ 301!',
        '/a%24b.c/ /kinh-te/lua/ 301!',
        '/%7Bx%7D/ /kinh-te/lua/ 301!',
        '/Tin/Lua/ /kinh-te/lua/ 301!',
        '/tin/lua/ /kinh-te/ngo/ 301!',
        '/kinh-te/muoi/ /kinh-te/muoi/index.html 410!',
        '/da-bo/ /410.html 410!',
        '/da-bo /410.html 410!',
        '/en/gone.html /en/410.html 410!',
        '/en/* /en/404.html 404',
        '',
      ].join('\n'),
    );
    // The policy that the documentation has, which its own test holds pages to.
    const [, policy = 'none'] =
      /^Content-Security-Policy: (.*)$/m.exec(readFileSync('docs/deploy.md', 'utf8')) ?? [];
    expect(site.read('_headers')).toContain(`  Content-Security-Policy: ${policy}\n`);
    expect(site.read('_headers')).toContain(
      '/assets/*\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n',
    );
    // Cloudflare knows no 410; the same file, for another host.
    site.write({ 'broadsheet.config.ts': withHosts('cloudflare') });
    const { messages } = await site.build();
    expect(messages.flatMap(({ rule, values }) => (rule === 'host-limit' ? [values] : []))).toEqual([
      { host: 'cloudflare', count: 4, reason: 'it knows no 410' },
    ]);
    expect(messages.find(({ rule }) => rule === 'host-limit')).toMatchObject({
      path: 'broadsheet.config.ts',
      line: 2,
      column: 156,
    });
    expect(messages.filter(({ rule }) => rule === 'alias-query')).toHaveLength(3);
    expect(site.read('_redirects')).toBe(
      [
        '/tin-tuc/1187.html /kinh-te/lua/ 301',
        '/gi%C3%A1%20%22l%C3%BAa%22%20%28m%E1%BB%9Bi%29/ /kinh-te/lua/ 301',
        '/a%24b.c/ /kinh-te/lua/ 301',
        '/%7Bx%7D/ /kinh-te/lua/ 301',
        '/Tin/Lua/ /kinh-te/lua/ 301',
        '/tin/lua/ /kinh-te/ngo/ 301',
        '',
      ].join('\n'),
    );
  });

  test('write what a parser of _redirects reads', async () => {
    const site = inlineSite({ ...files, 'broadsheet.config.ts': withHosts('netlify') });
    await site.build();
    const { redirects, errors } = await parseAllRedirects({
      redirectsFiles: [path.join(site.root, 'dist/_redirects')],
      configRedirects: [],
      minimal: true,
    });
    expect(errors).toEqual([]);
    expect(redirects).toHaveLength(14);
    expect(redirects[0]).toMatchObject({
      from: '/tin.aspx',
      query: { id: '12', c: 'a%20b' },
      to: '/kinh-te/lua/',
      status: 301,
      force: true,
    });
    expect(redirects).toContainEqual(
      expect.objectContaining({ from: '/kinh-te/muoi/', to: '/kinh-te/muoi/index.html', status: 410 }),
    );
  });

  test('the policy lets forms send to the servers that are named, and to the site where it is searched', async () => {
    const policyWith = async (options: string): Promise<string | undefined> => {
      const site = inlineSite({ 'broadsheet.config.ts': configuration(options) });
      await site.build();
      return /form-action ([^;]+)/.exec(site.read('_headers'))?.[1];
    };
    const forms = "forms: ['https://gop-y.example/gui']";
    expect(await policyWith(`delivery: { hosts: ['netlify'], ${forms} }`)).toBe(
      "'self' https://gop-y.example",
    );
    expect(await policyWith("search: false, delivery: { hosts: ['netlify'] }")).toBe("'none'");
    expect(await policyWith(`search: false, delivery: { hosts: ['netlify'], ${forms} }`)).toBe(
      'https://gop-y.example',
    );
  });

  test('without hosts there are no such files, and a page leads on from each old address', async () => {
    const site = inlineSite(files);
    await site.build();
    expect([...site.tree().keys()].filter((file) => /^[._]|\/\./.test(file))).toEqual(['.broadsheet']);
    expect(site.has('tin-tuc/1187.html')).toBe(true);
  });

  test('a file of the site wins, and that is said', async () => {
    const site = inlineSite({
      ...files,
      'broadsheet.config.ts': withHosts('netlify'),
      'content/_static/_redirects': '/x /y 301\n',
    });
    expect(reported(await site.build())).toContain('content/_static/_redirects:1:1 host-file warning');
    expect(site.read('_redirects')).toBe('/x /y 301\n');
    expect(site.has('_headers')).toBe(true);
  });
});

describe('IIS', () => {
  /** What `web.config` says, as IIS would look it up. */
  const open = (text: string) => {
    const document = new DOMParser().parseFromString(text, 'text/xml');
    const named = (name: string) => [...document.getElementsByTagName(name)];
    const keys = (map: string): Map<string | null, string | null> =>
      new Map(
        named('rewriteMap')
          .filter((each) => each.getAttribute('name') === map)
          .flatMap((each) => [...each.getElementsByTagName('add')])
          .map((entry) => [entry.getAttribute('key'), entry.getAttribute('value')]),
      );
    return { named, keys };
  };

  test('is told of old addresses, withdrawn articles and headers in web.config', async () => {
    const site = inlineSite({ ...files, 'broadsheet.config.ts': withHosts('iis') });
    expect(reported(await site.build()).filter((line) => !/duplicate-output|gone-served/.test(line))).toEqual(
      [],
    );
    const { named, keys } = open(site.read('web.config'));
    expect([...keys('moved')]).toEqual([
      ['tin-tuc/1187.html', '/kinh-te/lua/'],
      ['giá "lúa" (mới)/', '/kinh-te/lua/'],
      ['a$b.c/', '/kinh-te/lua/'],
      ['{x}/', '/kinh-te/lua/'],
    ]);
    expect([...keys('movedQuery')]).toEqual([['?p=9', '/kinh-te/lua/']]);
    expect([...keys('gone')]).toEqual([
      ['kinh-te/muoi/', 'gone'],
      ['da-bo/', 'gone'],
      ['da-bo', 'gone'],
      ['en/gone.html', 'gone'],
    ]);
    // Those that are the same but for their case have rules, since keys are compared without it.
    expect(
      named('rule').map((rule) => [
        rule.getAttribute('name'),
        rule.getElementsByTagName('match')[0]?.getAttribute('url'),
        rule.getElementsByTagName('add')[0]?.getAttribute('pattern'),
      ]),
    ).toEqual([
      ['moved 1', '^tin\\.aspx$', '^id=12&c=a%20b$'],
      ['moved 2', '^tin\\.aspx$', '^id=12&c=A%20b$'],
      ['moved 3', '^Tin/Lua/$', '^$'],
      ['moved 4', '^tin/lua/$', '^$'],
      ['movedQuery', '.*', '(.+)'],
      ['moved', '.*', '(.+)'],
      ['gone', '.*', '(.+)'],
    ]);
    const errors = named('error').map((error) => {
      const place = (error.parentNode?.parentNode?.parentNode as unknown as Element | null)?.getAttribute(
        'path',
      );
      return [place, error.getAttribute('statusCode'), error.getAttribute('path')];
    });
    expect(errors).toEqual([
      [null, '404', '404.html'],
      ['en', '404', 'en\\404.html'],
      ['kinh-te/muoi', '410', 'kinh-te\\muoi\\index.html'],
      ['da-bo', '410', '410.html'],
      ['en/gone.html', '410', 'en\\410.html'],
    ]);
    // What is set twice is refused: nothing is added that is not removed before.
    for (const name of ['customHeaders', 'staticContent'])
      for (const list of named(name)) {
        const taken = new Set<string | null>();
        for (const entry of [...list.childNodes].filter(
          (node) => node.nodeType === 1,
        ) as unknown as Element[]) {
          const key = entry.getAttribute('name') ?? entry.getAttribute('fileExtension');
          if (entry.tagName === 'remove') taken.add(key);
          else expect([...taken]).toContain(key);
        }
      }
  });

  test('reads 250 KB, Cloudflare 2,000 lines: the rest is counted', () => {
    const moves = Array.from({ length: 3000 }, (_, number) => ({
      from: `/${'cu'.repeat(20)}/${number}.html` as Address,
      to: '/kinh-te/lua/' as Address,
    }));
    const gone = { address: '/kinh-te/muoi/' as Address, page: '/kinh-te/muoi/index.html' as Address };
    const table: HostTable = {
      base: '/' as Address,
      moves,
      gone: [gone],
      notFound: [],
      headers: [],
      precompressed: false,
      unchanging: [],
    };
    const fitted = fitTo('iis', table);
    const written = toWebConfig(fitted.table);
    expect(Buffer.byteLength(written)).toBeGreaterThan(249.8 * 1024);
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(250 * 1024);
    const { keys } = open(written);
    expect(fitted.unfit).toEqual([
      { reason: 'it reads a web.config of 250 KB', count: 3000 - keys('moved').size },
    ]);
    expect(keys('gone').size).toBe(1);
    expect(fitTo('cloudflare', table).unfit).toEqual([
      { reason: 'it reads 2000 redirects', count: 1000 },
      { reason: 'it knows no 410', count: 1 },
    ]);
    expect(fitTo('nginx', table)).toEqual({ table, unfit: [] });
  });
});

test('an old address with a query has one owner', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': withHosts('nginx'),
    'content/kinh-te/a.md': article('title: A\naliases: ["/t.aspx?id=1"]'),
    'content/kinh-te/b.md': article('title: B\naliases: ["https://bao.example/t.aspx%3Fid=1#x"]'),
  });
  const { messages } = await site.build();
  expect(messages.map(({ path: file, rule, values }) => [file, rule, values])).toEqual([
    ['content/kinh-te/b.md', 'duplicate-address', { address: '/t.aspx?id=1', other: 'content/kinh-te/a.md' }],
  ]);
});

const browser = lazy(() => chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] }));
afterAll(async () => {
  await (await browser()).close();
});

/** What a browser refuses by the policy of a server: of pages as they are, and of a script that is put into one. */
async function refusedBy(origin: string, addresses: readonly string[]) {
  const page = await (await browser()).newPage();
  const refused: string[] = [];
  await page.exposeFunction('refuse', (what: string) => refused.push(what));
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      (window as unknown as { refuse: (what: string) => void }).refuse(`${effectiveDirective} ${blockedURI}`),
    ),
  );
  for (const address of addresses) await page.goto(origin + address, { waitUntil: 'load' });
  const ofThePages = refused.splice(0);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.body.append(script);
  });
  await expect.poll(() => refused).toHaveLength(1);
  expect(await page.title()).not.toBe('ran');
  await page.close();
  return { ofThePages, injected: refused };
}

/** An answer as it is sent. */
const askFor = (address: string, encoding: string) =>
  new Promise<{ headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': encoding } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts) }));
    }).on('error', reject);
  });
const isThere = (program: string): boolean => spawnSync(program, ['-v']).error === undefined;
/** Starts a server with the configuration; returns the origin once it answers. */
async function serve(site: InlineSite, server: (typeof servers)[number]): Promise<string> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-host-'));
  // Servers that are started as root read as another user.
  for (const readable of [site.root, folder]) chmodSync(readable, 0o755);
  const file = path.join(folder, 'server.conf');
  writeFileSync(file, server.configuration({ port, folder, root: path.join(site.root, 'dist') }));
  const started = spawn(server.program, server.arguments(file), { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  started.stderr.on('data', (text: Buffer) => {
    said += text.toString();
  });
  let ended = false;
  const end = new Promise<void>((resolve) =>
    started.once('exit', () => {
      ended = true;
      resolve();
    }),
  );
  onTestFinished(async () => {
    started.kill('SIGTERM');
    await end;
    rmSync(folder, { recursive: true, force: true });
  });
  const origin = `http://127.0.0.1:${port}`;
  while (!ended) {
    const answers = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (answers) return origin;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${server.program} ended: ${said}`);
}

interface Place {
  readonly port: number;
  readonly folder: string;
  readonly root: string;
}
const modules = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules'].find((folder) => existsSync(folder));
/** A module of nginx that serves what is compressed by Brotli. */
const brotli = ['/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'].find((file) => existsSync(file));
const servers = [
  {
    name: 'nginx',
    program: 'nginx',
    arguments: (file: string) => ['-c', file],
    configuration: ({ port, folder, root }: Place) => `${brotli ? `load_module ${brotli};\n` : ''}daemon off;
pid ${folder}/pid;
error_log stderr;
events {}
http {
  access_log off;
  include /etc/nginx/mime.types;
  client_body_temp_path ${folder};
  include ${root}/.server/nginx-http.conf;
  server {
    listen 127.0.0.1:${port};
    root ${root};
    ${brotli ? 'brotli_static on;' : ''}
    include ${root}/.server/nginx-server.conf;
  }
}
`,
  },
  {
    name: 'apache',
    program: 'apache2',
    arguments: (file: string) => ['-d', path.dirname(file), '-f', file, '-D', 'FOREGROUND'],
    configuration: ({ port, folder, root }: Place) => `ServerName bao.example
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/errors
User www-data
Group www-data
${['mpm_event', 'authz_core', 'mime', 'dir', 'alias', 'headers', 'deflate', 'filter', 'rewrite']
  .map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so\n`)
  .join('')}TypesConfig /etc/mime.types
DocumentRoot ${root}
<Directory ${root}>
  AllowOverride All
  Require all granted
</Directory>
`,
  },
  {
    name: 'caddy',
    program: 'caddy',
    arguments: (file: string) => ['run', '--config', file, '--adapter', 'caddyfile'],
    configuration: ({ port, folder, root }: Place) => `{
  admin off
  auto_https off
  storage file_system ${folder}
}
http://127.0.0.1:${port} {
  root * ${root}
  import ${root}/.server/Caddyfile
}
`,
  },
] as const;

describe.each(servers)('$name, as it is', (server) => {
  // CI installs both.
  test.skipIf(!process.env.CI && !isThere(server.program))(
    'answers old addresses, withdrawn articles and what is not there as it is told, with headers',
    async () => {
      const site = inlineSite({ ...files, 'broadsheet.config.ts': withHosts(server.name) });
      expect(
        reported(await site.build()).filter((line) => !/duplicate-output|gone-served/.test(line)),
      ).toEqual([]);
      const origin = await serve(site, server);
      const ask = async (address: string) => {
        const response = await fetch(origin + address, { redirect: 'manual' });
        const to = response.headers.get('location')?.replace(origin, '');
        return { status: response.status, to, text: await response.text(), headers: response.headers };
      };
      for (const old of [
        '/tin-tuc/1187.html',
        '/tin-tuc/1187.html?a=1',
        '/gi%C3%A1%20%22l%C3%BAa%22%20(m%E1%BB%9Bi)/',
        '/a$b.c/',
      ])
        expect(await ask(old), old).toMatchObject({
          status: 301,
          to: expect.stringMatching(/^\/kinh-te\/lua\/(?:\?a=1)?$/),
        });
      for (const [old, to] of [
        ['/tin.aspx?id=12&c=a%20b', '/kinh-te/lua/'],
        ['/?p=9', '/kinh-te/lua/'],
        ['/%7Bx%7D/', '/kinh-te/lua/'],
        ['/Tin/Lua/', '/kinh-te/lua/'],
        ['/tin/lua/', '/kinh-te/ngo/'],
      ] as const)
        expect(await ask(old), old).toMatchObject({ status: 301, to });
      expect(await ask('/?p=99')).toMatchObject({ status: 200 });
      expect(await ask('/tin.aspx?id=1')).toMatchObject({ status: 404 });
      expect(await ask('/kinh-te/gao/')).toMatchObject({ status: 200 });
      expect(await ask('/axb.c/')).toMatchObject({ status: 404 });
      expect(await ask('/kinh-te/muoi/')).toMatchObject({
        status: 410,
        text: site.read('kinh-te/muoi/index.html'),
      });
      for (const gone of ['/da-bo/', '/da-bo'])
        expect(await ask(gone), gone).toMatchObject({ status: 410, text: site.read('410.html') });
      expect(await ask('/en/gone.html')).toMatchObject({ status: 410, text: site.read('en/410.html') });
      expect(await ask('/khong-co/')).toMatchObject({ status: 404, text: site.read('404.html') });
      expect(await ask('/en/nothing/')).toMatchObject({ status: 404, text: site.read('en/404.html') });
      for (const hidden of ['/.broadsheet', '/.htaccess', '/.server/nginx-http.conf'])
        expect([403, 404], hidden).toContain((await ask(hidden)).status);
      const style = [...site.tree().keys()].find((file) => file.endsWith('.css'));
      for (const [address, caching] of [
        ['/', 'no-cache'],
        [`/${style}`, 'public, max-age=31536000, immutable'],
      ] as const) {
        const { headers } = await ask(address);
        expect(headers.get('cache-control'), address).toBe(caching);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      }
      // What lies there compressed, as long as it lies there.
      for (const [address, output] of [
        [`/${style}`, style as string],
        ['/', 'index.html'],
        ['/da-bo/', '410.html'],
      ] as const)
        for (const [encoding, ending] of [
          ['gzip', 'gz'],
          ['br', 'br'],
        ] as const) {
          if (ending === 'br' && server.name === 'nginx' && !brotli) continue;
          const answer = await askFor(origin + address, encoding);
          expect(answer.headers, `${address} ${encoding}`).toMatchObject({
            'content-encoding': encoding,
            vary: expect.stringMatching(/accept-encoding/i),
          });
          expect(answer.headers['content-type']).toMatch(
            output.endsWith('.css') ? /^text\/css/ : /^text\/html/,
          );
          expect(answer.body).toEqual(site.tree().get(`${output}.${ending}`));
        }
      for (const [address, type] of [
        ['/a.vtt', 'text/vtt'],
        ['/a.webmanifest', 'application/manifest+json'],
      ] as const)
        expect((await ask(address)).headers.get('content-type')).toMatch(type);
      expect(await refusedBy(origin, ['/', '/kinh-te/lua/', '/tim-kiem/', '/khong-co/'])).toEqual({
        ofThePages: [],
        injected: ['script-src-elem inline'],
      });
    },
  );
});
