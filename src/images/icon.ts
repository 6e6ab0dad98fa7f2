import pngToIco from 'png-to-ico';
import { loadSharp } from './load-sharp.ts';
import type { Operation } from './operation.ts';
import { decodeText, sanitiseSvg } from './sanitise-svg.ts';
import { sniff } from './sniff.ts';

/** Sizes within a `favicon.ico`, in pixels. */
const icoSizes = [16, 32, 48] as const;
/** Dots an inch at which an SVG is drawn in its own size. */
const ownDensity = 72;
/** The most that libvips draws. */
const mostDense = 100_000;

/**
 * The whole picture in a square, with room at two sides where it is none: as PNG, or in all sizes of a
 * `favicon.ico`.
 */
export async function toIcon(source: Uint8Array, operation: Operation): Promise<Buffer> {
  if (operation.format !== 'ico') return toSquare(source, operation, operation.width);
  return pngToIco(await Promise.all(icoSizes.map((size) => toSquare(source, operation, size))));
}

async function toSquare(
  source: Uint8Array,
  { from, square: { ground } = {} }: Operation,
  size: number,
): Promise<Buffer> {
  const sharp = await loadSharp();
  const isSvg = sniff(source) === 'svg';
  // An SVG is drawn in the size wanted, so that no pixels are scaled.
  const density = Math.min(mostDense, (ownDensity * size) / Math.max(from.width, from.height));
  const picture = isSvg
    ? sharp(Buffer.from(sanitiseSvg(decodeText(source))), { density: Math.max(1, density) })
    : sharp(source, { autoOrient: true });
  const fitted = picture.resize(size, size, { fit: 'contain', background: ground ?? '#0000' });
  return (ground === undefined ? fitted : fitted.flatten({ background: ground }))
    .toColourspace('srgb')
    .png()
    .toBuffer();
}
