import type { Sharp } from 'sharp';
import type { Operation } from './operation.ts';

const white = { background: '#fff' };

/**
 * The bytes of a picture in an operation's format, without metadata. Raise `settings` in `media-path.ts` when
 * anything here changes. Efforts as measured on photographs: WebP 1 is as small as 2 at two thirds of the
 * time, 4 is 7% smaller at three times; AVIF 0 is as small as 2 at a seventh; mozjpeg takes ten times as long
 * for 12%, progressive twice for 3%.
 */
export const encode = (picture: Sharp, { format, quality }: Operation): Promise<Buffer> => {
  switch (format) {
    case 'webp':
      return picture.webp({ quality, effort: 1 }).toBuffer();
    case 'jpeg':
      return picture.flatten(white).jpeg({ quality }).toBuffer();
    case 'avif':
      return picture.avif({ quality, effort: 0, chromaSubsampling: '4:2:0' }).toBuffer();
    case 'png':
      return picture.png().toBuffer();
    case 'gif':
      return picture.gif().toBuffer();
    case 'svg':
    case 'ico':
      throw new Error(`no pixels are encoded as ${format}`);
  }
};

/**
 * Formats that a site can ask for: better ones with the fallback beneath, or `jpeg` too, for the fallback in
 * every width.
 */
export type WantedFormat = 'avif' | 'webp' | 'jpeg';
/** Of lossy formats, 1 to 100. */
export type Quality = Readonly<Record<WantedFormat, number>>;

export const defaultQuality: Quality = { avif: 50, webp: 75, jpeg: 78 };
