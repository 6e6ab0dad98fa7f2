import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PictureFacts } from '../../src/images/describe.ts';
import { plan } from '../../src/images/plan.ts';
import { planPreview } from '../../src/images/plan-preview.ts';
import { base, digest } from './pictures.ts';

const photo: PictureFacts = { format: 'jpeg', width: 2400, height: 1600, animated: false, opaque: true };
const file = { digest, name: 'Lễ hội đua bò.JPG', base };

test('a photograph', () => {
  const { picture, operations } = plan({ facts: photo, ...file });
  expect(
    operations.map(({ format, width, height, quality }) => `${format} ${width}x${height} q${quality}`),
  ).toEqual([
    'avif 320x213 q50',
    'avif 480x320 q50',
    'avif 720x480 q50',
    'avif 960x640 q50',
    'avif 1280x853 q50',
    'avif 1600x1067 q50',
    'webp 320x213 q75',
    'webp 480x320 q75',
    'webp 720x480 q75',
    'webp 960x640 q75',
    'webp 1280x853 q75',
    'webp 1600x1067 q75',
    'jpeg 960x640 q78',
  ]);
  expect(picture).toEqual({
    width: 1600,
    height: 1067,
    src: expect.stringMatching(/^\/media\/le-hoi-dua-bo-[0-9a-f]{10}-960\.jpg$/),
    sources: ['avif', 'webp'].map((format) => ({
      type: `image/${format}`,
      srcset: expect.stringMatching(
        new RegExp(`^/media/le-hoi-dua-bo-[0-9a-f]{10}-320\\.${format} 320w, .* 1600w$`),
      ),
    })),
  });
});

test('a card', () => {
  const { picture, operations } = plan({
    facts: photo,
    ...file,
    formats: ['webp'],
    crop: { ratio: [3, 2], focus: { x: 0.5, y: 0.5 } },
  });
  expect(operations.map(({ width, height }) => `${width}x${height}`)).toEqual([
    '160x107',
    '320x213',
    '480x320',
    '720x480',
    '960x640',
    '480x320',
  ]);
  expect(picture.src).toMatch(/-480x320\.jpg$/);
});

test('a picture narrower than the largest width is offered in its own', () => {
  const { operations } = plan({ facts: { ...photo, width: 700, height: 500 }, ...file, formats: ['webp'] });
  expect(operations.map(({ format, width }) => `${format} ${width}`)).toEqual([
    'webp 320',
    'webp 480',
    'webp 700',
    'jpeg 480',
  ]);
  expect(
    plan({
      facts: { ...photo, width: 1, height: 1 },
      ...file,
      formats: ['webp'],
    }).operations.map(({ width, height }) => [width, height]),
  ).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

test('AVIF comes first, and the fallback comes in every width when it is asked for', () => {
  const { picture, operations } = plan({
    facts: photo,
    ...file,
    widths: [640, 320],
    formats: ['jpeg', 'webp', 'avif'],
  });
  expect(operations.map(({ format, width }) => `${format} ${width}`)).toEqual([
    'avif 320',
    'avif 640',
    'webp 320',
    'webp 640',
    'jpeg 320',
    'jpeg 640',
  ]);
  expect(picture.sources.map(({ type }) => type)).toEqual(['image/avif', 'image/webp']);
  expect(picture.srcset).toMatch(/ 320w, .* 640w$/);
});

test.each([
  [{ format: 'png' }, 'png'],
  [{ format: 'webp', opaque: false }, 'png'],
  [{ format: 'webp' }, 'jpg'],
  [{ format: 'gif' }, 'png'],
  [{ format: 'tiff' }, 'jpg'],
  [{ format: 'avif' }, 'jpg'],
] as const)('the fallback of %o is %s', (facts, extension) =>
  expect(plan({ facts: { ...photo, ...facts }, ...file }).picture.src).toMatch(
    new RegExp(`\\.${extension}$`),
  ),
);

test('a moving picture keeps its size, its card stands still', () => {
  const facts: PictureFacts = { format: 'gif', width: 500, height: 300, animated: true, opaque: false };
  expect(plan({ facts, ...file }).operations).toMatchObject([
    { format: 'webp', width: 500, animated: true },
    { format: 'gif', width: 500, animated: true },
    { format: 'webp', width: 500 },
  ]);
  const [, , frame] = plan({ facts, ...file }).operations;
  expect(frame).not.toHaveProperty('animated');
  expect(plan({ facts, ...file }).picture).toMatchObject({
    width: 500,
    height: 300,
    src: expect.stringMatching(/\.gif$/),
    sources: [{ type: 'image/webp', srcset: expect.stringMatching(/ 500w$/) }],
    still: expect.stringContaining(frame?.output ?? 'none'),
  });
  expect(
    plan({ facts, ...file, crop: { ratio: [3, 2], focus: { x: 0, y: 0 } } }).operations.every(
      ({ animated }) => !animated,
    ),
  ).toBe(true);
});

test('an SVG is one file', () => {
  const facts: PictureFacts = { format: 'svg', width: 30, height: 20, animated: false, opaque: false };
  expect(plan({ facts, ...file })).toMatchObject({
    picture: { width: 30, height: 20, src: expect.stringMatching(/\.svg$/), sources: [] },
    operations: [{ format: 'svg' }],
  });
  expect(planPreview({ facts, ...file, focus: { x: 0.5, y: 0.5 } })).toBeUndefined();
});

test('names change with all that changes the bytes, and with nothing else', () => {
  const nameOf = (changed: object) =>
    plan({ facts: photo, ...file, formats: ['webp'], ...changed }).operations[0]?.output;
  const names = [
    nameOf({}),
    nameOf({ quality: { webp: 60 } }),
    nameOf({ digest: 'b' }),
    nameOf({ crop: { ratio: [3, 2], focus: { x: 0, y: 0 } } }),
    nameOf({ widths: [320, 640] }),
  ];
  expect(new Set(names).size).toBe(names.length);
  expect(nameOf({ quality: { jpeg: 50 } })).toBe(nameOf({}));
  expect(nameOf({ formats: ['webp', 'jpeg'] })).toBe(nameOf({}));
  expect(nameOf({ name: '画像.png' })).toMatch(/^media\/画像-/);
  expect(nameOf({ name: '….png' })).toMatch(/^media\/picture-/);
});

test('link previews', () => {
  const preview = (width: number, height: number) =>
    planPreview({ facts: { ...photo, width, height }, ...file, focus: { x: 0.5, y: 0 } });
  const sizes = (width: number, height: number) =>
    preview(width, height)?.crops.map((crop) => `${crop.width}x${crop.height}`);
  expect(sizes(2400, 1600)).toEqual(['1200x675', '800x600', '800x800']);
  expect(sizes(1200, 675)).toEqual(['1200x675', '800x600']);
  expect(sizes(1199, 1199)).toEqual(['800x600', '800x800']);
  expect(sizes(799, 799)).toEqual([]);
  expect(preview(2400, 1600)?.crops[2]?.crop).toEqual({ left: 400, top: 0, width: 1600, height: 1600 });
  expect(preview(2400, 1600)?.preview).toMatchObject({
    width: 1200,
    height: 630,
    format: 'jpeg',
    quality: 78,
    crop: { left: 0, top: 0, width: 2400, height: 1260 },
  });
  expect(preview(400, 800)?.preview).toMatchObject({
    width: 400,
    height: 210,
    crop: { left: 0, top: 0, width: 400, height: 210 },
  });
});

test('any picture, widths and focus', () => {
  const side = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 16_383 }));
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const anything = fc.record({
    width: side,
    height: side,
    format: fc.constantFrom('jpeg', 'png', 'webp', 'gif', 'svg'),
    animated: fc.boolean(),
    opaque: fc.boolean(),
    widths: fc.array(
      fc.oneof(fc.integer({ min: -5, max: 3000 }), fc.double({ min: 0, max: 3000, noNaN: true })),
      { maxLength: 8 },
    ),
    formats: fc.uniqueArray(fc.constantFrom('avif', 'webp', 'jpeg')),
    x: share,
    y: share,
    ratio: fc.option(fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 2000 }))),
  });
  fc.assert(
    fc.property(anything, ({ widths, formats, x, y, ratio, ...facts }) => {
      const focus = { x, y };
      const planned = plan({
        facts: facts as PictureFacts,
        ...file,
        widths,
        formats: formats as ('avif' | 'webp' | 'jpeg')[],
        ...(ratio ? { crop: { ratio, focus } } : {}),
      });
      const preview = planPreview({ facts: facts as PictureFacts, ...file, focus });
      const outputs = planned.operations.map(({ output }) => output);
      expect(new Set(outputs).size).toBe(outputs.length);
      for (const operation of [
        ...planned.operations,
        ...(preview ? [preview.preview, ...preview.crops] : []),
      ]) {
        const part = operation.crop ?? { left: 0, top: 0, width: facts.width, height: facts.height };
        for (const value of [
          ...Object.values(part),
          ...Object.values(operation.from),
          operation.width,
          operation.height,
        ])
          expect(Number.isInteger(value)).toBe(true);
        expect(Math.min(part.left, part.top)).toBeGreaterThanOrEqual(0);
        expect(part.left + part.width).toBeLessThanOrEqual(facts.width);
        expect(part.top + part.height).toBeLessThanOrEqual(facts.height);
        expect(operation.width).toBeGreaterThanOrEqual(1);
        expect(operation.height).toBeGreaterThanOrEqual(1);
        expect(operation.width).toBeLessThanOrEqual(operation.from.width);
        expect(operation.height).toBeLessThanOrEqual(operation.from.height);
        expect(operation.from.width).toBeLessThanOrEqual(part.width);
        expect(operation.from.height).toBeLessThanOrEqual(part.height);
        // Within one pixel of the part's ratio: the height that the width asks for, or the width that the
        // height asks for.
        const off = Math.min(
          Math.abs(operation.height - (operation.width * part.height) / part.width),
          Math.abs(operation.width - (operation.height * part.width) / part.height),
        );
        expect(off).toBeLessThanOrEqual(1);
      }
      const addresses = new Set(outputs.map((output) => `${base}${output}`));
      for (const address of [
        planned.picture.src,
        ...[planned.picture.srcset ?? '', ...planned.picture.sources.map(({ srcset }) => srcset)].flatMap(
          (srcset) =>
            srcset
              .split(', ')
              .filter(Boolean)
              .map((entry) => entry.split(' ')[0]),
        ),
      ])
        expect(addresses).toContain(address);
    }),
    { numRuns: 500 },
  );
}, 60_000);
