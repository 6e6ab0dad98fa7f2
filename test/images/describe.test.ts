import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { beforeAll, expect, describe as group, test, vi } from 'vitest';
import { describe } from '../../src/images/describe.ts';
import { quarters } from './pictures.ts';

// Pictures take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const still = { animated: false, opaque: true, tone: expect.any(Number) };

test.each([1, 2, 3, 4, 5, 6, 7, 8])('EXIF orientation %i is turned upright', async (orientation) => {
  const picture = await quarters(60, 40).withMetadata({ orientation }).jpeg().toBuffer();
  expect(await describe(picture)).toEqual({
    format: 'jpeg',
    ...(orientation > 4 ? { width: 40, height: 60 } : { width: 60, height: 40 }),
    ...still,
  });
});

test.each([
  ['1x1', 1, 1],
  ['very wide', 4000, 10],
  ['very tall', 3, 3000],
])('%s', async (_name, width, height) => {
  expect(await describe(await quarters(width, height).png().toBuffer())).toEqual({
    format: 'png',
    width,
    height,
    ...still,
  });
});

group('formats', () => {
  test.each(['jpeg', 'png', 'webp', 'gif', 'avif', 'tiff'] as const)('%s', async (format) => {
    expect(await describe(await quarters(64, 48).toFormat(format).toBuffer())).toMatchObject({
      format,
      width: 64,
      height: 48,
      animated: false,
    });
  });
  test('progressive JPEG', async () =>
    expect(await describe(await quarters(64, 48).jpeg({ progressive: true }).toBuffer())).toMatchObject({
      format: 'jpeg',
      width: 64,
    }));
  test('CMYK JPEG', async () =>
    expect(await describe(await quarters(64, 48).toColourspace('cmyk').jpeg().toBuffer())).toEqual({
      format: 'jpeg',
      width: 64,
      height: 48,
      ...still,
    }));
  test('16-bit PNG', async () =>
    expect(await describe(await quarters(64, 48).toColourspace('rgb16').png().toBuffer())).toEqual({
      format: 'png',
      width: 64,
      height: 48,
      ...still,
    }));
  test('palette PNG with transparency', async () =>
    expect(
      await describe(await quarters(64, 48).ensureAlpha(0.5).png({ palette: true }).toBuffer()),
    ).toMatchObject({ format: 'png', opaque: false }));
  test.each(['gif', 'webp'] as const)('animated %s', async (format) =>
    expect(await describe(await animation()[format]().toBuffer())).toMatchObject({
      format,
      width: 20,
      height: 10,
      animated: true,
    }),
  );
  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20mm"/>', 30, 76],
    [
      '<?xml version="1.0"?><!-- a --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"/>',
      640,
      480,
    ],
    ['<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" viewBox="0,0,64,48"/>', 64, 48],
    ['<svg xmlns="http://www.w3.org/2000/svg" width="320" viewBox="0 0 640 480"/>', 320, 240],
    ['\ufeff<svg xmlns="http://www.w3.org/2000/svg"/>', 300, 150],
  ])('%s', async (text, width, height) =>
    expect(await describe(bytes(text))).toEqual({
      format: 'svg',
      width,
      height,
      animated: false,
      opaque: false,
    }),
  );
});

group('broken', () => {
  test.each([
    ['empty', new Uint8Array(), 'the file is empty'],
    ['zeros', new Uint8Array(5000), 'the file holds nothing but zeros'],
    ['text', bytes('Ảnh: đang cập nhật'), 'the file is text, not a picture'],
    ['HTML', bytes('\n<!DOCTYPE html><title>404</title>'), 'the file is an HTML page, not a picture'],
    ['PDF', bytes('%PDF-1.7\n'), 'the file is a PDF, not a picture'],
    [
      'noise',
      Uint8Array.from({ length: 999 }, (_, index) => (index * 167 + 3) % 256),
      'the file is in no picture format that is known (JPEG, PNG, WebP, GIF, AVIF, TIFF, SVG)',
    ],
    ['SVG that is not XML', bytes('<svg><p></svg>'), 'not a well-formed SVG: unexpected close tag on line 1'],
    ['only the start of a JPEG', Uint8Array.of(0xff, 0xd8, 0xff), 'the JPEG file is cut off or damaged'],
  ])('%s', async (_name, content, broken) => expect(await describe(content)).toEqual({ broken }));

  group.each([
    'jpeg',
    'progressive',
    'png',
    'interlaced',
    'webp',
    'gif',
    'avif',
    'tiff',
    'animated',
  ] as const)('%s cut off', (kind) => {
    let whole: Buffer;
    beforeAll(async () => {
      const picture = quarters(600, 400);
      whole = await {
        jpeg: () => picture.jpeg(),
        progressive: () => picture.jpeg({ progressive: true }),
        png: () => picture.png(),
        interlaced: () => picture.png({ progressive: true }),
        webp: () => picture.webp(),
        gif: () => picture.gif(),
        avif: () => picture.avif({ effort: 0 }),
        tiff: () => picture.tiff(),
        animated: () => animation().gif(),
      }
        [kind]()
        .toBuffer();
    });
    test('whole, it is fine', async () => expect(await describe(whole)).toHaveProperty('format'));
    // The last bytes of a TIFF are its tags, not its pixels.
    test.each([0.05, 0.3, 0.6, 0.95, ...(kind === 'tiff' ? [] : [0.995])])('at %f', async (share) => {
      const result = await describe(whole.subarray(0, Math.floor(whole.length * share)));
      expect(result).toHaveProperty('broken');
      expect('broken' in result && result.broken).toMatch(/^[a-zA-Z][^\n:]{5,100}$/);
    });
  });

  test('more pixels than the limit', async () => {
    const header = await sharp({ create: { width: 16, height: 16, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    header.writeUInt32BE(60_000, 16);
    header.writeUInt32BE(60_000, 20);
    const { crc32 } = await import('node:zlib');
    header.writeUInt32BE(crc32(header.subarray(12, 29)), 29);
    expect(await describe(header)).toEqual({ broken: 'it has more than 268 million pixels' });
  });
});

const animation = (): Sharp =>
  sharp(Buffer.concat([Buffer.alloc(600, 250), Buffer.alloc(600, 20), Buffer.alloc(600, 120)]), {
    raw: { width: 20, height: 30, channels: 3, pageHeight: 10 },
  });
