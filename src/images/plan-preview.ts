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

/** What link previews show. */
const preview = [1200, 630] as const;
/** What search engines ask for: 16:9, 4:3 and 1:1 (Google's documentation of `Article`). */
const crops = [
  [1200, 675],
  [800, 600],
  [800, 800],
] as const;

export interface PreviewOperations {
  readonly preview: Operation;
  readonly crops: readonly Operation[];
}

/**
 * JPEGs around the focus: one of 1200 by 630 for link previews, smaller, never enlarged, for small pictures;
 * and those crops that the picture is large enough for. Undefined for SVG, which no network shows.
 */
export function planPreview(options: PlanPreviewOptions): PreviewOperations | undefined {
  const { facts, focus } = options;
  if (facts.format === 'svg') return undefined;
  return {
    preview: toOperation(options, preview),
    crops: crops
      .filter((size) => toCrop(facts, size, focus).width >= size[0])
      .map((size) => toOperation(options, size)),
  };
}

/** The crop of these proportions, scaled down to this size where it is larger. */
function toOperation(
  { facts, digest, name, focus, quality }: PlanPreviewOptions,
  size: readonly [width: number, height: number],
): Operation {
  const crop = toCrop(facts, size, focus);
  const [width, height] = crop.width > size[0] ? size : [crop.width, crop.height];
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
}
