import type { DateTime, Digest, OutputPath } from '../brands.ts';
import type { ZoneSpans } from '../dates/date-time.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PictureFacts } from '../images/describe.ts';
import type { VideoSize } from '../images/describe-video.ts';
import type { Stat } from '../stages/discover.ts';
import type { Document } from '../types.ts';
import { type BodyPlace, CacheDamaged } from './bodies.ts';

/** The record of a source file: its digest, valid as long as its stat is the same. */
export interface FileRecord extends Stat {
  /** Empty for a file that nothing refers to, which is not read. */
  readonly digest: Digest | '';
  /**
   * The times are racy, as git calls it: the file changed so shortly before it was read that a later change
   * might carry the same time. Its stat proves nothing.
   */
  readonly racy: boolean;
}

/**
 * A file of documents that is never changed. Documents that changed since are in the state file, until there
 * are too many.
 */
export interface Base {
  /** Its name in the folder of the state file. */
  readonly name: string;
  readonly digest: Digest;
  /** How many documents are in it. */
  readonly count: number;
}

/** A document and the bytes of its parts, kept to be copied when they are saved again. */
export interface DocumentRecord {
  readonly document: Document;
  /** Where it lies already. */
  readonly saved?: { readonly base: Base; readonly index: number };
  /** Digest of what other pages can show of it. */
  readonly outline: Digest;
  readonly head: Uint8Array;
  readonly rest: Uint8Array;
  readonly body: BodyPlace;
  /** Bytes behind the body that say what the article is found by. */
  readonly terms: number;
}

/** What was written to the output folder. */
export interface OutputRecord {
  /** Digest of what the output is a function of. */
  readonly key: Digest;
  readonly size: number;
  readonly mtime: number;
  /** It is the page of an article. */
  readonly article: boolean;
}

export interface PictureRecord {
  readonly facts?: PictureFacts;
  readonly broken?: string;
  /** Of a video, where it can be read. */
  readonly video?: VideoSize;
}

/** What one build leaves to the next of its search for private values. */
export interface ScanRecord {
  /** Digest of what decides, besides the documents, which values are looked for and where. */
  readonly rules: Digest;
  /** Values that were allowed because the site publishes them elsewhere. */
  readonly excused: readonly string[];
}

/** What a site takes up. */
export interface Budget {
  readonly files: number;
  readonly bytes: number;
  /** The largest pages, the largest first. */
  readonly largest: readonly { readonly output: OutputPath; readonly bytes: number }[];
}

/** What the last build was made of besides its files, and what it said. */
export interface LastBuild {
  /** Digest of configuration, templates, tool and output folder. */
  readonly key: Digest;
  /** Digest of all that pages show besides the words of their own bodies. */
  readonly outline: Digest;
  /**
   * The moment for which it was built, and the next at which the site changes by itself. Milliseconds since
   * the epoch.
   */
  readonly now: number;
  readonly until?: number;
  /** The latter on the clock of the site's zone. */
  readonly untilLocal?: DateTime;
  /** What the site takes up. */
  readonly budget: Budget;
  readonly counts: { readonly articles: number; readonly pages: number; readonly pictures: number };
  readonly messages: readonly Diagnostic[];
  readonly scan: ScanRecord;
  readonly zones: ZoneSpans;
  /** Files that the site's own generators read, as `Reader.reads` has them. */
  readonly reads: readonly (readonly [file: string, digest: Digest | 'missing'])[];
}

/** All that one build leaves to the next. */
export interface State {
  readonly files: Map<string, FileRecord>;
  /** By path. Read when first asked for; throws {@link CacheDamaged} when they are not what was saved. */
  readonly documents: () => Map<string, DocumentRecord>;
  readonly pictures: Map<Digest, PictureRecord>;
  readonly outputs: Map<OutputPath, OutputRecord>;
  /** Name of the file of bodies that `documents` refer to. */
  readonly bodies: string;
  /** Name of the file in which most documents lie, if there is one. */
  readonly base?: string;
  /** The output folder of `outputs`. */
  readonly out: string;
  readonly last?: LastBuild;
}

export const createState = (bodies: string, out: string): State => {
  const documents = new Map<string, DocumentRecord>();
  return {
    files: new Map(),
    documents: () => documents,
    pictures: new Map(),
    outputs: new Map(),
    bodies,
    out,
  };
};
