import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { afterEach, expect, describe as group, test, vi } from 'vitest';
import type { OutputPath } from '../../src/brands.ts';
import { describe } from '../../src/images/describe.ts';
import { pipelines } from '../../src/images/load-sharp.ts';
import type { Operation } from '../../src/images/operation.ts';
import type { PlanOptions } from '../../src/images/plan.ts';
import { plan } from '../../src/images/plan.ts';
import { planPreview } from '../../src/images/plan-preview.ts';
import { resize } from '../../src/images/resize.ts';
import { base, colourAt, digest, factsOf, quarters } from './pictures.ts';

// Pictures take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const planFor = async (
  bytes: Uint8Array,
  options: Partial<PlanOptions> = {},
): Promise<readonly Operation[]> =>
  plan({ facts: await factsOf(bytes), digest, name: 'photo.jpg', base, ...options }).operations;

const make = async (
  bytes: Uint8Array,
  operations: readonly Operation[],
): Promise<Map<string, Uint8Array>> => {
  const made = new Map<string, Uint8Array>();
  await resize({ bytes, operations, write: (operation, output) => void made.set(operation.output, output) });
  expect(made.size).toBe(operations.length);
  return made;
};

/** Each operation's width, height and format as they came out, checked against what was planned. */
const check = async (
  bytes: Uint8Array,
  operations: readonly Operation[],
): Promise<Map<string, Uint8Array>> => {
  const made = await make(bytes, operations);
  for (const operation of operations) {
    const { width, height, pageHeight, format, compression } = await sharp(made.get(operation.output), {
      animated: true,
    }).metadata();
    expect({
      output: operation.output,
      width,
      height: pageHeight ?? height,
      format: compression === 'av1' ? 'avif' : format,
    }).toEqual({
      output: operation.output,
      width: operation.width,
      height: operation.height,
      format: operation.format,
    });
  }
  return made;
};

const all = { widths: [40, 80], formats: ['avif', 'webp', 'jpeg'] } as const;

test.each([1, 2, 3, 4, 5, 6, 7, 8])('EXIF orientation %i comes out upright', async (orientation) => {
  const upright = await quarters(120, 80).png().toBuffer();
  // The inverse of each orientation, as a camera held so would have stored the picture.
  const stored = {
    1: sharp(upright),
    2: sharp(upright).flop(),
    3: sharp(upright).rotate(180),
    4: sharp(upright).flip(),
    5: sharp(await sharp(upright).rotate(90).toBuffer()).flop(),
    6: sharp(upright).rotate(270),
    7: sharp(await sharp(upright).rotate(270).toBuffer()).flop(),
    8: sharp(upright).rotate(90),
  }[orientation] as Sharp;
  const bytes = await stored.withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
  const card = await planFor(bytes, { ...all, crop: { ratio: [3, 2], focus: { x: 0, y: 0 } } });
  for (const output of (await check(bytes, [...(await planFor(bytes, all)), ...card])).values()) {
    expect([
      await colourAt(output, 0.2, 0.2),
      await colourAt(output, 0.8, 0.2),
      await colourAt(output, 0.2, 0.8),
      await colourAt(output, 0.8, 0.8),
    ]).toEqual(['red', 'green', 'blue', 'yellow']);
  }
});

test('no metadata is left in any format', async () => {
  const exif = {
    IFD0: { Copyright: 'secret-newsroom', ImageDescription: 'secret-place' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 22/1 30/1' },
  };
  const sources = [
    await quarters(120, 80)
      .withExif(exif)
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">secret-xmp</x:xmpmeta>')
      .withIccProfile('p3')
      .jpeg()
      .toBuffer(),
    await quarters(120, 80).withExif(exif).withIccProfile('p3').png().toBuffer(),
    await quarters(120, 80).withExif(exif).webp().toBuffer(),
  ];
  for (const bytes of sources) {
    expect(bytes.includes('secret')).toBe(true);
    const preview = planPreview({
      facts: await factsOf(bytes),
      digest,
      name: 'a',
      focus: { x: 0, y: 0 },
    })?.preview as Operation;
    for (const output of (await check(bytes, [...(await planFor(bytes, all)), preview])).values()) {
      expect(Buffer.from(output).includes('secret')).toBe(false);
      const { exif: left, xmp, icc, iptc, orientation, comments } = await sharp(output).metadata();
      expect([left, xmp, icc, iptc, orientation, comments]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
    }
  }
});

test('crops follow the focus', async () => {
  const bytes = await quarters(600, 600).jpeg({ quality: 95 }).toBuffer();
  const see = async (x: number, y: number) => {
    const operations = await planFor(bytes, { widths: [60], crop: { ratio: [3, 2], focus: { x, y } } });
    const [output] = (await check(bytes, operations)).values();
    return [
      await colourAt(output as Uint8Array, 0.1, 0.1),
      await colourAt(output as Uint8Array, 0.9, 0.9),
      await colourAt(output as Uint8Array, 0.1, 0.9),
    ];
  };
  expect(await see(0.5, 0)).toEqual(['red', 'yellow', 'blue']);
  const tall = await quarters(300, 2400).jpeg().toBuffer();
  const ofTall = async (y: number) => {
    const [output] = (
      await check(tall, await planFor(tall, { widths: [60], crop: { ratio: [3, 2], focus: { x: 0.5, y } } }))
    ).values();
    return colourAt(output as Uint8Array, 0.1, 0.5);
  };
  expect([await ofTall(0), await ofTall(0.2), await ofTall(0.8), await ofTall(1)]).toEqual([
    'red',
    'red',
    'blue',
    'blue',
  ]);
  const wide = await quarters(2400, 300).jpeg().toBuffer();
  const previewOf = async (x: number) => {
    const operation = planPreview({
      facts: await factsOf(wide),
      digest,
      name: 'a',
      focus: { x, y: 0.5 },
    })?.preview as Operation;
    return colourAt((await check(wide, [operation])).get(operation.output) as Uint8Array, 0.5, 0.1);
  };
  expect([await previewOf(0), await previewOf(1)]).toEqual(['red', 'green']);
});

group('odd pictures', () => {
  const colours = async (bytes: Uint8Array, operations: readonly Operation[]) => {
    for (const output of (await check(bytes, operations)).values())
      expect([await colourAt(output, 0.2, 0.2), await colourAt(output, 0.8, 0.8)]).toEqual(['red', 'yellow']);
  };
  const sources: Readonly<Record<string, () => Promise<Buffer>>> = {
    'CMYK JPEG': () => quarters(120, 80).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(),
    '16-bit PNG': () => quarters(120, 80).toColourspace('rgb16').png().toBuffer(),
    'palette PNG': () => quarters(120, 80).png({ palette: true }).toBuffer(),
    'progressive JPEG': () => quarters(120, 80).jpeg({ progressive: true }).toBuffer(),
    'JPEG of a wide gamut': () => quarters(120, 80).withIccProfile('p3').jpeg({ quality: 95 }).toBuffer(),
    AVIF: () => quarters(120, 80).avif().toBuffer(),
    TIFF: () => quarters(120, 80).tiff().toBuffer(),
    WebP: () => quarters(120, 80).webp().toBuffer(),
  };
  test.each(Object.keys(sources))('%s', async (name) => {
    const bytes = await (sources[name] as () => Promise<Buffer>)();
    await colours(bytes, await planFor(bytes, all));
  });

  test.each([
    [1, 1],
    [4000, 10],
    [10, 4000],
    [2, 1],
  ])('%i by %i', async (width, height) => {
    const bytes = await quarters(width, height).jpeg().toBuffer();
    await check(bytes, [
      ...(await planFor(bytes)),
      ...(await planFor(bytes, { crop: { ratio: [3, 2], focus: { x: 1, y: 1 } } })),
      planPreview({ facts: await factsOf(bytes), digest, name: 'a', focus: { x: 1, y: 1 } })
        ?.preview as Operation,
    ]);
  });

  test('taller than WebP can be', async () => {
    const bytes = await sharp({ create: { width: 300, height: 17_000, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer();
    await check(bytes, await planFor(bytes));
  });

  test('grey stays grey', async () => {
    const bytes = await quarters(120, 80).toColourspace('b-w').jpeg().toBuffer();
    await check(bytes, await planFor(bytes, all));
  });

  test('transparency stays in AVIF, WebP and PNG, and is white in a link preview', async () => {
    const clear = await sharp({
      create: { width: 1300, height: 700, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png({ palette: true })
      .toBuffer();
    const operations = await planFor(clear, { widths: [64] });
    expect(operations.map(({ format }) => format)).toEqual(['avif', 'webp', 'png']);
    for (const output of (await check(clear, operations)).values())
      expect((await sharp(output).stats()).isOpaque).toBe(false);
    const preview = planPreview({
      facts: await factsOf(clear),
      digest,
      name: 'a',
      focus: { x: 0, y: 0 },
    })?.preview as Operation;
    expect(await colourAt((await check(clear, [preview])).get(preview.output) as Uint8Array, 0.5, 0.5)).toBe(
      'white',
    );
  });

  test.each(['gif', 'webp'] as const)('an animated %s moves on, without its comments', async (format) => {
    const frames = Buffer.concat([250, 20, 120].map((value) => Buffer.alloc(600, value)));
    let bytes: Uint8Array = await sharp(frames, {
      raw: { width: 20, height: 30, channels: 3, pageHeight: 10 },
    })
      [format]({ delay: [100, 200, 300], loop: 2 })
      .toBuffer();
    if (format === 'gif')
      bytes = Buffer.concat([bytes.subarray(0, -1), Buffer.from('\x21\xfe\x06secret\x00;', 'latin1')]);
    const operations = await planFor(bytes);
    const outputs = await check(bytes, operations);
    expect(operations.map(({ animated = false }) => animated)).toEqual([true, true, false]);
    for (const { output: name, animated } of operations) {
      const output = outputs.get(name) as Uint8Array;
      const { pages, delay, loop } = await sharp(output, { animated: true }).metadata();
      expect({ pages, delay, loop }).toEqual(animated ? { pages: 3, delay: [100, 200, 300], loop: 2 } : {});
      expect(Buffer.from(output).includes('secret')).toBe(false);
    }
    await check(bytes, await planFor(bytes, { crop: { ratio: [3, 2], focus: { x: 0, y: 0 } } }));
  });

  test('an SVG comes out sanitised', async () => {
    const bytes = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4" onload="alert(1)"><path d="M0 0"/></svg>',
    );
    const [output] = (await make(bytes, await planFor(bytes))).values();
    expect(new TextDecoder().decode(output)).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0"></path></svg>',
    );
  });

  test('a picture cut off after it was planned is refused', async () => {
    const bytes = await quarters(300, 200).jpeg().toBuffer();
    await expect(make(bytes.subarray(0, bytes.length / 2), await planFor(bytes))).rejects.toThrow();
  });
});

group('the same bytes', () => {
  afterEach(() => void sharp.concurrency(1));

  const everything = async (bytes: Uint8Array): Promise<readonly Operation[]> => [
    ...(await planFor(bytes, { formats: ['avif', 'webp', 'jpeg'], widths: [200, 400, 700] })),
    ...(await planFor(bytes, { crop: { ratio: [3, 2], focus: { x: 0.3, y: 0.8 } } })),
    planPreview({ facts: await factsOf(bytes), digest, name: 'a', focus: { x: 0.5, y: 0.5 } })
      ?.preview as Operation,
  ];

  test.each([1, 2, 4])('with %i threads', async (threads) => {
    const bytes = await quarters(800, 600).jpeg().toBuffer();
    // AVIF depends on the number of threads, which is why it is one; all else must not.
    const operations = (await everything(bytes)).filter(({ format }) => threads === 1 || format !== 'avif');
    const first = await make(bytes, operations);
    expect(sharp.concurrency()).toBe(1);
    sharp.concurrency(threads);
    const others = await Promise.all([
      make(bytes, operations),
      make(bytes, operations.toReversed()),
      make(bytes, operations),
    ]);
    for (const other of others)
      for (const [output, made] of first)
        expect(Buffer.compare(made, other.get(output) as Uint8Array), output).toBe(0);
  });

  test('whatever else is asked for, also of pictures decoded at half size', async () => {
    const bytes = await quarters(3300, 2500).jpeg().toBuffer();
    const operations = await everything(bytes);
    const together = await make(
      bytes,
      operations.filter(({ format }) => format !== 'avif'),
    );
    for (const operation of operations.filter(({ format }) => format === 'jpeg')) {
      const alone = await make(bytes, [operation]);
      expect(
        Buffer.compare(
          alone.get(operation.output) as Uint8Array,
          together.get(operation.output) as Uint8Array,
        ),
        operation.output,
      ).toBe(0);
    }
  });
});

test('only a few pictures are read at a time', async () => {
  const bytes = await quarters(60, 40).jpeg().toBuffer();
  const operations = await planFor(bytes, { widths: [20] });
  let open = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      await resize({
        operations,
        bytes: () => {
          open += 1;
          most = Math.max(most, open);
          return bytes;
        },
        write: async (operation) => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          if (operation === operations.at(-1)) open -= 1;
        },
      });
    }),
  );
  expect(most).toBe(pipelines);
});

test('a failure leaves the turn to the next', async () => {
  const bytes = await quarters(60, 40).jpeg().toBuffer();
  const operations = await planFor(bytes, { widths: [20] });
  const results = await Promise.allSettled(
    [1, 2, 3, 4].map(() =>
      resize({
        bytes: () => {
          throw new Error('gone');
        },
        operations,
        write: () => {},
      }),
    ),
  );
  expect(results.every(({ status }) => status === 'rejected')).toBe(true);
  expect((await make(bytes, operations)).size).toBe(operations.length);
});

test('a film may have more pixels than one picture: the limit is that of a frame', async () => {
  // 300 frames of 1,000 by 1,000 pixels.
  const frame = await sharp({ create: { width: 1000, height: 1000, channels: 3, background: '#a00' } })
    .gif()
    .toBuffer();
  const { header, block } = partsOf(frame);
  const film = Buffer.concat([header, ...Array.from({ length: 300 }, () => block), Buffer.of(0x3b)]);
  const facts = await describe(film);
  expect(facts).toMatchObject({ format: 'gif', width: 1000, height: 1000, animated: true });
  const made: Uint8Array[] = [];
  const options = {
    source: digest,
    width: 1000,
    height: 1000,
    quality: 75,
    from: { width: 1000, height: 1000 },
  };
  await resize({
    bytes: film,
    operations: [{ ...options, output: 'media/a.webp' as OutputPath, format: 'webp', animated: true }],
    write: (_, bytes) => void made.push(bytes),
  });
  expect((await sharp(made[0]).metadata()).format).toBe('webp');
}, 120_000);

/** A GIF of one frame in its parts: up to the first block, and the block. */
const partsOf = (gif: Buffer): { readonly header: Buffer; readonly block: Buffer } => {
  const colours = (gif[10] ?? 0) & 0x80 ? 3 * 2 ** (((gif[10] ?? 0) & 7) + 1) : 0;
  return { header: gif.subarray(0, 13 + colours), block: gif.subarray(13 + colours, -1) };
};
