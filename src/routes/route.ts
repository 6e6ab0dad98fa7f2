import { requireOutputPath } from '../addresses/output-path.ts';
import type { Digest, Language, OutputPath, SourcePath, Url } from '../brands.ts';
import type { CardWords } from '../images/draw-card.ts';
import type { Operation } from '../images/operation.ts';
import type { Body, Figure, TemplateName, TemplateProps } from '../props.ts';
import type { PictureUser, Site } from '../site.ts';

/** The document that asks for an output, for messages when two collide. */
export interface RouteSource {
  readonly path: SourcePath;
  readonly field?: readonly (string | number)[];
  /** The output is left out without a message where another one has its place. */
  readonly givesWay?: boolean;
}

/**
 * A page: a template and its props. Listing routes is cheap; `props` is called when the page's key is wanted.
 */
export interface PageRoute<Name extends TemplateName = TemplateName> {
  readonly kind: 'page';
  readonly output: OutputPath;
  readonly template: Name;
  readonly props: () => TemplateProps[Name];
  readonly source?: RouteSource;
}

/** A file made by a function of data: a feed, a sitemap. The same data, the same file. */
export interface FileRoute {
  readonly kind: 'file';
  readonly output: OutputPath;
  readonly source?: RouteSource;
  readonly data: () => object;
  readonly render: (data: never) => string | Uint8Array;
}

/** The text of an article with what its plain form is made of. */
export interface PlainText {
  /** Address of the article, to which addresses in the text are relative. */
  readonly url: Url;
  readonly path: SourcePath;
  readonly lang: Language;
  readonly body: Body;
  /** The lead picture, which stands before the text. */
  readonly image?: Figure;
}

/** HTML that needs no style sheet, no script and no page around it; undefined where a template fails. */
export type ToPlainHtml = (text: PlainText) => string | undefined;

/** A file that shows texts of articles as well, as feeds do. The same data and templates, the same file. */
export interface FeedRoute {
  readonly kind: 'feed';
  readonly output: OutputPath;
  readonly data: () => object;
  readonly render: (data: never, toPlainHtml: ToPlainHtml) => string;
}

/** A file of `content/` published as it is. */
export interface CopyRoute {
  readonly kind: 'copy';
  readonly output: OutputPath;
  readonly from: SourcePath;
  readonly digest: Digest;
}

/** One version of a picture. */
export interface PictureRoute {
  readonly kind: 'picture';
  readonly output: OutputPath;
  readonly source?: RouteSource;
  readonly from: SourcePath;
  readonly operation: Operation;
  /** Where it is asked for, for messages. */
  readonly user: PictureUser;
  /** All files that show a version of the same picture. */
  readonly users: ReadonlySet<string>;
}

/** A picture drawn from words. The same words, the same picture. */
export interface CardRoute {
  readonly kind: 'card';
  readonly output: OutputPath;
  readonly words: CardWords;
}

/** What the store has of an article. */
export interface Stored {
  /** What the search finds it by, as `unpackTerms` reads it. */
  readonly terms: (path: SourcePath) => Uint8Array;
  /** HTML of its body. */
  readonly body: (path: SourcePath) => string;
}

/**
 * A file of the search's index, made of what the store has of articles. The same key, the same file.
 */
export interface IndexRoute {
  readonly kind: 'index';
  readonly output: OutputPath;
  readonly key: () => object;
  readonly render: (stored: Stored) => string | Uint8Array;
}

export type Route =
  | { [Name in TemplateName]: PageRoute<Name> }[TemplateName]
  | FileRoute
  | FeedRoute
  | CopyRoute
  | IndexRoute
  | PictureRoute
  | CardRoute;

type Routes = Iterable<Route> | AsyncIterable<Route>;

/** Lists the outputs of one kind, at once or later. It sees the whole site and changes nothing. */
export type RouteGenerator = (site: Site) => Routes | Promise<Routes>;

/**
 * A page route with its props checked against the template. Throws an error when no output can have the path.
 */
export const page = <Name extends TemplateName>(
  output: string,
  template: Name,
  props: () => TemplateProps[Name],
  source?: RouteSource,
): Route =>
  ({ kind: 'page', output: requireOutputPath(output), template, props, source }) as PageRoute<Name> as Route;

/**
 * A file route with the data's type kept between `data` and `render`. Throws an error when no output can have
 * the path.
 */
export const file = <Data extends object>(
  output: string,
  data: () => Data,
  render: (data: Data) => string | Uint8Array,
): FileRoute => ({
  kind: 'file',
  output: requireOutputPath(output),
  data,
  render,
});
