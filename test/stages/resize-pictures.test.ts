import path from 'node:path';
import { expect, test } from 'vitest';
import type { OutputPath, SourcePath } from '../../src/brands.ts';
import { digestOf } from '../../src/bytes/digest.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { explain } from '../../src/diagnostics/print.ts';
import type { Operation } from '../../src/images/operation.ts';
import { resizePictures } from '../../src/stages/resize-pictures.ts';
import { quarters } from '../images/pictures.ts';
import { inlineSite } from '../inline-site.ts';

interface Options {
  readonly bytes?: Uint8Array;
  /** How many documents show it. */
  readonly count?: number;
  readonly done?: () => void;
}

/** What is said of a picture that is to be made. */
async function told({
  bytes = Buffer.from('no picture'),
  count = 1,
  done = () => {},
}: Options): Promise<string[]> {
  const from = 'content/kinh-te/lua.png' as SourcePath;
  const site = inlineSite({ [from]: bytes });
  const output = 'media/lua.webp' as OutputPath;
  const size = { width: 9, height: 9 };
  const operation: Operation = {
    output,
    source: digestOf(bytes),
    ...size,
    format: 'webp',
    quality: 75,
    from: size,
  };
  const users = new Set(Array.from({ length: count }, (_, index) => `content/${index}.md`));
  const messages: Diagnostic[] = [];
  await resizePictures({
    root: path.resolve(site.root),
    wanted: [
      {
        kind: 'picture',
        output,
        from,
        operation,
        user: { path: 'content/0.md', line: 5, column: 1 },
        users,
        by: 'pictures',
      },
    ],
    done,
    report: (message) => void messages.push(message),
  });
  return messages.map((message) => `${message.path}:${message.line}: ${explain(message, 'en').message}`);
}

test.each([
  [1, 'content/0.md:5: The picture “content/kinh-te/lua.png” cannot be read'],
  [2, 'content/0.md:5: The picture “content/kinh-te/lua.png” (also shown by content/1.md) cannot be read'],
  [
    6,
    'content/0.md:5: The picture “content/kinh-te/lua.png” (also shown by content/1.md, content/2.md, content/3.md and 2 more) cannot be read',
  ],
])('a picture that cannot be made is told once, with the %i documents that show it', async (count, text) => {
  const messages = await told({ count });
  expect(messages.map((message) => message.slice(0, text.length))).toEqual([text]);
});

test('what could not be written is no fault of the picture', async () => {
  const full = new Error('ENOSPC: no space left on device');
  const done = (): void => {
    throw full;
  };
  const bytes = await quarters(60, 40).png().toBuffer();
  await expect(told({ bytes, done })).rejects.toBe(full);
  expect(await told({ bytes })).toEqual([]);
});
