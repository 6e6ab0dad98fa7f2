import type { BlockNames } from '../blocks/block.ts';
import type { Digest, OutputPath, SourcePath } from '../brands.ts';
import type { BodyPlace } from '../cache/bodies.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { ModulePlace } from '../places/place-site-code.ts';
import type { Secret } from '../privacy/secrets.ts';
import type { TemplateName } from '../props.ts';
import type { SearchField } from '../search/article-texts.ts';
import type { WrittenFile } from '../stages/write.ts';
import type { DocumentKind } from '../types.ts';

/** What a worker has to know; plain data, so that it can be sent. */
export interface Setup {
  readonly root: string;
  readonly site: ResolvedConfig['site'];
  readonly languages: ResolvedConfig['languages'];
  readonly languageFiles: ResolvedConfig['languageFiles'];
  readonly dates: ResolvedConfig['dates'];
  readonly keys: ResolvedConfig['keys'];
  readonly markdown: Pick<
    ResolvedConfig['markdown'],
    'parser' | 'html' | 'highlight' | 'singleTilde' | 'smartPunctuation'
  >;
  /** The names by which blocks are written. */
  readonly blocks: BlockNames;
  /** Fields that the search looks through. */
  readonly searched: readonly SearchField[];
  /** The compiled configuration, when it has plugins. */
  readonly plugins?: string;
  readonly theme: string;
  /** The file of bodies. */
  readonly bodies: string;
}

export interface ParseTask {
  readonly task: 'parse';
  readonly files: readonly { readonly path: SourcePath; readonly kind: DocumentKind }[];
}

/**
 * Documents as JSON in two parts (of which the first is UTF-16, as it is read often) and bodies as HTML, each
 * one after another in one block of bytes.
 */
export interface ParseResult {
  readonly heads: Uint8Array;
  readonly rests: Uint8Array;
  /** Each body with what its article is found by behind it. */
  readonly html: Uint8Array;
  /**
   * Bytes of each document's parts, of its body and of its terms, its digest and its outline, in the order of the task's
   * files.
   */
  readonly parts: readonly (readonly [
    head: number,
    rest: number,
    html: number,
    terms: number,
    digest: Digest,
    outline: Digest,
  ])[];
}

/** A page to be rendered. */
export interface PageTask {
  readonly output: OutputPath;
  readonly template: TemplateName;
  readonly props: object;
  /** Where the bodies in the props lie. */
  readonly bodies: readonly (readonly [Digest, BodyPlace])[];
  readonly secrets: PageSecrets;
}

/** What must not be in a page. */
export interface PageSecrets {
  /** The values of its article. */
  readonly own: readonly Secret[];
  /** Whether the distinctive values of all articles must not be in it either. */
  readonly everything: boolean;
  /** Values that may stand in the page, since the site publishes them elsewhere. */
  readonly excused: readonly string[];
  /**
   * Whether its props are ours: what stands in them is published, but for `extra` and what comes from git.
   */
  readonly trusted: boolean;
}

/** Authors' addresses and the distinctive values of all articles, as JSON, with its digest. */
export interface SharedSecrets {
  readonly digest: Digest;
  readonly bytes: Uint8Array;
}

export interface RenderTask {
  readonly task: 'render';
  readonly pages: readonly PageTask[];
  /** Where the pages are written; their folders are there. */
  readonly folder: string;
  readonly fresh: boolean;
  readonly secrets: SharedSecrets;
}

/** Private values that are in a page. */
export interface Leak {
  readonly leaked: readonly Secret[];
  /**
   * Only values of other articles or e-mail addresses: they are allowed if the site publishes them elsewhere.
   */
  readonly excusable: boolean;
}

/**
 * A page as it was written, or why it was not: its template failed, something private was in it, the store is
 * damaged.
 */
export type RenderResult =
  | WrittenFile
  | { readonly failed: string; readonly at?: ModulePlace }
  | Leak
  | { readonly damaged: string };

export interface Tasks {
  readonly parse: (task: ParseTask) => Promise<ParseResult>;
  /** One result for each page. */
  readonly render: (task: RenderTask) => Promise<RenderResult[]>;
}
