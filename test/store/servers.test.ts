import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inlineSite } from '../inline-site.ts';
import { reading, withPictures, writing } from './start-store.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A port that is free. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
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

test('a server of S3, which checks signatures, is a store', async () => {
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
  const s3 = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', endpoint: `http://127.0.0.1:${port}` };
  const url = 's3://kho/anh';
  const files = await withPictures();
  const first = inlineSite(files);
  const { pictures, notices } = await first.build({ store: writing(url, { s3, patience: 5000 }) });
  expect(notices).toBeUndefined();
  const clone = inlineSite(files);
  expect(await clone.build({ store: writing(url, { s3, patience: 5000 }) })).toMatchObject({
    parsed: 0,
    fetched: pictures,
  });
  expect(clone.tree()).toEqual(first.tree());
  const wrong = { ...s3, secretAccessKey: 'sai' };
  const refused = await clone.build({ cache: false, store: writing(url, { s3: wrong, patience: 5000 }) });
  expect(refused.notices?.map(({ en }) => en)).toEqual([
    'The store s3://kho/anh failed twice (it answers 403): this build went on without it.',
  ]);
});
