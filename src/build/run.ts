import type { Digest } from '../brands.ts';
import type { Cache } from '../cache/open-cache.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import type { FoundRepository } from '../history/find-repository.ts';
import type { OutputFolder } from '../stages/output-folder.ts';
import type { LoadedTheme } from '../theme/load.ts';
import type { ThemeError } from '../theme/theme-error.ts';
import type { BuildOptions } from './build-result.ts';
import type { SharedStore } from './shared-store.ts';
import type { Timings } from './timings.ts';

type Places = Required<Pick<BuildOptions, 'root' | 'out' | 'cacheFolder'>>;
/** The options with the real places of the folders. */
export type Options = Omit<BuildOptions, keyof Places> & Places;

/** What a build needs to know before it looks at the content. */
export interface Setup {
  readonly loaded: LoadedConfig;
  /** The site's templates; the default ones where those cannot be used. */
  readonly theme: LoadedTheme;
  /** Why the site's templates cannot be used. */
  readonly themeError?: ThemeError;
  readonly repository: FoundRepository;
  /** Digest of all that the site is a function of besides its files and the moment. */
  readonly key: Digest;
}

/** A build that is going on. */
export interface Run {
  readonly options: Options;
  readonly setup: Setup;
  readonly target: OutputFolder;
  readonly cache: Cache;
  readonly shared: SharedStore | undefined;
  /** In milliseconds since the epoch. */
  readonly started: number;
  readonly timings: Timings;
}

/** A build with nothing to do, which is most of them, does not wait for all this to be loaded. */
export const loadStages = () =>
  Promise.all([
    import('./open-site.ts'),
    import('../dates/date-time.ts'),
    import('../privacy/secrets.ts'),
    import('../privacy/scan.ts'),
    import('../stages/output.ts'),
    import('../workers/pool.ts'),
  ] as const);
