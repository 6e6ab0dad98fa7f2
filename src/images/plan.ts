import type { Address, Digest } from '../brands.ts';
import type { Picture } from '../props.ts';
import { crop as toCrop } from './crop.ts';
import type { PictureFacts } from './describe.ts';
import type { Quality, WantedFormat } from './encode.ts';
import { defaultQuality } from './encode.ts';
import type { Focus } from './focus.ts';
import { toMediaPath } from './media-path.ts';
import type { Operation, OutputFormat } from './operation.ts';

export type { Operation } from './operation.ts';

export const defaultWidths: readonly number[] = [320, 480, 720, 960, 1280, 1600];
/** For cards, which are cropped to 3:2. */
export const cardWidths: readonly number[] = [160, 320, 480, 720, 960];

export interface PlanOptions {
  readonly facts: PictureFacts;
  /** Of the picture's bytes. */
  readonly digest: Digest;
  /** Name of the file, for readers who save it. */
  readonly name: string;
  readonly widths?: readonly number[];
  readonly formats?: readonly WantedFormat[];
  readonly quality?: Partial<Quality>;
  readonly crop?: { readonly ratio: readonly [number, number]; readonly focus: Focus };
  /** Address of the site's root, with a slash at its end. */
  readonly base: Address;
}

export interface Plan {
  readonly picture: Omit<Picture, 'alt'>;
  readonly operations: readonly Operation[];
}

/** WebP's largest side; AVIF's is one pixel longer. */
const longest = 16_383;

/**
 * The files to be made of a picture and how a page shows them. Never enlarges; a picture smaller than the
 * largest width is offered in its own too.
 */
export const plan = (options: PlanOptions): Plan => {
  if (options.facts.format === 'svg') return planWhole(options, ['svg']);
  if (
    options.facts.animated &&
    !options.crop &&
    Math.max(options.facts.width, options.facts.height) <= longest
  )
    return planWhole(options, ['webp', 'gif']);
  return planWidths(options);
};

/** What is seen of a picture before it is loaded, or through it. */
const backdrop = ({ opaque, tone }: PictureFacts): Pick<Picture, 'transparent' | 'tone'> => ({
  ...(!opaque && { transparent: true }),
  ...(tone !== undefined && { tone }),
});

/** Vectors and moving pictures: one file of a format, at the picture's own size. */
const planWhole = (
  { facts, digest, name, quality, base }: PlanOptions,
  formats: readonly ['svg'] | readonly ['webp', 'gif'],
): Plan => {
  const { width, height } = facts;
  const operations = formats.map((format): Operation => {
    const options = {
      source: digest,
      width,
      height,
      format,
      quality: format === 'webp' ? (quality?.webp ?? defaultQuality.webp) : 0,
      from: { width, height },
      ...(format === 'svg' ? {} : { animated: true }),
    };
    return { output: toMediaPath(name, options), ...options };
  });
  const [first, last] = operations as [Operation, Operation?];
  const { output, animated, ...still } = first;
  if (!last)
    return {
      picture: { width, height, src: `${base}${output}` as Address, sources: [], ...backdrop(facts) },
      operations,
    };
  const frame = { output: toMediaPath(name, still), ...still };
  return {
    picture: {
      width,
      height,
      src: `${base}${last.output}` as Address,
      sources: [{ type: 'image/webp', srcset: `${base}${output} ${width}w` }],
      ...backdrop(facts),
      still: `${base}${frame.output}` as Address,
    },
    operations: [...operations, frame],
  };
};

const planWidths = (options: PlanOptions): Plan => {
  const {
    facts,
    digest,
    name,
    widths,
    formats = ['avif', 'webp'],
    quality,
    crop: cropOptions,
    base,
  } = options;
  const part = cropOptions && toCrop(facts, cropOptions.ratio, cropOptions.focus);
  const { width: fullWidth, height: fullHeight } = part ?? facts;
  const limit = Math.max(1, Math.min(fullWidth, Math.floor((longest * fullWidth) / fullHeight)));
  const ratio = cropOptions ? cropOptions.ratio[1] / cropOptions.ratio[0] : fullHeight / fullWidth;
  const toHeight = (width: number): number =>
    Math.max(1, Math.min(fullHeight, longest, Math.round(width * ratio)));
  const offered = toOffered(widths ?? (cropOptions ? cardWidths : defaultWidths), limit);
  const width = offered.at(-1) as number;
  const from = { width, height: toHeight(width) };
  const make = (format: Exclude<OutputFormat, 'ico'>, wide: number): Operation => {
    const isLossless = format === 'png' || format === 'gif' || format === 'svg';
    const version = {
      source: digest,
      width: wide,
      height: toHeight(wide),
      format,
      quality: isLossless ? 0 : (quality?.[format] ?? defaultQuality[format]),
      from,
      ...(part ? { crop: part } : {}),
    };
    return { output: toMediaPath(name, version), ...version };
  };
  const toSrcset = (operations: readonly Operation[]): string =>
    operations.map((operation) => `${base}${operation.output} ${operation.width}w`).join(', ');

  const better = (['avif', 'webp'] as const)
    .filter((format) => formats.includes(format))
    .map((format) => offered.map((wide) => make(format, wide)));
  const plain: OutputFormat =
    facts.format === 'png' || facts.format === 'gif' || !facts.opaque ? 'png' : 'jpeg';
  const middle = offered[Math.floor(offered.length / 2)] as number;
  const fallback = (formats.includes('jpeg') || better.length === 0 ? offered : [middle]).map((wide) =>
    make(plain, wide),
  );
  const src = fallback.find((operation) => operation.width === middle) as Operation;
  return {
    picture: {
      ...from,
      src: `${base}${src.output}` as Address,
      ...(fallback.length > 1 ? { srcset: toSrcset(fallback) } : {}),
      sources: better.map((operations) => ({
        type: `image/${operations[0]?.format}`,
        srcset: toSrcset(operations),
      })),
      ...backdrop(facts),
    },
    operations: [...better.flat(), ...fallback],
  };
};

/**
 * The widths wanted that the picture has, and its own when it is smaller than the largest of them; rising.
 */
const toOffered = (widths: readonly number[], limit: number): readonly number[] => {
  const whole = [...new Set(widths.map(Math.floor))].filter((width) => width >= 1);
  const fitting = whole.filter((width) => width <= limit);
  return (
    fitting.length === whole.length && fitting.length > 0 ? fitting : [...new Set([...fitting, limit])]
  ).sort((a, b) => a - b);
};
