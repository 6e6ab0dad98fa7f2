import pixelmatch from 'pixelmatch';
import sharp, { type Sharp } from 'sharp';

/** The side of the square in which differing pixels are counted, in pixels. */
const square = 32;
/** How far two colours may be apart: 1 is black beside white. */
const threshold = 0.05;

export interface Difference {
  /** Most pixels that differ in any square of 32 by 32: a change in one place counts, noise everywhere does not. */
  readonly most: number;
  /** The first picture, pale, with what differs in red, as PNG. */
  readonly picture: Buffer;
}

/** Compares two pictures. Where one ends before the other, the rest of the other differs. */
export async function differenceOf(first: Buffer, second: Buffer): Promise<Difference> {
  if (first.equals(second)) return { most: 0, picture: first };
  const sizes = await Promise.all([sharp(first).metadata(), sharp(second).metadata()]);
  const width = Math.max(...sizes.map((size) => size.width));
  const height = Math.max(...sizes.map((size) => size.height));
  const toPixels = async (image: Sharp, own: { width: number; height: number }): Promise<Buffer> =>
    image
      .ensureAlpha()
      .extend({ right: width - own.width, bottom: height - own.height, background: '#f0f' })
      .raw()
      .toBuffer();
  const [before, after] = [await toPixels(sharp(first), sizes[0]), await toPixels(sharp(second), sizes[1])];
  const output = Buffer.alloc(before.length);
  const most = pixelmatch(before, after, output, width, height, {
    threshold,
    windowSize: square,
    includeAA: true,
  });
  const picture = await sharp(output, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
  return { most, picture };
}
