import type { Digest, SourcePath } from '../brands.ts';
import type { Analysis } from '../build/analyse.ts';
import type { BodyPlace } from '../cache/bodies.ts';
import type { State } from '../cache/state.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ListedRoute } from '../routes/routes.ts';
import type { Discovered } from '../stages/discover.ts';

/** All that pages are made from, replaced as a whole. */
export interface SiteInMemory {
  readonly analysis: Analysis;
  readonly state: State;
  readonly discovered: Discovered;
  /** With the places of fields and the site's severities. */
  readonly messages: readonly Diagnostic[];
  readonly now: number;
  /** The route of an output. */
  readonly route: (output: string) => ListedRoute | undefined;
  readonly bodies: () => ReadonlyMap<Digest, BodyPlace>;
  readonly sources: () => ReadonlyMap<string, SourcePath>;
  /** Files whose pages are not there, by the output where they would be. */
  readonly unserved: () => ReadonlyMap<string, SourcePath>;
}
