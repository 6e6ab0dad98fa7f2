import type { PluggableList } from 'unified';
import type { RuleId } from '../diagnostics/catalogue.ts';
import type { ArticleType } from '../front-matter/schema.ts';
import type { RouteGenerator } from '../routes/route.ts';
import type { SearchField } from '../search/article-texts.ts';
import type { SomeWords } from '../words/words.ts';
import type { PointId } from './decree-42.ts';

interface NavigationEntry {
  title?: string;
  to: string;
}

type HomePart =
  | { lead: 'split' | 'hero' | 'live'; count?: number }
  | { latest: number }
  | { section: string; as?: 'feature' | 'columns' | 'list' | 'pictures'; count?: number }
  | { mostRead: number }
  | { part: string };

interface RoyaltyBand {
  /**
   * Unit of the band.
   *
   * @default 'points'
   */
  in?: 'money' | 'points';
  /** For the article as a whole. */
  article?: number | [least: number, most: number];
  /** For each page. */
  page?: number | [least: number, most: number];
  /** For each photo. */
  photo?: number | [least: number, most: number];
}

interface Organisation {
  /** Name of the publisher. By default the site's title. */
  name?: string;
  /** Lines of the footer: licence, responsible editor, street. */
  lines?: string[];
  /** Public address of the newsroom. */
  email?: string;
  /** Public telephone number. */
  telephone?: string;
  /** Path of the logo, below `content/`. */
  logo?: string;
  /**
   * Type of organisation in structured data: a newsroom or an authority.
   *
   * @default 'news'
   */
  kind?: 'news' | 'government';
  /** Postal address, for structured data. */
  address?: string;
  /** The page on how mistakes are corrected: a plain page by its path below `content/`, or an address. */
  correctionsPolicy?: string;
  /** The page on editorial principles: a plain page by its path below `content/`, or an address. */
  publishingPrinciples?: string;
}

interface LanguageOptions {
  /**
   * Path of its pages below the site's `base`: `/en/`. By default its code, and `/` for the site's main
   * language.
   */
  path?: string;
  /** Label in the language switcher. By default the language's own name for itself. */
  name?: string;
  /** The portal's name in this language. */
  title?: string;
  /** One or two sentences for search engines. */
  description?: string;
  /** A line of welcome above the header. */
  greeting?: string;
  /** The publisher: only what differs in this language. */
  organisation?: Omit<Organisation, 'kind'>;
  /** Main navigation, in the format of the site's. */
  navigation?: NavigationEntry[];
  /** Links of the footer. */
  footer?: NavigationEntry[];
  /** Time zone of the dates on its pages (IANA name). */
  timeZone?: string;
  /**
   * Whether an article of the main language without a translation is left out or listed here with a mark
   * (`show`).
   *
   * @default 'omit'
   */
  fallback?: 'omit' | 'show';
}

/**
 * The configuration as written by a site: the input of `configSchema`, as an interface so that editors show
 * the description of each option.
 */
export interface Config {
  /** The portal as a whole. */
  site: {
    /** Name of the portal. Required. */
    title: string;
    /** Origin of its addresses: `https://news.example`. Required. */
    origin: string;
    /**
     * Path below the origin, with a slash at both ends.
     *
     * @default '/'
     */
    base?: string;
    /** One or two sentences for search engines. By default the title. */
    description?: string;
    /** A line of welcome above the header. */
    greeting?: string;
    /**
     * Language of the site (BCP 47). Interface words are included for `vi` and `en`; `broadsheet words`
     * creates a file for those of another language.
     *
     * @default 'vi'
     */
    language?: string;
    /**
     * Time zone of dates without an offset (IANA name).
     *
     * @default 'Asia/Ho_Chi_Minh'
     */
    timeZone?: string;
    /** The publisher. */
    organisation?: Organisation;
    /**
     * Path of the icon below `content/` (SVG or PNG, preferably square). `favicon.ico`,
     * `apple-touch-icon.png` and `site.webmanifest` are made from it.
     */
    icon?: string;
    /**
     * Write `humans.txt`, which names the publisher and the authors of the registry.
     *
     * @default false
     */
    humans?: boolean;
    /**
     * Path below `content/` of the picture for link previews of pages without a picture, preferably 1,200
     * pixels wide.
     */
    image?: string;
  };
  /**
   * Languages of the site by code (BCP 47), including the main one: `{ vi: {}, en: { title: 'Bao Lac Gazette'
   * } }`. By default only the main one.
   */
  languages?: Record<string, LanguageOptions>;
  /**
   * How the language of a file is known: from its folder (`content/en/kinh-te/gia-lua.md`) or from a suffix
   * (`content/kinh-te/gia-lua.en.md`).
   *
   * @default 'folders'
   */
  languageFiles?: 'folders' | 'suffixes';
  /**
   * Single words of the interface and of titles, by language: `{ en: { mostRead: 'Popular' } }`. For all
   * words of another language see [Words](languages.md#words).
   */
  words?: Record<string, SomeWords>;
  /**
   * Main navigation: `{ to: 'kinh-te' }` (a category or a plain page, by its path below `content/`), `{
   * title, to: '/address/' }` (any address of the site) or `{ title, to: 'https://…' }`. By default the top
   * categories in their order.
   */
  navigation?: NavigationEntry[];
  /**
   * Links of the footer, in the format of `navigation`. By default plain pages, the archive and the feeds.
   */
  footer?: NavigationEntry[];
  /** Appearance of the default theme: [Theme](theme.md). */
  theme?: {
    /** Accent colour: `#9a1220`. Darkened or lightened where its contrast is too low. */
    accent?: string;
    /** Colour of the band at the top. By default that of `accent`. */
    band?: string;
    /** Colours of sections, by folder: `{ 'kinh-te': '#0f5c4a' }`. */
    sections?: Record<string, string>;
    /**
     * Font of headlines: `Newsreader`, which is part of the theme, `system`, or a family that the site's
     * style sheet defines.
     *
     * @default 'Newsreader'
     */
    serif?: string;
    /**
     * Font of everything else, with the same values as `serif`.
     *
     * @default 'system'
     */
    sans?: string;
    /**
     * Corners of pictures and buttons.
     *
     * @default 'square'
     */
    corners?: 'square' | 'round';
    /**
     * Space between stories.
     *
     * @default 'normal'
     */
    density?: 'compact' | 'normal' | 'roomy';
    /**
     * Size of the site's name on the front page: large, or as on other pages.
     *
     * @default 'masthead'
     */
    header?: 'masthead' | 'compact';
    /** Path below `content/` of a picture that replaces the text of the site's name. */
    wordmark?: string;
    /** Path below `content/` of the logo for dark backgrounds. */
    logoDark?: string;
    /**
     * Parts of the front page in order: `{ lead: 'split' | 'hero' | 'live', count }`, `{ latest: 8 }`, `{
     * section: 'kinh-te', as: 'feature' | 'columns' | 'list' | 'pictures', count }`, `{ mostRead: 5 }`, `{
     * part: 'parts/banner.tsx' }`. By default the lead, the latest, all top sections and the most read.
     */
    home?: HomePart[];
    /** Pages of articles. */
    article?: {
      /**
       * Font of the text.
       *
       * @default 'sans'
       */
      text?: 'sans' | 'serif';
      /**
       * Number of headings from which a long article has a table of contents; 0 for none.
       *
       * @default 3
       */
      contents?: number;
    };
    /**
     * Colour scheme for readers who have not chosen one: that of their system, light or dark.
     *
     * @default 'auto'
     */
    scheme?: 'auto' | 'light' | 'dark';
    /** The newsroom's pages on social networks: `{ title: 'Facebook', to: 'https://…' }`. */
    social?: { title: string; to: string }[];
    /**
     * Services for sharing articles. Zalo is shown only on pages in Vietnamese.
     *
     * @default ['facebook', 'zalo', 'x', 'email']
     */
    share?: ('facebook' | 'zalo' | 'x' | 'linkedin' | 'telegram' | 'email')[];
    /**
     * More tags in `<head>`: `{ name: 'google-site-verification', content: '…' }` becomes a `<meta>`, one
     * with `rel` a `<link>`.
     */
    head?: Record<string, string>[];
  };
  /** Lengths of lists. */
  lists?: {
    /**
     * Articles on a page of a category.
     *
     * @default 20
     */
    category?: number;
    /**
     * Articles on a page of a tag.
     *
     * @default 20
     */
    tag?: number;
    /**
     * Articles on a page of an archive month.
     *
     * @default 60
     */
    month?: number;
    /**
     * Articles on a page of an author.
     *
     * @default 20
     */
    author?: number;
    /**
     * Entries of a feed.
     *
     * @default 20
     */
    feed?: number;
    /**
     * Related articles below an article.
     *
     * @default 4
     */
    related?: number;
    /**
     * Featured articles beside the lead story.
     *
     * @default 4
     */
    featured?: number;
    /**
     * Latest articles on the front page.
     *
     * @default 8
     */
    latest?: number;
    /**
     * Articles in a category's block on the front page.
     *
     * @default 4
     */
    block?: number;
  };
  /** Feeds for feed readers. */
  feeds?: {
    /**
     * Formats of feeds; pages link to the first. `json` is JSON Feed.
     *
     * @default ['rss', 'atom']
     */
    formats?: ('rss' | 'atom' | 'json')[];
    /**
     * Whether entries contain full texts or only summaries.
     *
     * @default 'full'
     */
    content?: 'full' | 'summary';
    /** Address of the WebSub hub that notifies feed readers. The build does not ping it. */
    hub?: string;
    /**
     * A feed for each tag, in addition to those of the site and of categories.
     *
     * @default false
     */
    tags?: boolean;
    /**
     * A feed for each author in the registry.
     *
     * @default false
     */
    authors?: boolean;
  };
  /** How pictures are resized. */
  pictures?: {
    /**
     * Widths in pixels of pictures in articles; never larger than the original.
     *
     * @default [320, 480, 720, 960, 1280, 1600]
     */
    widths?: number[];
    /**
     * Widths in pixels of the 3:2 crops in lists.
     *
     * @default [160, 320, 480, 720, 960]
     */
    cardWidths?: number[];
    /**
     * Generated pictures for link previews of pages without a picture: one with the site's name, or also one
     * for each headline.
     */
    cards?: 'site' | 'articles';
    /**
     * Formats to offer; browsers take the best that they support, AVIF before WebP. There is always a
     * fallback (JPEG or PNG) in a medium width; with `jpeg` it has all widths.
     *
     * @default ['avif', 'webp']
     */
    formats?: ('avif' | 'webp' | 'jpeg')[];
    /** Quality by format, 1 to 100. */
    quality?: {
      /** @default 50 */
      avif?: number;
      /** @default 75 */
      webp?: number;
      /** @default 78 */
      jpeg?: number;
    };
  };
  /** Conversion of bodies to HTML. */
  markdown?: {
    /**
     * `auto` uses the fast parser, and remark-parse where a plugin extends the syntax.
     *
     * @default 'auto'
     */
    parser?: 'auto' | 'satteri' | 'remark';
    /**
     * Treatment of raw HTML.
     *
     * @default 'sanitise'
     */
    html?: 'sanitise' | 'allow' | 'escape';
    /**
     * Highlight code blocks that name their language.
     *
     * @default true
     */
    highlight?: boolean;
    /**
     * Treat `~a~` as `~~a~~`; this also affects ranges such as `3~5`.
     *
     * @default false
     */
    singleTilde?: boolean;
    /**
     * Languages in which straight quotation marks become “ ” ‘ ’ and a hyphen between spaces an en dash:
     * `['vi', 'en']`. Code and addresses are not changed.
     */
    smartPunctuation?: ('vi' | 'en')[];
    /** Plugins on the Markdown tree, as in any unified project. */
    remarkPlugins?: PluggableList;
    /** Plugins on the HTML tree. */
    rehypePlugins?: PluggableList;
  };
  /**
   * Order of day and month in dates such as `03/04/2026`. By default the day comes first, and an article in
   * English is held back if the other order gives a future date.
   */
  dates?: 'day-first' | 'month-first';
  /**
   * Field names of other systems, with the field each stands for: `{ description: 'summary', photo_credit:
   * 'image.credit' }`. If both are present, the value of the latter is used.
   */
  keys?: Record<string, string>;
  /** Sources of categories besides folders with an `_index.md`. */
  categories?: {
    /**
     * Create categories for names in `category` and `categories` without a folder, nested by `/`.
     *
     * @default false
     */
    fromFrontMatter?: boolean;
  };
  /** Patterns of addresses. */
  permalinks?: {
    /**
     * `:category`, `:slug`, `:year`, `:month`, `:day`. The final slash is optional.
     *
     * @default '/:category/:slug/'
     */
    article?: string;
    /**
     * `:category`.
     *
     * @default '/:category/'
     */
    category?: string;
    /**
     * `:slug`.
     *
     * @default '/:slug/'
     */
    page?: string;
    /** `:slug`. `/tu-khoa/:slug/` in Vietnamese, `/tags/:slug/` otherwise. */
    tag?: string;
    /** `:slug`. `/tac-gia/:slug/`, `/authors/:slug/`. */
    author?: string;
    /** `:year`, `:month`. `/luu-tru/:year/:month/`, `/archive/:year/:month/`. */
    month?: string;
    /** Last part of an archive page's address. `trang-:number`, `page-:number`. */
    number?: string;
  };
  /** Outputs by name: `false` disables a default one (`tags: false`); a function adds or replaces one. */
  routes?: Record<string, false | RouteGenerator>;
  /** Who may publish. */
  workflow?: {
    /**
     * Publish only articles that are `approved` by an editor of their category who is not their author.
     *
     * @default false
     */
    approval?: boolean;
    /**
     * With `approval`: the commit that set the status must come from an address of the approver.
     *
     * @default false
     */
    commits?: boolean;
    /**
     * Author ids of the owners of everything outside categories, for `broadsheet codeowners`: configuration,
     * templates, authors, data, new categories, CODEOWNERS itself.
     */
    owners?: string[];
    /**
     * Name of the published branch, without `origin/`. By default the main branch of `origin`, if the clone
     * knows it, else `main` or `master`.
     */
    branch?: string;
    /**
     * Give templates the approver's name.
     *
     * @default false
     */
    showApprover?: boolean;
  };
  /**
   * Versions of articles and dates of their last updates, from git, if the site is in a git work tree.
   * `false` does not use git.
   *
   * @default true
   */
  history?:
    | boolean
    | {
        /**
         * Show the author of each version.
         *
         * @default false
         */
        author?: boolean;
        /**
         * Show the commit message.
         *
         * @default false
         */
        message?: boolean;
        /**
         * Beginning of the messages of commits that do not count as updates.
         *
         * @default '[minor]'
         */
        minor?: string;
      };
  /** Use of `content/_data/views.json`, which `broadsheet views import` writes. */
  views?: {
    /**
     * Show the number of readers on article pages.
     *
     * @default true
     */
    show?: boolean;
    /**
     * Write this number into the page. Otherwise a script loads it, so that an import changes only a few
     * files.
     *
     * @default false
     */
    print?: boolean;
    /**
     * Articles in the most-read list on the front page.
     *
     * @default 5
     */
    mostRead?: number;
    /**
     * Number of days that this list covers.
     *
     * @default 7
     */
    days?: number;
  };
  /** Search for readers; `false` for none. */
  search?:
    | false
    | {
        /**
         * Fields that are searched.
         *
         * @default ['title', 'summary', 'tags', 'captions', 'authors', 'body']
         */
        fields?: SearchField[];
        /** Weights of words by field. */
        boosts?: {
          /**
           * In the title.
           *
           * @default 6
           */
          title?: number;
          /**
           * In summaries, tags, captions or names of authors.
           *
           * @default 3
           */
          summary?: number;
          /**
           * In the body.
           *
           * @default 1
           */
          body?: number;
        };
        /** Synonyms: `['UBND = ủy ban nhân dân']`. */
        synonyms?: string[];
      };
  /** Files offered for download. */
  attachments?: {
    /**
     * Size in bytes above which a file is rejected.
     *
     * @default 52428800
     */
    limit?: number;
  };
  /** Files that are played or shown on the page: see [Blocks](blocks.md#files-beside-the-article). */
  media?: {
    /**
     * Size in bytes above which a video or audio file causes a warning.
     *
     * @default 26214400
     */
    limit?: number;
  };
  /**
   * Services that the block `embed` can load in a frame when a reader clicks: `['youtube', 'x']`. Others are
   * shown as links. Their origins are added to [`frame-src`](deploy.md#headers).
   */
  embeds?: ('youtube' | 'vimeo' | 'facebook' | 'tiktok' | 'x' | 'openstreetmap' | 'google-maps')[];
  /**
   * Limits for one Markdown file. Long files, and those that plugins process, are parsed in threads that can
   * be stopped.
   */
  limits?: {
    /**
     * Seconds after which a file is abandoned.
     *
     * @default 60
     */
    seconds?: number;
    /**
     * Memory in MiB above which a file is abandoned.
     *
     * @default 2048
     */
    memory?: number;
  };
  /** Royalties (nhuận bút), for `broadsheet report royalties`. */
  royalties?: {
    /**
     * Value of one point, such as 10% of the base salary: `234000`.
     *
     * @default 1
     */
    unit?: number;
    /**
     * Name of the currency, for the table.
     *
     * @default 'đồng'
     */
    currency?: string;
    /**
     * Unit of `royalty.amount`.
     *
     * @default 'money'
     */
    amount?: 'money' | 'points';
    /** Payment for an article of each type: a number, or `[least, most]`. `false` for unpaid types. */
    bands?: Partial<Record<ArticleType, false | RoyaltyBand>>;
  };
  /**
   * Keys in `extra` that are never published: `['phone', 'source.name']`. A dot selects a key of a nested
   * object, or of each item of a list.
   */
  private?: string[];
  /** Hosting of the site. */
  delivery?: {
    /**
     * Hosts to write configuration files for, with redirects from old addresses, 410 for removed pages, and
     * headers: [Deploy](deploy.md#files-for-hosts).
     */
    hosts?: ('nginx' | 'apache' | 'caddy' | 'iis' | 'netlify' | 'cloudflare')[];
    /**
     * Write precompressed versions of texts (`.br`, `.gz`) at the highest level, for servers that support
     * them.
     *
     * @default false
     */
    precompressed?: boolean;
    /**
     * Other origins that forms may submit to, for the Content-Security-Policy: `['https://gop-y.example']`.
     */
    forms?: string[];
    /**
     * Addresses that are removed for good: hosts answer 410 with `410.html`, and `address-lost` does not
     * report them.
     */
    gone?: string[];
  };
  /**
   * For `broadsheet report compliance`: the page for each point of decree 42/2022/NĐ-CP, as a plain page or
   * category by its path below `content/`, or an address: `{ organisation: 'gioi-thieu' }`.
   */
  compliance?: Partial<Record<PointId, string>>;
  /** Permissions for crawlers. */
  robots?: {
    /**
     * Whether texts may be used to train models. `refuse` is declared in `robots.txt` and by the TDM
     * Reservation Protocol.
     *
     * @default 'allow'
     */
    training?: 'allow' | 'refuse';
    /** Address of the licensing policy, for the TDM Reservation Protocol. */
    policy?: string;
  };
  /** `/.well-known/security.txt` (RFC 9116). By default there is none. */
  security?: {
    /**
     * Contacts for reporting vulnerabilities: `mailto:`, `tel:` or `https:` addresses, the preferred one
     * first.
     */
    contact: string[];
    /** Day on which this information expires, at most a year ahead: `2027-06-30`. */
    expires: string;
    /** Address of the disclosure policy. */
    policy?: string;
    /** Address of an encryption key for reports. */
    encryption?: string;
    /** Address of the acknowledgements page. */
    acknowledgments?: string;
  };
  /** Severity of diagnostics by rule: `{ 'dead-link': 'warning' }`. */
  rules?: Partial<Record<RuleId, 'error' | 'warning' | 'off'>>;
}

/** Types the object in `broadsheet.config.ts`. */
export const defineConfig = (config: Config): Config => config;
