import type { Sharp, SharpOptions } from 'sharp';
import { groupBy } from '../bytes/group-by.ts';
import type { Crop } from './crop.ts';
import { encode } from './encode.ts';
import { toIcon } from './icon.ts';
import { inTurn, loadSharp } from './load-sharp.ts';
import type { Operation } from './operation.ts';
import { decodeText, sanitiseSvg } from './sanitise-svg.ts';
import { sniff } from './sniff.ts';
import { stripGif } from './strip-gif.ts';

export interface ResizeOptions {
  /**
   * The picture, or how to read it when its turn comes: give the latter when many pictures are asked for at
   * once.
   */
  readonly bytes: Uint8Array | (() => Uint8Array | Promise<Uint8Array>);
  /** All of this one picture. */
  readonly operations: readonly Operation[];
  /** Called once an operation, in no particular order; keep nothing of the bytes longer than needed. */
  readonly write: (operation: Operation, bytes: Uint8Array) => Promise<void> | void;
}

/** Pixels in memory: 8 bit, sRGB, upright, without metadata. */
interface Raw {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

/**
 * Makes the files of one picture. It is decoded once, each set of widths comes from one intermediate picture,
 * each width is encoded in all its formats. What is made of an operation never depends on which others are
 * asked for. Rejects when the picture cannot be decoded. Only a few calls run at a time, the others wait for
 * their turn.
 */
export const resize = ({ bytes, operations, write }: ResizeOptions): Promise<void> =>
  inTurn(async () => {
    if (operations.length === 0) return;
    const source = typeof bytes === 'function' ? await bytes() : bytes;
    const still = operations.filter(
      ({ format, animated, square }) => format !== 'svg' && !animated && !square,
    );
    for (const operation of operations) {
      if (operation.format === 'svg')
        await write(operation, new TextEncoder().encode(sanitiseSvg(decodeText(source))));
      else if (operation.square) await write(operation, await toIcon(source, operation));
      else if (operation.format === 'gif' && sniff(source) === 'gif')
        await write(operation, stripGif(source));
      else if (operation.animated)
        await write(
          operation,
          await encode(
            // Pixels are limited by frame, when the picture is described; frames are read one after the other.
            (await loadSharp())(source, { animated: true, failOn: 'truncated', limitInputPixels: false }),
            operation,
          ),
        );
    }
    if (still.length > 0) await resizeStill(source, still, write);
  });

const resizeStill = async (
  source: Uint8Array,
  operations: readonly Operation[],
  write: ResizeOptions['write'],
): Promise<void> => {
  const sharp = await loadSharp();
  const { autoOrient: full } = await sharp(source).metadata();
  for (const [shrink, ofMaster] of groupBy(operations, (operation) => toShrink(full, operation))) {
    const master = await toRaw(
      decode(sharp(source, { failOn: 'truncated', autoOrient: true }), full, shrink),
    );
    for (const ofSet of groupBy(ofMaster, (operation) =>
      JSON.stringify([operation.crop, operation.from]),
    ).values()) {
      const first = ofSet[0] as Operation;
      const base = await scale(sharp, master, first.from, first.crop && within(first.crop, full, master));
      for (const ofWidth of groupBy(ofSet, (operation) => operation.width).values()) {
        const pixels = await scale(sharp, base, ofWidth[0] as Operation);
        await Promise.all(
          ofWidth.map(async (operation) => write(operation, await encode(open(sharp, pixels), operation))),
        );
      }
    }
  }
};

/**
 * Pictures are decoded at half, a quarter or an eighth where that leaves this many pixels of width: a JPEG
 * decodes faster so, and memory is bounded.
 */
const ample = 1600;

const toShrink = (full: { readonly width: number }, { crop, from }: Operation): 1 | 2 | 4 | 8 => {
  const width = crop?.width ?? full.width;
  const spare = width / Math.max(from.width, ample);
  return spare >= 8 ? 8 : spare >= 4 ? 4 : spare >= 2 ? 2 : 1;
};

const decode = (
  picture: Sharp,
  full: { readonly width: number; readonly height: number },
  shrink: number,
): Sharp =>
  (shrink === 1
    ? picture
    : picture.resize(Math.ceil(full.width / shrink), Math.ceil(full.height / shrink), { fit: 'fill' })
  ).toColourspace('srgb');

type Library = Awaited<ReturnType<typeof loadSharp>>;

const open = (sharp: Library, { data, width, height, channels }: Raw): Sharp =>
  sharp(data, { raw: { width, height, channels }, limitInputPixels: false } satisfies SharpOptions);

const toRaw = async (picture: Sharp): Promise<Raw> => {
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels as Raw['channels'] };
};

const scale = (
  sharp: Library,
  pixels: Raw,
  size: { readonly width: number; readonly height: number },
  part?: Crop,
): Promise<Raw> | Raw => {
  if (!part && pixels.width === size.width && pixels.height === size.height) return pixels;
  const picture = part ? open(sharp, pixels).extract(part) : open(sharp, pixels);
  return toRaw(picture.resize(size.width, size.height, { fit: 'fill' }));
};

/** A crop of the full picture in pixels of the decoded one. */
const within = (
  crop: Crop,
  full: { readonly width: number; readonly height: number },
  decoded: Raw,
): Crop => {
  const toSpan = (start: number, length: number, all: number, size: number): [number, number] => {
    const from = Math.min(size - 1, Math.round((start * size) / all));
    return [from, Math.max(1, Math.min(size - from, Math.round((length * size) / all)))];
  };
  const [left, width] = toSpan(crop.left, crop.width, full.width, decoded.width);
  const [top, height] = toSpan(crop.top, crop.height, full.height, decoded.height);
  return { left, top, width, height };
};
