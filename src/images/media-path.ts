import { createHash } from 'node:crypto';
import { cutSlug, toSlug } from '../addresses/slug.ts';
import type { OutputPath } from '../brands.ts';
import type { Operation } from './operation.ts';

/** Raised when the encoders' settings change, so that changed bytes get a new name. */
const settings = 1;

const extensions = {
  avif: 'avif',
  webp: 'webp',
  jpeg: 'jpg',
  png: 'png',
  gif: 'gif',
  svg: 'svg',
  ico: 'ico',
} as const;

/**
 * Where a made picture goes: `media/<name>-<digest>-<width>.webp`, `-<width>x<height>` when cropped. The
 * digest covers all that decides its bytes.
 */
export const toMediaPath = (name: string, operation: Omit<Operation, 'output'>): OutputPath => {
  const { source, width, height, format, quality, crop, from, square, animated } = operation;
  const part = crop
    ? `${crop.left},${crop.top},${crop.width},${crop.height}`
    : square
      ? `square ${square.ground ?? ''}`
      : '';
  const digest = createHash('sha256')
    .update(
      `${settings} ${source} ${format} ${quality} ${from.width}x${from.height} ${part} ${animated ?? false}`,
    )
    .digest('hex')
    .slice(0, 10);
  const slug = cutSlug(toSlug(name.replace(/\.[a-z0-9]{1,5}$/i, '')), 60) || 'picture';
  return `media/${slug}-${digest}-${crop ? `${width}x${height}` : width}.${extensions[format]}` as OutputPath;
};
