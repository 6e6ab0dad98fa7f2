/**
 * What templates get. A page is a pure function of one of these values: the same props, the same page. So
 * nothing here depends on the time of the build, and nothing that changes daily is on every page.
 */

import type { ComponentChildren } from 'preact';
import type { AttributeShape, AttributeType, Rows } from './blocks/attribute.ts';
import type { BlockScript } from './blocks/block.ts';
import type { Service } from './blocks/services.ts';
import type { Address, DateTime, Digest, Language, Url } from './brands.ts';
import type { ShareService } from './config/theme-schema.ts';
import type { ArticleLayout, ArticleType } from './front-matter/schema.ts';
import type { Heading } from './types.ts';

/** A title and an address. */
export interface Link {
  readonly title: string;
  readonly address: Address | Url;
}

/** A category in lists and on the front page. */
export interface CategoryLink extends Link {
  /** Class of the section's own colour (`theme.sections`); absent where it has none. */
  readonly accent?: string;
}

/**
 * A picture in several widths, ready for `<picture>`. The template adds `sizes`, since it knows the layout.
 */
export interface Picture {
  readonly alt: string;
  /** Width and height of the largest version in pixels, for the aspect ratio. */
  readonly width: number;
  readonly height: number;
  /** The fallback (JPEG, PNG, GIF or SVG) in a middle width. */
  readonly src: Address;
  /** `srcset` of the fallback's format; absent when there is only one version. */
  readonly srcset?: string;
  /** Better formats, best first: `<source type srcset>`. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  /** Whether it may have transparent parts. */
  readonly transparent?: true;
  /** Number of the class `tone-…` whose colour stands for it while it is loaded. */
  readonly tone?: number;
  /** The first frame of an animation, for readers who stop it. */
  readonly still?: Address;
}

/** A picture on another server: shown unchanged, its size unknown. */
export interface RemotePicture {
  readonly alt: string;
  readonly remote: string;
}

export interface Figure {
  readonly picture: Picture | RemotePicture;
  readonly caption?: string;
  readonly credit?: string;
  /** The column that its author chose; by default it depends on the aspect ratio. */
  readonly column?: 'wide' | 'full';
}

/** An entry of a list: everything that lists may show of an article. */
export interface Card {
  readonly title: string;
  /** Address on this site, or an absolute URL when `external`. */
  readonly address: Address | Url;
  /** Whether the article is a link to another site (`link` in its front matter). */
  readonly external: boolean;
  readonly summary: string;
  readonly date: DateTime;
  /** When its text last changed in public; absent when that was not later than `date`. */
  readonly updated?: DateTime;
  readonly lang: Language;
  readonly type: ArticleType;
  readonly category: CategoryLink;
  readonly authors: readonly string[];
  /** As written in the article. */
  readonly tags: readonly string[];
  /** Cropped to 3:2 around the picture's focus. */
  readonly image?: Picture;
  /** Whether it is in the language of the site, since there is no translation. */
  readonly original?: true;
}

/** A file to download. */
export interface Attachment {
  readonly title: string;
  readonly address: Address;
  /** File name for the reader's disk. */
  readonly name: string;
  /** Extension in capitals: `PDF`; empty for a file without one. */
  readonly format: string;
  /** Size in bytes. */
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
    /** The logo for dark backgrounds; absent where one serves both. */
    readonly logoDark?: Picture;
    readonly kind: 'news' | 'government';
    /** Postal address. */
    readonly address?: string;
  };
  /** Pages about how the newsroom works, in schema.org's terms. */
  readonly policies: {
    readonly correctionsPolicy?: Address | Url;
    readonly publishingPrinciples?: Address | Url;
  };
  /** For link previews of pages without a picture of their own. */
  readonly image?: PreviewImage;
  /** A picture of the site's name, instead of its text. */
  readonly wordmark?: Picture;
  readonly origin: Url;
  readonly language: Language;
  readonly home: Address;
  /** The main navigation. `key` is compared with `page.section`. */
  readonly navigation: readonly NavigationItem[];
  /** Links of the footer: plain pages, archive, feeds. */
  readonly footer: readonly Link[];
  readonly assets: ThemeAddresses;
  /** An SVG, or a PNG. */
  readonly icon: Address;
  /** Further versions of the icon; absent where the site has no icon of its own. */
  readonly icons?: SiteIcons;
  /** Colours for the browser's interface around the page, by scheme. */
  readonly colours: { readonly light: string; readonly dark: string };
  /** The site's colour scheme; `auto` follows the reader's system. */
  readonly scheme: 'auto' | 'light' | 'dark';
  readonly header: 'masthead' | 'compact';
  /** How many headings a long article must have for a table of contents; 0 for none. */
  readonly contents: number;
  /** The search page and its description for browsers; absent on sites without search. */
  readonly search?: { readonly address: Address; readonly description: Address };
  /** Services for sharing articles, in order. */
  readonly share: readonly ShareService[];
  /** The newsroom's pages on social networks. */
  readonly social: readonly Link[];
  /** Further `<meta>` and `<link>` tags. */
  readonly head: readonly Readonly<Record<string, string>>[];
}

/** The versions of the site's icon. */
export interface SiteIcons {
  readonly ico: Address;
  /** `site.webmanifest`, if there is one. */
  readonly manifest?: Address;
  /** For the home screens of phones. */
  readonly touch: Address;
  readonly svg?: Address;
  /** PNG versions, with their width in pixels. */
  readonly sized: readonly { readonly address: Address; readonly size: number }[];
}

/** Layouts with a style sheet of their own. `document` also serves announcements. */
export type LayoutSheet = 'feature' | 'interview' | 'photo' | 'video' | 'document';

/** Files of the theme. */
export interface ThemeAddresses {
  readonly style: Address;
  /** Styles for pages of one layout, linked before `style`. */
  readonly layouts: Readonly<Record<LayoutSheet, Address>>;
  /** Applies reading preferences before the first paint. */
  readonly script: Address;
  /** Script for sharing, printing and listening to an article. */
  readonly tools: Address;
  /** Script of the picture viewer. */
  readonly viewer: Address;
  /** Styles and script of blocks. */
  readonly blocks: { readonly style: Address; readonly script: Address };
  /** The search script, its aids, and the styles of the search page. */
  readonly search: Address;
  readonly searchHelp: Address;
  readonly searchStyle: Address;
  readonly feedStyle: Address;
  /** Fonts to preload. */
  readonly fonts: readonly Address[];
}

export interface NavigationItem extends Link {
  readonly key: string;
  readonly children: readonly NavigationItem[];
}

/** A link from this page to another language. */
export interface LanguageLink {
  readonly lang: Language;
  /** In that language: `Tiếng Việt`. */
  readonly name: string;
  readonly address: Address;
  /** This page, its translation, or, where there is none, the corresponding list or the front page. */
  readonly is: 'this' | 'translation' | 'list' | 'home';
  /** The title of the list in that language. */
  readonly title?: string;
  /** Absolute URL of this page or its translation. */
  readonly url?: Url;
}

interface ImageVersion {
  readonly url: Url;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** A picture for link previews: 1200x630 where it is large enough. */
export interface PreviewImage extends ImageVersion {
  readonly alt: string;
  /** Crops for search engines at 16:9, 4:3 and 1:1, where it is large enough. */
  readonly crops: readonly ImageVersion[];
}

/** A version of a page for search engines; `x-default` is for readers of other languages. */
export interface Alternate {
  readonly lang: Language | 'x-default';
  readonly url: Url;
}

/** Data about the page for the head, the header and the breadcrumb. */
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
  /** The path from the front page to the page's parent. */
  readonly breadcrumb: readonly Link[];
  /**
   * Key of the navigation entry for this page: its category, or the nearest parent category in the
   * navigation.
   */
  readonly section?: string;
  /** Class of the section's own colour, if it has one. */
  readonly accent?: string;
  /** Links to the site's languages, its own first; absent where the site has only one. */
  readonly languages?: readonly LanguageLink[];
  /**
   * The published versions of the page, itself included, for search engines; absent where there is only one.
   */
  readonly alternates?: readonly Alternate[];
  readonly feeds: readonly { readonly title: string; readonly address: Address; readonly type: string }[];
  readonly noindex?: boolean;
  /** The scripts for the page's blocks; absent where it has none. Set when the page is rendered. */
  readonly blocks?: readonly BlockScript[];
}

/** A published version of an article's text. */
export interface ArticleVersion {
  readonly date: DateTime;
  /** Its author, where the site shows that. */
  readonly author?: string;
  /** What changed, where the site shows that. */
  readonly message?: string;
}

interface BaseProps {
  readonly site: SiteProps;
  readonly page: PageMeta;
}

/** The HTML of a stored body, and its resolved references. It is filled in before the template gets it. */
export interface Body {
  readonly body: Digest;
  /** By the reference's number; `null` for a dropped one. */
  readonly resolved: readonly (ResolvedReference | null)[];
  /** News agency, shown before the first paragraph. */
  readonly dateline?: string;
}
export type ResolvedReference =
  | { readonly kind: 'link'; readonly address: Address | Url; readonly title?: string }
  | { readonly kind: 'picture'; readonly block: boolean; readonly figure: Figure }
  | ResolvedBlock;

/** A file that is played or read on the page. */
export interface Media {
  readonly address: Address;
  /** Media type: `video/mp4`. */
  readonly type: string;
  /** File name for the reader's disk. */
  readonly name: string;
  /** Size in bytes. */
  readonly size: number;
  /** Width of a video in pixels, if known. */
  readonly width?: number;
  readonly height?: number;
}

/** A page of another site, embedded in a frame. */
export interface Embed {
  readonly service: Service;
  /** The service's name: `YouTube`. */
  readonly name: string;
  /** The page, as a link for readers. */
  readonly link: Url;
  /** The address of the frame; absent where the site has not enabled the service. */
  readonly player?: Url;
}

/** The values of attributes, by type. */
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

/** The attributes of a block, as its template gets them. */
export type AttributesOf<Shapes> = {
  readonly [Name in keyof Shapes]: Shapes[Name] extends { readonly required: true }
    ? ValueOf<Shapes[Name]>
    : ValueOf<Shapes[Name]> | undefined;
};

/** A block with the attributes for its template. */
export interface ResolvedBlock {
  readonly kind: 'block';
  /** Name of its template in `templates/blocks/`. */
  readonly block: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** The cells of a table that is a direct child of the block. */
  readonly table?: Rows;
}

/** What the template of every block gets besides its attributes. */
export interface BlockContext {
  /** Language of the page. */
  readonly lang: Language;
  /** The content between its fences, or in the brackets of an inline block. */
  readonly children: ComponentChildren;
  /** Whether there is content. */
  readonly filled: boolean;
  /** The cells of a table that is a direct child of the block. */
  readonly table?: Rows | undefined;
}

/** Props of a block's template: `BlockProps<typeof attributes>`. */
export type BlockProps<Attributes> = AttributesOf<Attributes> & BlockContext;

/** A body for `dangerouslySetInnerHTML`: sanitised HTML with links and pictures filled in. */
export interface Html {
  readonly __html: string;
  /** The blocks in it, in order. */
  readonly blocks?: readonly ResolvedBlock[];
}

/** Props as the template gets them, with stored bodies replaced by their HTML. */
export type Filled<Props> = Props extends Body
  ? Html
  : Props extends readonly unknown[]
    ? Props
    : Props extends object
      ? { readonly [Key in keyof Props]: Props[Key] extends Body | undefined ? Html : Props[Key] }
      : Props;

/** The facts of an official document. */
export interface OfficialDocument {
  /** Number and symbol: `45/TB-UBND`. */
  readonly number?: string | undefined;
  readonly issuer?: string | undefined;
  readonly signer?: string | undefined;
  /** As written. `2026-11-20` is shown like the page's other dates. */
  readonly issued?: string | undefined;
  readonly effective?: string | undefined;
  readonly field?: string | undefined;
}

export interface ArticleProps extends BaseProps {
  readonly title: string;
  readonly type: ArticleType;
  readonly layout: ArticleLayout;
  /** The article in a few sentences. */
  readonly keyPoints: readonly string[];
  readonly document?: OfficialDocument;
  readonly lang: Language;
  readonly summary: string;
  /**
   * Whether the summary was written by the author, not taken from the body. Only then should it be shown
   * above the body.
   */
  readonly summaryWritten: boolean;
  readonly date: DateTime;
  readonly updated?: DateTime;
  /** Published versions from git, the newest first, down to the first one; absent when there is only one. */
  readonly history?: readonly ArticleVersion[];
  /** How often it was read, or where a script finds the number: in `file`, under `key`. */
  readonly readers?: number | { readonly file: Address; readonly key: string; readonly script: Address };
  /** The approver, where the site shows that. */
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
  /** The older and the newer article of the same category. */
  readonly previous?: Link;
  readonly next?: Link;
  /** Whether it is in the language of the site, since there is no translation. */
  readonly original?: true;
  /** Whether the article was withdrawn: then there is no body. */
  readonly withdrawn: boolean;
  /** The newsroom's reason. */
  readonly withdrawal?: string;
  /** The front matter's `extra`, for the site's own templates. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/**
 * Numbered archive pages count from the oldest, so that the articles of an address never change. The first
 * page has no number.
 */
export interface Pagination {
  readonly number?: number;
  readonly newer?: Address;
  readonly older?: Address;
  /** The first page, with the newest articles; absent on that page. */
  readonly first?: Address;
}

/** A list of articles: a category, a tag, an author, a month. */
export interface ListProps extends BaseProps {
  readonly kind: 'category' | 'tag' | 'author' | 'month';
  readonly heading: string;
  readonly description: string;
  readonly cards: readonly Card[];
  /** How many cards at the top are pinned. */
  readonly pinned: number;
  readonly pagination: Pagination;
  /** Subcategories. */
  readonly children: readonly Link[];
  /** The RSS feed of this list, if it has one. */
  readonly feed?: Address;
  /** On the page of an author, and on the first page of a category with a body in `_index.md`. */
  readonly body?: Body;
  readonly author?: { readonly name: string; readonly role?: string; readonly image?: Picture };
}

/**
 * A part of the front page, as in `theme.home`: the lead with the stories beside it, the latest, a section,
 * the most read, or a template of the site (`parts/banner.tsx`).
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

/** A tag or an author in the index. */
export interface IndexEntry extends Link {
  /** How many articles it has. */
  readonly count: number;
  /** Role of an author. */
  readonly role?: string;
  readonly image?: Picture;
}

/** The search page. Its script shows the results. */
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
  /** The lists with feeds, each with the address of its feed in each format. */
  readonly lists: readonly { readonly title: string; readonly feeds: readonly Link[] }[];
}

export interface NotFoundProps extends BaseProps {
  /** Whether the page is for removed addresses, for which hosts answer 410. */
  readonly gone?: boolean;
  /** Articles to read instead. */
  readonly latest?: readonly Card[];
}

/** The page at an old address that redirects to the new one. */
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
