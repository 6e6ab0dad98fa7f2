import type { Focus } from './focus.ts';

/** A part of a picture in pixels of the upright picture. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The largest part of the ratio `[width, height]` that a picture has, as nearly centred on the focus as its
 * edges allow.
 */
export const crop = (
  picture: { readonly width: number; readonly height: number },
  ratio: readonly [number, number],
  focus: Focus,
): Crop => {
  const aspect = ratio[0] / ratio[1];
  const isWide = picture.width / picture.height > aspect;
  const width = isWide ? clamp(Math.round(picture.height * aspect), 1, picture.width) : picture.width;
  const height = isWide ? picture.height : clamp(Math.round(picture.width / aspect), 1, picture.height);
  return {
    left: clamp(Math.round(focus.x * picture.width - width / 2), 0, picture.width - width),
    top: clamp(Math.round(focus.y * picture.height - height / 2), 0, picture.height - height),
    width,
    height,
  };
};

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
