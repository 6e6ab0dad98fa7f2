import type { Digest, OutputPath } from '../brands.ts';
import type { Crop } from './crop.ts';

export type OutputFormat = 'avif' | 'webp' | 'jpeg' | 'png' | 'gif' | 'svg' | 'ico';

/**
 * One file to be made of one picture. The bytes that come out depend on the source's bytes and on nothing but
 * what is here.
 */
export interface Operation {
  readonly output: OutputPath;
  readonly source: Digest;
  readonly width: number;
  readonly height: number;
  readonly format: OutputFormat;
  /** 1 to 100; 0 for formats that have none. */
  readonly quality: number;
  /** In pixels of the upright source. */
  readonly crop?: Crop;
  /** Size of the intermediate picture that all widths of one set are made from. */
  readonly from: { readonly width: number; readonly height: number };
  /** The whole picture in a square of this width, on this ground, else on none. */
  readonly square?: { readonly ground?: string };
  /** All frames are kept, at the size of the source. */
  readonly animated?: boolean;
}
