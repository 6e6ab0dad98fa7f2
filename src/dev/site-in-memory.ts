import type { Analysis } from '../analyse.ts';
import type { BodyPlace } from '../cache/bodies.ts';
import type { State } from '../cache/state.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ListedRoute } from '../routes/routes.ts';
import type { Discovered } from '../stages/discover.ts';
import type { Digest, SourcePath } from '../types.ts';

/** A body that is another than the one that its site was modelled with. */
export interface BodyPatch {
  readonly modelled: Digest;
  readonly body: Digest;
  readonly words: number;
}

/** All that pages are made from: replaced as a whole, but for the records of files, documents and bodies, where new ones take the place of old ones. */
export interface SiteInMemory {
  readonly analysis: Analysis;
  /** By source: bodies that changed since the analysis, which nothing but their own page shows. */
  readonly patches: ReadonlyMap<SourcePath, BodyPatch>;
  readonly state: State;
  readonly discovered: Discovered;
  /** As the stages gave them, with the places of fields, and with the site's severities. */
  readonly raw: readonly Diagnostic[];
  readonly placed: readonly Diagnostic[];
  readonly messages: readonly Diagnostic[];
  readonly now: number;
  /** The route of an output. */
  readonly route: (output: string) => ListedRoute | undefined;
  readonly bodies: () => Map<Digest, BodyPlace>;
  readonly sources: () => ReadonlyMap<string, SourcePath>;
  /** Files whose pages are not there, by the output where they would be. */
  readonly unserved: () => ReadonlyMap<string, SourcePath>;
}
