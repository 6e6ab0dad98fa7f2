/** The published site as routes see it, with read-only indexes. */

import type { Address, DateTime, Digest, Language, OutputPath, SourcePath, Url } from './brands.ts';
import type { ResolvedConfig } from './config/config.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { CardWords } from './images/draw-card.ts';
import type { Operation } from './images/operation.ts';
import type {
  ArticleVersion,
  Attachment,
  Author,
  Card,
  Figure,
  Link,
  Picture,
  ResolvedReference,
  SiteProps,
} from './props.ts';
import type { Route } from './routes/route.ts';
import type {
  ArticleDocument,
  AuthorDocument,
  CategoryDocument,
  PageDocument,
  TagDocument,
} from './types.ts';
import type { Words } from './words/words.ts';

export interface ReaderNumbers {
  readonly total: number;
  /** Within the last `views.days` days of the data. */
  readonly recent: number;
}

export interface Article {
  /** Without private fields where the site has its own generators, like those of categories and authors. */
  readonly document: ArticleDocument;
  /** Index in `Site.articles`, from 0 for the newest; -1 for an article in no list. */
  readonly rank: number;
  readonly slug: string;
  /** The address in lists: its own page, or another site. */
  readonly address: Address | Url;
  readonly card: Card;
  /** Undefined when the article is a link to another site. */
  readonly output?: OutputPath | undefined;
  /** Its addresses from when its category had those in `aliases`. */
  readonly movedFrom: readonly Address[];
  /** The address of the original, whose text is shown since there is no translation. */
  readonly original?: Address | undefined;
  readonly category: Category;
  readonly tags: readonly Tag[];
  readonly authors: readonly Author[];
  readonly featured?: 'section' | 'home' | undefined;
  /** Its order among articles featured in the same way, lowest first; absent when it has none. */
  readonly featuredOrder?: number | undefined;
  readonly withdrawn: boolean;
  /** When its text last changed in public. */
  readonly updated?: DateTime | undefined;
  readonly history?: readonly ArticleVersion[] | undefined;
  /** Corrections that are public. */
  readonly corrections: ArticleDocument['data']['corrections'];
  readonly approvedBy?: string | undefined;
  /** Absent when readers are not counted. */
  readonly views?: ReaderNumbers | undefined;
  readonly image?: Figure | undefined;
  readonly preview?: PreviewPicture | undefined;
  readonly resolved: readonly (ResolvedReference | null)[];
  readonly attachments: readonly Attachment[];
  /** Articles in `related`. */
  readonly related: readonly Article[];
}

/** Versions of a picture for link previews and search engines, which pages do not show. */
export interface PreviewPicture extends SizedPicture {
  readonly crops: readonly SizedPicture[];
  /** Set when the picture is drawn from text, since the page has none. */
  readonly card?: { readonly output: OutputPath; readonly words: CardWords };
}

interface SizedPicture {
  readonly address: Address;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** A version of a picture on pages. */
export interface PlannedPicture {
  readonly from: SourcePath;
  readonly operation: Operation;
  /** Its output, if not named by its digest. */
  readonly output?: OutputPath;
  /** The first use of it, for messages. */
  readonly user: PictureUser;
  /** All files that use a version of this picture. */
  readonly users: ReadonlySet<string>;
}

/** Where a picture is used. */
export type PictureUser = Pick<Diagnostic, 'path' | 'line' | 'column' | 'field'>;

/** A link to a page of this site. */
export interface PageLink extends Link {
  readonly address: Address;
  /** Class of its own colour; only for categories. */
  readonly accent?: string;
}

interface Listing {
  readonly slug: string;
  readonly link: PageLink;
  /** Newest first. */
  readonly articles: readonly Article[];
}

export interface Category extends Listing {
  /** Path of the folder below `content/`: `kinh-te/nong-nghiep`. */
  readonly key: string;
  readonly document: CategoryDocument;
  readonly parent?: Category;
  readonly children: readonly Category[];
  /** Articles whose own category this is, newest first. `articles` also has those of subcategories. */
  readonly own: readonly Article[];
  readonly resolved: readonly (ResolvedReference | null)[];
}

export interface Tag extends Listing {
  /** Its file, if it has one. */
  readonly document?: TagDocument;
  readonly resolved: readonly (ResolvedReference | null)[];
}

export interface AuthorEntry extends Listing {
  readonly document: AuthorDocument;
  readonly portrait?: Picture;
  /**
   * Whether there is a profile in this language; else only the name is used, from another language's profile.
   */
  readonly isOwn: boolean;
  readonly resolved: readonly (ResolvedReference | null)[];
}

export interface Month extends Listing {
  readonly year: number;
  readonly month: number;
}

export interface PlainPage {
  readonly document: PageDocument;
  readonly link: PageLink;
  readonly output: OutputPath;
  readonly resolved: readonly (ResolvedReference | null)[];
}

/** A page in one of the site's languages. */
export interface Translation {
  readonly language: Language;
  readonly address: Address;
  /** Its title, where pages without a translation link to it: a category or a list. */
  readonly title?: string;
}

export interface Redirect {
  readonly output: OutputPath;
  readonly title: string;
  readonly address: Address;
  readonly lang: string;
  /** The document with the old address, and the field. */
  readonly from: SourcePath;
  readonly field: readonly (string | number)[];
  /** Whether it comes from the old address of a category. Any other output replaces it. */
  readonly derived?: boolean;
}

/** An old address with a query. No file can be there, so hosts have to redirect it. */
export interface QueryRedirect {
  /** Percent-decoded. */
  readonly path: Address;
  /** After the question mark, as in a request. */
  readonly query: string;
  readonly address: Address;
  /** The document with the old address, and the field. */
  readonly from: SourcePath;
  readonly field: readonly (string | number)[];
}

export interface PublishedFile {
  readonly output: OutputPath;
  readonly from: SourcePath;
  readonly digest: Digest;
}

/** A site, or one of its languages. */
export interface Site {
  /** The configuration of this language. */
  readonly config: ResolvedConfig;
  /** All languages of the site, its own first; with one language only that one. */
  readonly editions: readonly Site[];
  /** The versions of a page in all languages, its own included, by the address of each. */
  readonly translations: ReadonlyMap<string, readonly Translation[]>;
  readonly props: SiteProps;
  /** The words of a language, by default the site's own. */
  readonly words: (language?: Language) => Words;
  /** All articles in lists, the newest first. */
  readonly articles: readonly Article[];
  /** Articles of the last two days, the newest first. */
  readonly news: readonly Article[];
  /** Withdrawn articles that still have a page. */
  readonly withdrawn: readonly Article[];
  /** By key, parents before their children, siblings in order. */
  readonly categories: ReadonlyMap<string, Category>;
  readonly tags: readonly Tag[];
  readonly authors: readonly AuthorEntry[];
  /** Newest first. */
  readonly months: readonly Month[];
  readonly pages: readonly PlainPage[];
  readonly redirects: readonly Redirect[];
  readonly queryRedirects: readonly QueryRedirect[];
  readonly pictures: readonly PlannedPicture[];
  readonly files: readonly PublishedFile[];
  /** The routes of the site's own generators, by their names in `routes`. */
  readonly own: ReadonlyMap<string, readonly Route[]>;
  /** The script that fetches the numbers of readers; absent when no page needs it. */
  readonly viewsScript?: Address;
  /** The theme's style sheets and scripts, and in `base64` the fonts and pictures of the style sheets. */
  readonly assets: readonly {
    readonly output: OutputPath;
    readonly content: string;
    readonly encoding: 'utf8' | 'base64';
  }[];
  /**
   * The text of a file, relative to the site's folder. Files read this way are inputs of the site: when one
   * changes, generators run again.
   */
  readonly read: (file: string) => string;
  /** The data of a `.json`, `.yaml` or `.yml` file, read like {@link Site.read}. */
  readonly data: (file: string) => unknown;
}
