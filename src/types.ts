/**
 * The nouns that the stages hand to each other. Plain, read-only data: every value here can be printed,
 * cached and compared.
 */

import type { Rows } from './blocks/attribute.ts';
import type { Digest, SourcePath } from './brands.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { ArticleData, AuthorData, CategoryData, PageData, TagData } from './front-matter/data.ts';

export interface Heading {
  readonly depth: number;
  readonly id: string;
  readonly text: string;
}

interface Placed {
  /** Line and column in the file, from 1. */
  readonly line: number;
  readonly column: number;
}

/**
 * A link from a body to something of this site: another article, a page, a file. The text is in the body,
 * between the link's two tokens.
 */
export interface LinkReference extends Placed {
  readonly kind: 'link';
  /** As the author wrote it, percent-decoded not. */
  readonly url: string;
  readonly title?: string;
}

/**
 * A picture in a body. `block` is one that stands alone in its paragraph and becomes a figure, captioned by
 * the Markdown title.
 */
export interface PictureReference extends Placed {
  readonly kind: 'picture';
  readonly url: string;
  readonly alt: string;
  readonly title?: string;
  readonly block: boolean;
}

/** A block of a body, such as a gallery: its attributes as written, each with its place. */
export interface BlockReference extends Placed {
  readonly kind: 'block';
  /** Name of its template. */
  readonly block: string;
  /** As the author wrote it: `note` for a box. */
  readonly name: string;
  readonly form: 'container' | 'leaf' | 'inline';
  /** The words in brackets behind the name, unless the block stands within a line. */
  readonly label?: string;
  readonly attributes: Readonly<Record<string, readonly [value: string, line: number, column: number]>>;
  /** The cells of a table that stands directly in it. */
  readonly rows?: Rows;
}

/** What a body points to. Its position in `Document.references` is its number in the body's tokens. */
export type Reference = LinkReference | PictureReference | BlockReference;

interface DocumentOf<Kind extends string, Data> {
  readonly kind: Kind;
  readonly path: SourcePath;
  /** Digest of the file's bytes. */
  readonly digest: Digest;
  readonly data: Data;
  /** Digest under which the store keeps the body's HTML. */
  readonly body: Digest;
  /**
   * Plain text of the body's beginning, at most some 200 characters, cut at a word; empty where there is a
   * summary.
   */
  readonly excerpt: string;
  readonly headings: readonly Heading[];
  /** Other ids in the body, when there are any: of footnotes, of raw HTML, of plugins. */
  readonly ids?: readonly string[] | undefined;
  readonly references: readonly Reference[];
  /**
   * Of the references those that may lead to files, when there are any: as written, and whether they are
   * pictures.
   */
  readonly files?: readonly (readonly [url: string, picture: boolean])[] | undefined;
  /** Number of words in the body. */
  readonly words: number;
  readonly messages: readonly Diagnostic[];
}

export type ArticleDocument = DocumentOf<'article', ArticleData>;
export type CategoryDocument = DocumentOf<'category', CategoryData>;
export type PageDocument = DocumentOf<'page', PageData>;
export type AuthorDocument = DocumentOf<'author', AuthorData>;
export type TagDocument = DocumentOf<'tag', TagData>;
/** A file that is so wrong that it has no page; its messages say why. */
export interface BrokenDocument {
  readonly kind: 'broken';
  readonly path: SourcePath;
  readonly digest: Digest;
  readonly messages: readonly Diagnostic[];
}
/** What the parse stage makes of one Markdown file, from that file and the pipeline's options alone. */
export type Document =
  | ArticleDocument
  | CategoryDocument
  | PageDocument
  | AuthorDocument
  | TagDocument
  | BrokenDocument;
export type DocumentKind = Exclude<Document['kind'], 'broken'>;
