/**
 * What templates see. A page is a pure function of one of these values: the same props, the same page.
 * So nothing here depends on the time of the build, and nothing that changes daily stands in every page.
 */

import type { ComponentChildren } from 'preact';
import type { AttributeShape, AttributeType, Rows } from './blocks/attribute.ts';
import type { BlockScript } from './blocks/block.ts';
import type { Service } from './blocks/services.ts';
import type { Address, DateTime, Digest, Language, Url } from './brands.ts';
import type { ShareService } from './config/theme-schema.ts';
import type { ArticleLayout, ArticleType } from './front-matter/schema.ts';
import type { Heading } from './types.ts';

/** A name and where it leads. */
export interface Link {
  readonly title: string;
  readonly address: Address | Url;
}

/** A category, as lists and the front page name it. */
export interface CategoryLink extends Link {
  /** Class of what has the section's own colour (`theme.sections`); absent where it has none. */
  readonly accent?: string;
}

/**
 * A picture in several widths, ready for `<picture>`; the template adds `sizes`, since it knows the layout.
 */
export interface Picture {
  readonly alt: string;
  /** Width and height in pixels of the largest version: the aspect ratio for the layout. */
  readonly width: number;
  readonly height: number;
  /** The fallback (JPEG, PNG, GIF or SVG), of a middle width. */
  readonly src: Address;
  /** `srcset` of the fallback's format; absent when there is one version only. */
  readonly srcset?: string;
  /** Better formats, best first: `<source type srcset>`. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  /** It can have parts through which its ground is seen. */
  readonly transparent?: true;
  /** The first frame of a moving picture, for readers who stop it. */
  readonly still?: Address;
}

/** A picture on another server: shown as it is, its size unknown. */
export interface RemotePicture {
  readonly alt: string;
  readonly remote: string;
}

export interface Figure {
  readonly picture: Picture | RemotePicture;
  readonly caption?: string;
  readonly credit?: string;
  /** The column that its author gave it; else it is chosen by its form. */
  readonly column?: 'wide' | 'full';
}

/** An entry of a list, and all that lists may show of an article. */
export interface Card {
  readonly title: string;
  /** Address on this site, or an absolute URL when `external`. */
  readonly address: Address | Url;
  /** The article is a link to another site (`link` in its front matter). */
  readonly external: boolean;
  readonly summary: string;
  readonly date: DateTime;
  /** When its text last changed in public; absent when that was not after `date`. */
  readonly updated?: DateTime;
  readonly lang: Language;
  readonly type: ArticleType;
  readonly category: CategoryLink;
  readonly authors: readonly string[];
  /** As the article writes them. */
  readonly tags: readonly string[];
  /** Cropped to 3:2 around the picture's focus. */
  readonly image?: Picture;
  /** It is in the language of the site, for want of a translation. */
  readonly original?: true;
}

/** A file offered for download. */
export interface Attachment {
  readonly title: string;
  readonly address: Address;
  /** File name for the reader's disk. */
  readonly name: string;
  /** Extension in capitals: `PDF`; empty for a file that has none. */
  readonly format: string;
  /** Bytes. */
  readonly size: number;
}

export interface Author {
  readonly name: string;
  /** The author's page; absent when the author is not in the registry. */
  readonly address?: Address;
  readonly role?: string;
}

/** What is the same on every page of the site. */
export interface SiteProps {
  readonly title: string;
  readonly description: string;
  readonly greeting?: string;
  readonly organisation: {
    readonly name: string;
    /** Lines for the footer: licence, responsible editor, street, telephone. */
    readonly lines: readonly string[];
    readonly email?: string;
    readonly telephone?: string;
    readonly logo?: Picture;
    /** The logo on a dark ground; absent where one serves both. */
    readonly logoDark?: Picture;
    readonly kind: 'news' | 'government';
    /** Postal address. */
    readonly address?: string;
  };
  /** Where the newsroom says how it works, as schema.org calls it. */
  readonly policies: {
    readonly correctionsPolicy?: Address | Url;
    readonly publishingPrinciples?: Address | Url;
  };
  /** For link previews of pages that have no picture of their own. */
  readonly image?: PreviewImage;
  /** A picture of the site's name, in place of its text. */
  readonly wordmark?: Picture;
  readonly origin: Url;
  readonly language: Language;
  readonly home: Address;
  /** The main navigation; `key` is compared with `page.section`. */
  readonly navigation: readonly NavigationItem[];
  /** Links of the footer: plain pages, archive, feeds. */
  readonly footer: readonly Link[];
  readonly assets: ThemeAddresses;
  /** An SVG, or a PNG. */
  readonly icon: Address;
  /** Further versions of it; absent where the site has none of its own. */
  readonly icons?: SiteIcons;
  /** Of the browser's own surface around the page, by scheme. */
  readonly colours: { readonly light: string; readonly dark: string };
  /** The scheme of colours that the site sets; `auto` is the reader's. */
  readonly scheme: 'auto' | 'light' | 'dark';
  readonly header: 'masthead' | 'compact';
  /** From how many headings on a long article has a table of contents; 0 for none. */
  readonly contents: number;
  /** Where readers search, and what browsers know of that; absent where they cannot. */
  readonly search?: { readonly address: Address; readonly description: Address };
  /** Services that articles can be shared by, in their order. */
  readonly share: readonly ShareService[];
  /** The newsroom's pages on social networks. */
  readonly social: readonly Link[];
  /** Further `<meta>` and `<link>` tags. */
  readonly head: readonly Readonly<Record<string, string>>[];
}

/** The versions of the site's icon. */
export interface SiteIcons {
  readonly ico: Address;
  /** `site.webmanifest`, where there is one. */
  readonly manifest?: Address;
  /** For home screens of phones. */
  readonly touch: Address;
  readonly svg?: Address;
  /** PNGs, by their width in pixels. */
  readonly sized: readonly { readonly address: Address; readonly size: number }[];
}

/** Layouts that have a style sheet of their own; `document` is that of announcements too. */
export type LayoutSheet = 'feature' | 'interview' | 'photo' | 'video' | 'document';

/** Files of the theme. */
export interface ThemeAddresses {
  readonly style: Address;
  /** Styles that pages of one layout alone need, linked before `style`. */
  readonly layouts: Readonly<Record<LayoutSheet, Address>>;
  /** Runs before the first paint: how the reader wants to read. */
  readonly script: Address;
  /** Sharing, printing and hearing an article. */
  readonly tools: Address;
  /** The viewer of pictures. */
  readonly viewer: Address;
  /** Styles and script of blocks. */
  readonly blocks: { readonly style: Address; readonly script: Address };
  /** Searching, what helps readers do it, and the styles of the page. */
  readonly search: Address;
  readonly searchHelp: Address;
  readonly searchStyle: Address;
  readonly feedStyle: Address;
  /** Fonts to be loaded at once. */
  readonly fonts: readonly Address[];
}

export interface NavigationItem extends Link {
  readonly key: string;
  readonly children: readonly NavigationItem[];
}

/** Where a reader of this page goes for another language. */
export interface LanguageLink {
  readonly lang: Language;
  /** In the language itself: `Tiếng Việt`. */
  readonly name: string;
  readonly address: Address;
  /** This page, the same page in that language, or, where there is none, its list or the front page. */
  readonly is: 'this' | 'translation' | 'list' | 'home';
  /** What the list is called in that language. */
  readonly title?: string;
  /** Absolute, where it is this page or the same one in that language. */
  readonly url?: Url;
}

interface ImageVersion {
  readonly url: Url;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A picture for link previews: 1200x630 where it is large enough. */
export interface PreviewImage extends ImageVersion {
  readonly alt: string;
  /** For search engines, cropped to 16:9, 4:3 and 1:1, where it is large enough. */
  readonly crops: readonly ImageVersion[];
}

/** A version of a page for search engines; `x-default` is that for readers of any other language. */
export interface Alternate {
  readonly lang: Language | 'x-default';
  readonly url: Url;
}

/** What the head, the header and the breadcrumb say about the page at hand. */
export interface PageMeta {
  /** Title for `<title>`, without the site's name. Empty on the front page. */
  readonly title: string;
  readonly description: string;
  /** Absolute URL of this page; absent on the 404 page. */
  readonly canonical?: Url;
  readonly lang: Language;
  /** Open Graph type. */
  readonly type: 'website' | 'article' | 'profile';
  /** Picture for link previews. */
  readonly image?: PreviewImage;
  /** From the front page to the page's parent. */
  readonly breadcrumb: readonly Link[];
  /**
   * Key of the navigation's entry that this page belongs to: its category, or the nearest one above that the
   * navigation has.
   */
  readonly section?: string;
  /** Class of the section's own colour, where it has one. */
  readonly accent?: string;
  /**
   * The site's languages, its own first, and where each leads from this page; absent where the site has one.
   */
  readonly languages?: readonly LanguageLink[];
  /** The published versions of the page, itself included, for search engines; absent where it has no others. */
  readonly alternates?: readonly Alternate[];
  readonly feeds: readonly { readonly title: string; readonly address: Address; readonly type: string }[];
  readonly noindex?: boolean;
  /** The scripts that blocks of the page need; absent where it has no block. Render sets it. */
  readonly blocks?: readonly BlockScript[];
}

/** A version of an article's text that the public has seen. */
export interface ArticleVersion {
  readonly date: DateTime;
  /** Who made it, where the site says so. */
  readonly author?: string;
  /** What was changed, where the site says so. */
  readonly message?: string;
}

interface BaseProps {
  readonly site: SiteProps;
  readonly page: PageMeta;
}

/**
 * The HTML of a body as the store keeps it, and what its numbered references have become. Render fills it in
 * before the template sees it.
 */
export interface Body {
  readonly body: Digest;
  /** By the reference's number; `null` is one that was dropped. */
  readonly resolved: readonly (ResolvedReference | null)[];
  /** Agency set in front of the first paragraph. */
  readonly dateline?: string;
}
export type ResolvedReference =
  | { readonly kind: 'link'; readonly address: Address | Url; readonly title?: string }
  | { readonly kind: 'picture'; readonly block: boolean; readonly figure: Figure }
  | ResolvedBlock;

/** A file that is played or read in its place: where it is published, and what it is. */
export interface Media {
  readonly address: Address;
  /** Media type: `video/mp4`. */
  readonly type: string;
  /** Name of the file, for readers who save it. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Of a video, in pixels, where the file says so. */
  readonly width?: number;
  readonly height?: number;
}

/** What another site shows in a frame of its own. */
export interface Embed {
  readonly service: Service;
  /** The service's name: `YouTube`. */
  readonly name: string;
  /** The page that readers can open. */
  readonly link: Url;
  /** The address of the frame; absent where the site has not enabled the service. */
  readonly player?: Url;
}

/** What the value of an attribute becomes, by its type. */
interface AttributeValues extends Record<AttributeType, unknown> {
  text: string;
  number: number;
  flag: boolean;
  choice: string;
  picture: Picture;
  media: Media;
  link: Address | Url;
  embed: Embed;
  rows: Rows;
}
export type AttributeValue = AttributeValues[AttributeType];

type ValueOf<Shape> =
  Shape extends AttributeShape<infer Type, infer Value>
    ? unknown extends Value
      ? AttributeValues[Type]
      : Value
    : never;

/** The attributes of a block as its template gets them. */
export type AttributesOf<Shapes> = {
  readonly [Name in keyof Shapes]: Shapes[Name] extends { readonly required: true }
    ? ValueOf<Shapes[Name]>
    : ValueOf<Shapes[Name]> | undefined;
};

/** A block with the attributes that its template gets. */
export interface ResolvedBlock {
  readonly kind: 'block';
  /** Name of its template in `templates/blocks/`. */
  readonly block: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** The cells of a table that stands directly in it. */
  readonly table?: Rows;
}

/** What every block's template gets besides its attributes. */
export interface BlockContext {
  /** Of the page. */
  readonly lang: Language;
  /** What stands between its fences, or in its brackets within a line. */
  readonly children: ComponentChildren;
  /** Whether there is anything. */
  readonly filled: boolean;
  /** The cells of a table that stands directly in it. */
  readonly table?: Rows | undefined;
}

/** Props of a block's template: `BlockProps<typeof attributes>`. */
export type BlockProps<Attributes> = AttributesOf<Attributes> & BlockContext;

/** A body ready to be set as `dangerouslySetInnerHTML`: sanitised HTML with links and pictures in place. */
export interface Html {
  readonly __html: string;
  /** The blocks in it, in their order. */
  readonly blocks?: readonly ResolvedBlock[];
}

/** Props as the template gets them: every stored body replaced by its HTML. */
export type Filled<Props> = Props extends Body
  ? Html
  : Props extends readonly unknown[]
    ? Props
    : Props extends object
      ? { readonly [Key in keyof Props]: Props[Key] extends Body | undefined ? Html : Props[Key] }
      : Props;

/** What registers of documents have of an official one. */
export interface OfficialDocument {
  /** Number and symbol: `45/TB-UBND`. */
  readonly number?: string | undefined;
  readonly issuer?: string | undefined;
  readonly signer?: string | undefined;
  /** As written; `2026-11-20` is shown as the page's other dates. */
  readonly issued?: string | undefined;
  readonly effective?: string | undefined;
  readonly field?: string | undefined;
}

export interface ArticleProps extends BaseProps {
  readonly title: string;
  readonly type: ArticleType;
  readonly layout: ArticleLayout;
  /** What it says, in a few sentences. */
  readonly keyPoints: readonly string[];
  readonly document?: OfficialDocument;
  readonly lang: Language;
  readonly summary: string;
  /**
   * True when the summary was written by the author, not taken from the body: only then it is worth showing
   * above the body.
   */
  readonly summaryWritten: boolean;
  readonly date: DateTime;
  readonly updated?: DateTime;
  /**
   * From git, newest first, the last one being that which was first published; absent when there is but one.
   */
  readonly history?: readonly ArticleVersion[];
  /** How often it was read, or where a script finds that: `file` has the number under `key`. */
  readonly readers?: number | { readonly file: Address; readonly key: string; readonly script: Address };
  /** Who approved it, where the site says so. */
  readonly approvedBy?: string;
  readonly authors: readonly Author[];
  readonly category: CategoryLink;
  /** The lead picture. */
  readonly image?: Figure;
  readonly body: Body;
  readonly headings: readonly Heading[];
  readonly words: number;
  readonly tags: readonly Link[];
  readonly attachments: readonly Attachment[];
  readonly corrections: readonly { readonly date: DateTime; readonly text: string }[];
  readonly related: readonly Card[];
  /** Older and newer article of the same category. */
  readonly previous?: Link;
  readonly next?: Link;
  /** It is in the language of the site, for want of a translation. */
  readonly original?: true;
  /** The article was withdrawn: the body is not there, the page says so. */
  readonly withdrawn: boolean;
  /** Why, in the newsroom's words. */
  readonly withdrawal?: string;
  /** The front matter's `extra`, for the site's own templates. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/**
 * Numbered archive pages count from the oldest, so that an address keeps its articles for ever. The first
 * page has no number.
 */
export interface Pagination {
  readonly number?: number;
  readonly newer?: Address;
  readonly older?: Address;
  /** The list's first, newest page; absent there. */
  readonly first?: Address;
}

/** A list of articles: a category, a tag, an author, a month. */
export interface ListProps extends BaseProps {
  readonly kind: 'category' | 'tag' | 'author' | 'month';
  readonly heading: string;
  readonly description: string;
  readonly cards: readonly Card[];
  /** How many of the first cards stand above newer ones. */
  readonly pinned: number;
  readonly pagination: Pagination;
  /** Subcategories. */
  readonly children: readonly Link[];
  /** RSS of this list, if it has one. */
  readonly feed?: Address;
  /** On an author's page, and on the first page of a category that has a body in `_index.md`. */
  readonly body?: Body;
  readonly author?: { readonly name: string; readonly role?: string; readonly image?: Picture };
}

/**
 * A part of the front page, as `theme.home` lists them: the lead with those beside it, the latest, a section,
 * the most read, or a template of the site's own (`parts/banner.tsx`).
 */
export type HomeBlock =
  | {
      readonly kind: 'lead';
      readonly as: 'split' | 'hero' | 'live';
      readonly lead: Card;
      readonly cards: readonly Card[];
    }
  | { readonly kind: 'latest' | 'mostRead'; readonly cards: readonly Card[] }
  | {
      readonly kind: 'section';
      readonly as: 'feature' | 'columns' | 'list' | 'pictures';
      readonly category: CategoryLink;
      readonly children: readonly Link[];
      readonly cards: readonly Card[];
    }
  | { readonly kind: 'part'; readonly part: string };

export interface HomeProps extends BaseProps {
  readonly blocks: readonly HomeBlock[];
}

/** A plain page such as "about". */
export interface PlainProps extends BaseProps {
  readonly title: string;
  readonly summary?: string;
  readonly body: Body;
}

/** All corrections of the site, newest first. */
export interface CorrectionsProps extends BaseProps {
  readonly heading: string;
  readonly corrections: readonly {
    readonly date: DateTime;
    readonly text: string;
    readonly article: Link;
    readonly lang: Language;
  }[];
  readonly pagination: Pagination;
}

/** The list of months that have articles. */
export interface ArchiveProps extends BaseProps {
  readonly years: readonly {
    readonly year: number;
    readonly months: readonly { readonly month: number; readonly address: Address }[];
  }[];
}

/** The list of all tags, or of all authors. */
export interface IndexProps extends BaseProps {
  readonly kind: 'tags' | 'authors';
  readonly heading: string;
  readonly links: readonly IndexEntry[];
}

/** A tag or an author, in the list of all. */
export interface IndexEntry extends Link {
  /** How many articles there are. */
  readonly count: number;
  /** Of an author. */
  readonly role?: string;
  readonly image?: Picture;
}

/** The page on which readers search; its script does the work. */
export interface SearchProps extends BaseProps {
  readonly heading: string;
  /** Folder of the index. */
  readonly index: Address;
  readonly archive?: Address;
  readonly tags?: Address;
  readonly mostRead: readonly Card[];
}

/** The page that lists the feeds. */
export interface FeedsProps extends BaseProps {
  readonly heading: string;
  /** What can be followed, with the address of its feed in each format. */
  readonly lists: readonly { readonly title: string; readonly feeds: readonly Link[] }[];
}

export interface NotFoundProps extends BaseProps {
  /** Nothing will stand here again, and hosts answer 410. */
  readonly gone?: boolean;
  /** Articles that may serve instead. */
  readonly latest?: readonly Card[];
}

/** The page that stands at an old address and leads to the new one. */
export interface RedirectProps {
  readonly title: string;
  readonly lang: Language;
  readonly address: Address | Url;
  readonly canonical: Url;
}

/** The default theme's pages, by template name. A site adds its own by declaration merging. */
export interface TemplateProps {
  article: ArticleProps;
  list: ListProps;
  home: HomeProps;
  plain: PlainProps;
  corrections: CorrectionsProps;
  archive: ArchiveProps;
  index: IndexProps;
  search: SearchProps;
  feeds: FeedsProps;
  'not-found': NotFoundProps;
  redirect: RedirectProps;
}
export type TemplateName = keyof TemplateProps;
