import { spawn, spawnSync } from 'node:child_process';
import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SignatureV4 } from '@smithy/signature-v4';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../free-port.ts';
import { inlineSite } from '../inline-site.ts';
import { reading, startStore, withPictures, writing } from './start-store.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The configuration that docs/scale.md shows, with places of a test. */
const nginxConfiguration = (
  port: number,
  folder: string,
): string => `${process.getuid?.() === 0 ? 'user root;\n' : ''}daemon off;
pid ${folder}/pid;
error_log stderr;
events {}
http {
  access_log off;
  ${['proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port};
    location /ac/ {
      root ${folder}/store;
      client_body_temp_path ${folder}/store/tmp;
      client_max_body_size 1g;
      dav_methods PUT;
      create_full_put_path on;
    }
  }
}
`;

test.skipIf(!process.env.CI && spawnSync('nginx', ['-v']).error !== undefined)(
  "Debian's nginx with dav_methods is a store",
  async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'store'));
    const port = await freePort();
    writeFileSync(path.join(folder, 'nginx.conf'), nginxConfiguration(port, folder));
    const nginx = spawn('nginx', ['-c', path.join(folder, 'nginx.conf')], { stdio: 'ignore' });
    const ended = new Promise((resolve) => nginx.once('exit', resolve));
    onTestFinished(async () => {
      nginx.kill('SIGTERM');
      await ended;
    });
    const url = `http://127.0.0.1:${port}/ac`;
    await expect
      .poll(() =>
        fetch(url).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBeGreaterThan(0);
    const files = await withPictures();
    const first = inlineSite(files);
    const { pictures, notices } = await first.build({ store: writing(url) });
    expect(notices).toBeUndefined();
    const clone = inlineSite(files);
    expect(await clone.build({ store: writing(url) })).toMatchObject({ parsed: 0, fetched: pictures });
    expect(await inlineSite(files).build({ store: reading(url) })).toMatchObject({ fetched: pictures });
    expect(clone.tree()).toEqual(first.tree());
    expect(readdirSync(path.join(folder, 'store/ac')).every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(
      true,
    );
  },
);

const s3 = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

test('a bucket of S3 is a store', async () => {
  const { default: S3rver } = await import('s3rver');
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: temporaryFolder(),
    configureBuckets: [{ name: 'kho', configs: [] }],
  });
  const { port } = await server.run();
  onTestFinished(() => server.close());
  const access = { s3: { ...s3, endpoint: `http://127.0.0.1:${port}/` }, patience: 5000 };
  const files = await withPictures();
  const first = inlineSite(files);
  const { pictures, notices } = await first.build({ store: writing('s3://kho/anh/', access) });
  expect(notices).toBeUndefined();
  const clone = inlineSite(files);
  expect(await clone.build({ store: writing('s3://kho/anh', access) })).toMatchObject({
    parsed: 0,
    fetched: pictures,
  });
  expect(clone.tree()).toEqual(first.tree());
  const nowhere = await clone.build({ cache: false, store: writing('s3://khong-co/anh', access) });
  expect(nowhere.notices?.map(({ en }) => en)).toEqual([
    'The store s3://khong-co/anh failed twice (it answers 404 to PUT): this build went on without it.',
  ]);
});

test("requests to S3 are signed as Amazon's own code signs them", async () => {
  const store = await startStore();
  const seen: IncomingMessage[] = [];
  store.answer((request, response) => {
    seen.push(request);
    request.resume().on('end', () => response.writeHead(404).end());
  });
  const endpoint = store.url.replace('/ac', '');
  const site = inlineSite(await withPictures());
  await site.build({
    store: writing('s3://kho/ảnh gốc', { s3: { ...s3, endpoint, sessionToken: 'phien' } }),
  });
  expect(new Set(seen.map(({ method }) => method))).toEqual(new Set(['GET', 'PUT']));
  const signer = new SignatureV4({
    service: 's3',
    region: 'us-east-1',
    credentials: { ...s3, sessionToken: 'phien' },
    sha256: Sha256 as never,
    uriEscapePath: false,
    applyChecksum: false,
  });
  for (const { method = '', url = '', headers } of seen) {
    const { authorization, host = '', ...others } = headers;
    const sent = Object.entries(others).filter(([name]) => name.startsWith('x-amz-'));
    expect(url).toMatch(/^\/kho\/%E1%BA%A3nh%20g%E1%BB%91c\/[0-9a-f]{64}$/);
    const request = {
      method,
      protocol: 'http:',
      hostname: host,
      path: url,
      headers: { host, ...Object.fromEntries(sent) },
    };
    const time = String(others['x-amz-date']).replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z');
    expect(await signer.sign(request as never, { signingDate: new Date(time) })).toMatchObject({
      headers: { authorization },
    });
  }
});

/** SHA-256 and its HMAC, as the signer asks for them. */
class Sha256 {
  readonly #hash: Hash | Hmac;
  constructor(secret?: string | Uint8Array) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  }
  update(data: Uint8Array): void {
    this.#hash.update(data);
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}
