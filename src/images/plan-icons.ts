import type { Digest } from '../brands.ts';
import type { PictureFacts } from './describe.ts';
import { toMediaPath } from './media-path.ts';
import type { Operation } from './operation.ts';

export interface PlanIconsOptions {
  readonly facts: PictureFacts;
  readonly digest: Digest;
  readonly name: string;
}

/** The versions of a site's icon. */
export interface IconOperations {
  /** Of browsers that read no SVG. */
  readonly ico: Operation;
  /** Of the home screens of phones. */
  readonly touch: Operation;
  /** Of the manifest, by their sizes. */
  readonly sized: readonly Operation[];
  /** The picture itself, where it is an SVG. */
  readonly svg?: Operation;
}

/** Squares around the whole picture. That of home screens has a ground, for they show what is clear in black. */
export function planIcons({ facts, digest, name }: PlanIconsOptions): IconOperations {
  const toOperation = (options: Partial<Operation> & Pick<Operation, 'width' | 'format'>): Operation => {
    const operation = {
      source: digest,
      height: options.width,
      quality: 0,
      from: { width: facts.width, height: facts.height },
      square: {},
      ...options,
    };
    return { output: toMediaPath(name, operation), ...operation };
  };
  const { width, height } = facts;
  const svg = { source: digest, width, height, quality: 0, from: { width, height }, format: 'svg' as const };
  return {
    ico: toOperation({ width: 48, format: 'ico' }),
    touch: toOperation({ width: 180, format: 'png', square: { ground: '#ffffff' } }),
    sized: [192, 512].map((size) => toOperation({ width: size, format: 'png' })),
    ...(facts.format === 'svg' && { svg: { output: toMediaPath(name, svg), ...svg } }),
  };
}
