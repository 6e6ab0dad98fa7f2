import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { makeKeys } from '../../src/store/keys.ts';
import type { StoreOptions } from '../../src/store/store.ts';
import { quarters } from '../images/pictures.ts';
import { configuration, type Files } from '../inline-site.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface TestStore {
  readonly url: string;
  readonly entries: Map<string, Buffer>;
  /** What was asked for, such as `PUT`. */
  readonly requests: string[];
  /** Answers in the place of the store from now on. */
  readonly answer: (answer: Answer) => void;
}

/** A plain server that keeps what is put there, until the test ends. */
export async function startStore(): Promise<TestStore> {
  const entries = new Map<string, Buffer>();
  const requests: string[] = [];
  const keep: Answer = (request, response) => {
    const name = request.url ?? '';
    if (request.method !== 'PUT') {
      const entry = entries.get(name);
      response.writeHead(entry ? 200 : 404).end(request.method === 'HEAD' ? undefined : entry);
      return;
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      entries.set(name, Buffer.concat(parts));
      response.writeHead(201).end();
    });
  };
  let answer = keep;
  const server = createServer((request, response) => {
    requests.push(request.method ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/ac`, entries, requests, answer: (next) => void (answer = next) };
}

export const keys = makeKeys();

/** The options of somebody who writes. */
export const writing = (url: string, more: Partial<StoreOptions> = {}): StoreOptions => ({
  url,
  mode: 'write',
  keys: { private: keys.private, snapshot: keys.snapshot },
  patience: 300,
  ...more,
});
/** The options of a pull request. */
export const reading = (url: string): StoreOptions => ({
  url,
  mode: 'read',
  keys: { public: keys.public },
  patience: 300,
});

export const picture = (width: number, height: number): Promise<Buffer> =>
  quarters(width, height).jpeg().toBuffer();

/** An article with two pictures, one of them its lead, which are made in a few small sizes. */
export const withPictures = async (): Promise<Files> => ({
  'broadsheet.config.ts': configuration("pictures: { widths: [80], cardWidths: [60], formats: ['webp'] }"),
  'content/kinh-te/lua/index.md': [
    '---',
    'title: Lúa',
    'date: 2026-11-16 08:30',
    'image: { src: dong.jpg, alt: Đồng lúa }',
    '---',
    '![Kho lúa](kho.jpg)',
    '',
  ].join('\n'),
  'content/kinh-te/nhap.md':
    '---\ntitle: Bí mật\nstatus: draft\ndate: 2026-11-16 08:30\n---\nNguồn tin kín.\n',
  'content/kinh-te/lua/dong.jpg': await picture(260, 160),
  'content/kinh-te/lua/kho.jpg': await picture(90, 60),
});
