import type { Sharp } from 'sharp';
import sharp from 'sharp';
import type { Address, Digest } from '../../src/brands.ts';
import type { PictureFacts } from '../../src/images/describe.ts';
import { describe } from '../../src/images/describe.ts';

export const digest = 'a'.repeat(64) as Digest;
export const base = '/' as Address;

/**
 * A picture whose quarters are red, green (above), blue and yellow (below), with a little grain so that it
 * compresses as a photograph does.
 */
export const quarters = (width: number, height: number): Sharp => {
  const colours = [
    [220, 20, 20],
    [20, 200, 20],
    [20, 20, 220],
    [230, 220, 10],
  ] as const;
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const colour = colours[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)] as readonly [
        number,
        number,
        number,
      ];
      for (let channel = 0; channel < 3; channel += 1)
        data[(y * width + x) * 3 + channel] =
          (colour[channel] as number) + ((x * 7919 + y * 104_729 + x * y) % 23) - 11;
    }
  return sharp(data, { raw: { width, height, channels: 3 } });
};

/** Name of the colour at a point of a picture, the point given in shares of its size. */
export const colourAt = async (bytes: Uint8Array, x: number, y: number): Promise<string> => {
  const { data, info } = await sharp(bytes)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at =
    (Math.min(info.height - 1, Math.floor(y * info.height)) * info.width +
      Math.min(info.width - 1, Math.floor(x * info.width))) *
    info.channels;
  const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
  return red > 150 && green > 150
    ? blue > 150
      ? 'white'
      : 'yellow'
    : red > 150
      ? 'red'
      : green > 150
        ? 'green'
        : blue > 150
          ? 'blue'
          : `${red} ${green} ${blue}`;
};

export const factsOf = async (bytes: Uint8Array): Promise<PictureFacts> => {
  const facts = await describe(bytes);
  if ('broken' in facts) throw new Error(facts.broken);
  return facts;
};
