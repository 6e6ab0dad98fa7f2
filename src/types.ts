/**
 * The data types that stages pass on. Plain, read-only data: every value can be printed, cached and compared.
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
 * A link in a body to a part of this site: another article, a page, a file. Its text is in the body, between
 * the link's two tokens.
 */
export interface LinkReference extends Placed {
  readonly kind: 'link';
  /** As written by the author, not percent-decoded. */
  readonly url: string;
  readonly title?: string;
}

/**
 * A picture in a body. A `block` picture is alone in its paragraph and becomes a figure with the Markdown
 * title as its caption.
 */
export interface PictureReference extends Placed {
  readonly kind: 'picture';
  readonly url: string;
  readonly alt: string;
  readonly title?: string;
  readonly block: boolean;
}

/** A block of a body, such as a gallery, with its attributes as written and their positions. */
export interface BlockReference extends Placed {
  readonly kind: 'block';
  /** Name of its template. */
  readonly block: string;
  /** As written by the author: `note` for a box. */
  readonly name: string;
  readonly form: 'container' | 'leaf' | 'inline';
  /** The text in brackets after the name, except for inline blocks. */
  readonly label?: string;
  readonly attributes: Readonly<Record<string, readonly [value: string, line: number, column: number]>>;
  /** The cells of a table that is a direct child of the block. */
  readonly rows?: Rows;
}

/** What a body refers to. Its index in `Document.references` is its number in the body's tokens. */
export type Reference = LinkReference | PictureReference | BlockReference;

interface DocumentOf<Kind extends string, Data> {
  readonly kind: Kind;
  readonly path: SourcePath;
  /** Digest of the file's bytes. */
  readonly digest: Digest;
  readonly data: Data;
  /** Digest of the body's HTML in the store. */
  readonly body: Digest;
  /**
   * Plain text of the body's beginning, at most about 200 characters, cut at a word; empty where there is a
   * summary.
   */
  readonly excerpt: string;
  readonly headings: readonly Heading[];
  /** Ids in the body besides those of headings, if any: of footnotes, of raw HTML, of plugins. */
  readonly ids?: readonly string[] | undefined;
  readonly references: readonly Reference[];
  /** References that may be files, if any: the URL as written, and whether it is a picture. */
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
/** A file that is too broken to have a page. Its messages say why. */
export interface BrokenDocument {
  readonly kind: 'broken';
  readonly path: SourcePath;
  readonly digest: Digest;
  readonly messages: readonly Diagnostic[];
}
/** The result of parsing one Markdown file. It depends only on that file and the pipeline's options. */
export type Document =
  | ArticleDocument
  | CategoryDocument
  | PageDocument
  | AuthorDocument
  | TagDocument
  | BrokenDocument;
export type DocumentKind = Exclude<Document['kind'], 'broken'>;
