/** The whole site as routes see it: read-only indexes over what is published. */

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
  /** Within the last days that were counted, as many as `views.days` says. */
  readonly recent: number;
}

export interface Article {
  /**
   * Without what is private, where the site has generators of its own; so are those of categories and
   * authors.
   */
  readonly document: ArticleDocument;
  /** Place in `Site.articles`, from 0 for the newest; -1 for one in no list. */
  readonly rank: number;
  readonly slug: string;
  /** Where lists point: its own page, or another site. */
  readonly address: Address | Url;
  readonly card: Card;
  /** Undefined when the article is a link to another site. */
  readonly output?: OutputPath | undefined;
  /** Where it stood while its category had the addresses of `aliases`. */
  readonly movedFrom: readonly Address[];
  /** Its address in the language of the site, whose text stands here for want of a translation. */
  readonly original?: Address | undefined;
  readonly category: Category;
  readonly tags: readonly Tag[];
  readonly authors: readonly Author[];
  readonly featured?: 'section' | 'home' | undefined;
  /** Its place among those that are featured alike, lowest first; absent when it has none. */
  readonly featuredOrder?: number | undefined;
  readonly withdrawn: boolean;
  /** When its text last changed in public. */
  readonly updated?: DateTime | undefined;
  readonly history?: readonly ArticleVersion[] | undefined;
  /** Those that are due. */
  readonly corrections: ArticleDocument['data']['corrections'];
  readonly approvedBy?: string | undefined;
  /** Absent when readers are not counted. */
  readonly views?: ReaderNumbers | undefined;
  readonly image?: Figure | undefined;
  readonly preview?: PreviewPicture | undefined;
  readonly resolved: readonly (ResolvedReference | null)[];
  readonly attachments: readonly Attachment[];
  /** Articles named by `related`. */
  readonly related: readonly Article[];
}

/** The versions of a picture that pages do not show: for link previews, and for search engines. */
export interface PreviewPicture extends SizedPicture {
  readonly crops: readonly SizedPicture[];
  /** Set where it is drawn from words, since there is no picture. */
  readonly card?: { readonly output: OutputPath; readonly words: CardWords };
}

interface SizedPicture {
  readonly address: Address;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A version of a picture that pages show. */
export interface PlannedPicture {
  readonly from: SourcePath;
  readonly operation: Operation;
  /** Where it stands, if not where its digest says. */
  readonly output?: OutputPath;
  /** The first place that asks for it, for messages. */
  readonly user: PictureUser;
  /** All files that show a version of the same picture. */
  readonly users: ReadonlySet<string>;
}

/** Where a picture is asked for. */
export type PictureUser = Pick<Diagnostic, 'path' | 'line' | 'column' | 'field'>;

/** A link to a page of this site. */
export interface PageLink extends Link {
  readonly address: Address;
  /** Class of its own colour; categories alone have one. */
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
  /** Articles whose own category this is, newest first; `articles` also has those of the subcategories. */
  readonly own: readonly Article[];
  readonly resolved: readonly (ResolvedReference | null)[];
}

export interface Tag extends Listing {
  /** Its file, where it has one. */
  readonly document?: TagDocument;
  readonly resolved: readonly (ResolvedReference | null)[];
}

export interface AuthorEntry extends Listing {
  readonly document: AuthorDocument;
  readonly portrait?: Picture;
  /** Whether there is a profile in this language; else the name alone is that of another one. */
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
  /** What it is called, where other pages lead there for want of a translation: a category, a list. */
  readonly title?: string;
}

export interface Redirect {
  readonly output: OutputPath;
  readonly title: string;
  readonly address: Address;
  readonly lang: string;
  /** The document that names the old address, and the field. */
  readonly from: SourcePath;
  readonly field: readonly (string | number)[];
  /** It follows from the old address of a category, and gives way to any other output. */
  readonly derived?: boolean;
}

/** An old address that differs from others by its query: no file can stand there, hosts are told of it. */
export interface QueryRedirect {
  /** Decoded. */
  readonly path: Address;
  /** Behind the question mark, as it stands in a request. */
  readonly query: string;
  readonly address: Address;
  /** The document that names the old address, and the field. */
  readonly from: SourcePath;
  readonly field: readonly (string | number)[];
}

export interface PublishedFile {
  readonly output: OutputPath;
  readonly from: SourcePath;
  readonly digest: Digest;
}

/** A site, or one language of it. */
export interface Site {
  /** As this language sees it. */
  readonly config: ResolvedConfig;
  /** All languages of the site, its own first; of a site with one language that alone. */
  readonly editions: readonly Site[];
  /** The same page in all languages that have it, its own language included, by the address of each. */
  readonly translations: ReadonlyMap<string, readonly Translation[]>;
  readonly props: SiteProps;
  /** The words of a language, by default of the site's own. */
  readonly words: (language?: Language) => Words;
  /** All that lists show, newest first. */
  readonly articles: readonly Article[];
  /** Those of the last two days, newest first. */
  readonly news: readonly Article[];
  /** Those whose page says that they were withdrawn. */
  readonly withdrawn: readonly Article[];
  /** By key, parents before their children, siblings in their order. */
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
  /** What the site's own generators list, by their names in `routes`. */
  readonly own: ReadonlyMap<string, readonly Route[]>;
  /** The script that fetches the numbers of readers; absent when no page needs it. */
  readonly viewsScript?: Address;
  /** The theme's style sheet and script, and as `base64` the fonts and pictures that the former names. */
  readonly assets: readonly {
    readonly output: OutputPath;
    readonly content: string;
    readonly encoding: 'utf8' | 'base64';
  }[];
  /**
   * The text of a file, whose path is relative to the site's folder. What is read so is an input of the site:
   * when it changes, generators run again.
   */
  readonly read: (file: string) => string;
  /** The data of a file that ends in `.json`, `.yaml` or `.yml`, read as {@link Site.read} does. */
  readonly data: (file: string) => unknown;
}
