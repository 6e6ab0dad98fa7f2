import type { Digest } from '../brands.ts';
import { crop as toCrop } from './crop.ts';
import type { PictureFacts } from './describe.ts';
import type { Quality } from './encode.ts';
import { defaultQuality } from './encode.ts';
import type { Focus } from './focus.ts';
import { toMediaPath } from './media-path.ts';
import type { Operation } from './operation.ts';

export interface PlanPreviewOptions {
  readonly facts: PictureFacts;
  readonly digest: Digest;
  readonly name: string;
  readonly focus: Focus;
  readonly quality?: Partial<Quality>;
}

/**
 * The 1200 by 630 JPEG for link previews, around the focus; smaller, never enlarged, for small pictures.
 * Undefined for SVG, which no network shows.
 */
export const planPreview = ({
  facts,
  digest,
  name,
  focus,
  quality,
}: PlanPreviewOptions): Operation | undefined => {
  if (facts.format === 'svg') return undefined;
  const crop = toCrop(facts, [1200, 630], focus);
  const { width, height } = crop.width > 1200 ? { width: 1200, height: 630 } : crop;
  const options = {
    source: digest,
    width,
    height,
    format: 'jpeg' as const,
    quality: quality?.jpeg ?? defaultQuality.jpeg,
    crop,
    from: { width, height },
  };
  return { output: toMediaPath(name, options), ...options };
};
