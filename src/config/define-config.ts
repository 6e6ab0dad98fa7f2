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
   * What the band is written in.
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
  /** Publisher; the site's title when missing. */
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
   * What search engines are told that it is: a newsroom, or an authority.
   *
   * @default 'news'
   */
  kind?: 'news' | 'government';
  /** Postal address, as search engines are told it. */
  address?: string;
  /** Where it is told how mistakes are corrected: a plain page by its path below `content/`, or an address. */
  correctionsPolicy?: string;
  /**
   * Where it is told by which principles articles are made: a plain page by its path below `content/`, or an
   * address.
   */
  publishingPrinciples?: string;
}

interface LanguageOptions {
  /**
   * Where its pages stand, below the site's `base`: `/en/`. Its code when missing, and `/` for the site's own
   * language.
   */
  path?: string;
  /** What the switcher calls it; its name in the language itself when missing. */
  name?: string;
  /** The portal's name in this language. */
  title?: string;
  /** One or two sentences for search engines. */
  description?: string;
  /** A line of welcome above the header. */
  greeting?: string;
  /** Who publishes: what differs in this language. */
  organisation?: Omit<Organisation, 'kind'>;
  /** Main navigation, written as that of the site. */
  navigation?: NavigationEntry[];
  /** Links of the footer. */
  footer?: NavigationEntry[];
  /** Zone in which its pages show dates (IANA name). */
  timeZone?: string;
  /**
   * What becomes of an article of the site's own language that has no translation: `show` lists it among
   * those of this language, marked.
   *
   * @default 'omit'
   */
  fallback?: 'omit' | 'show';
}

/**
 * The configuration as a site writes it: the input of `configSchema`, written as an interface so that editors
 * show the meaning of each option.
 */
export interface Config {
  /** The portal as a whole. */
  site: {
    /** Name of the portal. Required. */
    title: string;
    /** Where it is served: `https://news.example`. Required. */
    origin: string;
    /**
     * Path below the origin, with a slash at both ends.
     *
     * @default '/'
     */
    base?: string;
    /** One or two sentences for search engines; the title when missing. */
    description?: string;
    /** A line of welcome above the header. */
    greeting?: string;
    /**
     * Language of the site (BCP 47). Interface words come in `vi` and `en`; `broadsheet words` begins those
     * of another language.
     *
     * @default 'vi'
     */
    language?: string;
    /**
     * Zone of dates without an offset (IANA name).
     *
     * @default 'Asia/Ho_Chi_Minh'
     */
    timeZone?: string;
    /** Who publishes. */
    organisation?: Organisation;
    /**
     * Path of the icon (SVG or PNG, best square), below `content/`. `favicon.ico`, `apple-touch-icon.png` and
     * `site.webmanifest` are made of it.
     */
    icon?: string;
    /**
     * Write `humans.txt`, which names the publisher and the authors of the registry.
     *
     * @default false
     */
    humans?: boolean;
    /**
     * Path of the picture that link previews show of pages without one of their own, below `content/`; best
     * 1,200 pixels wide.
     */
    image?: string;
  };
  /**
   * Languages of the site by their codes (BCP 47), its own among them: `{ vi: {}, en: { title: 'Bao Lac
   * Gazette' } }`. A site without it has one.
   */
  languages?: Record<string, LanguageOptions>;
  /**
   * How files say their language: by a folder (`content/en/kinh-te/gia-lua.md`), or at the end of their names
   * (`content/kinh-te/gia-lua.en.md`).
   *
   * @default 'folders'
   */
  languageFiles?: 'folders' | 'suffixes';
  /**
   * Words of the interface and of titles by language, one by one: `{ en: { mostRead: 'Popular' } }`. All
   * words of a further language: [Words](languages.md#words).
   */
  words?: Record<string, SomeWords>;
  /**
   * Main navigation: `{ to: 'kinh-te' }` (a category, or a plain page, by its path below `content/`), `{
   * title, to: '/address/' }` (any address of the site) or `{ title, to: 'https://…' }`. The top categories
   * by their order when missing.
   */
  navigation?: NavigationEntry[];
  /**
   * Links of the footer, written as those of `navigation`. Plain pages, the archive and the feed when
   * missing.
   */
  footer?: NavigationEntry[];
  /** How the default theme looks: [Theme](theme.md). */
  theme?: {
    /**
     * Colour of what is stressed: `#9a1220`. Darkened or lightened where its contrast is too low.
     */
    accent?: string;
    /** Colour of the band at the top; that of `accent` when missing. */
    band?: string;
    /** Colours of sections, by the paths of their folders: `{ 'kinh-te': '#0f5c4a' }`. */
    sections?: Record<string, string>;
    /**
     * Font of headlines: `Newsreader`, which comes with the theme, `system`, or a family that the style sheet
     * of the site brings.
     *
     * @default 'Newsreader'
     */
    serif?: string;
    /**
     * Font of everything else, written as `serif`.
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
     * White space between stories.
     *
     * @default 'normal'
     */
    density?: 'compact' | 'normal' | 'roomy';
    /**
     * The site's name on the front page: large, or as on all other pages.
     *
     * @default 'masthead'
     */
    header?: 'masthead' | 'compact';
    /** Path of a picture of the site's name, below `content/`, in place of its text. */
    wordmark?: string;
    /** Path of the logo for dark grounds, below `content/`. */
    logoDark?: string;
    /**
     * Parts of the front page in their order: `{ lead: 'split' | 'hero' | 'live', count }`, `{ latest: 8 }`,
     * `{ section: 'kinh-te', as: 'feature' | 'columns' | 'list' | 'pictures', count }`, `{ mostRead: 5 }`, `{
     * part: 'parts/banner.tsx' }`. When missing: the lead, the latest, all top sections, the most read.
     */
    home?: HomePart[];
    /** Pages of articles. */
    article?: {
      /**
       * Which of the two fonts the text has.
       *
       * @default 'sans'
       */
      text?: 'sans' | 'serif';
      /**
       * From how many headings on a long article has a table of contents; 0 for none.
       *
       * @default 3
       */
      contents?: number;
    };
    /**
     * Light or dark: as the reader's system has it, or one for all who have not chosen.
     *
     * @default 'auto'
     */
    scheme?: 'auto' | 'light' | 'dark';
    /** The newsroom's pages on social networks: `{ title: 'Facebook', to: 'https://…' }`. */
    social?: { title: string; to: string }[];
    /**
     * Services that articles can be shared by. Zalo stands on pages in Vietnamese alone.
     *
     * @default ['facebook', 'zalo', 'x', 'email']
     */
    share?: ('facebook' | 'zalo' | 'x' | 'linkedin' | 'telegram' | 'email')[];
    /**
     * Further tags of the head: `{ name: 'google-site-verification', content: '…' }` is a `<meta>`, one with
     * `rel` a `<link>`.
     */
    head?: Record<string, string>[];
  };
  /** How long lists are. */
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
     * Articles on a page of a month of the archive.
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
     * Related articles beneath an article.
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
  /** Feeds, for those who follow the portal in a program of theirs. */
  feeds?: {
    /**
     * Formats of feeds, the first of which pages link to: `json` is JSON Feed.
     *
     * @default ['rss', 'atom']
     */
    formats?: ('rss' | 'atom' | 'json')[];
    /**
     * Whether entries have the text of their articles, or their summaries alone.
     *
     * @default 'full'
     */
    content?: 'full' | 'summary';
    /** Address of the WebSub hub that tells feed readers of new articles; the build tells it nothing. */
    hub?: string;
    /**
     * A feed of each tag, besides those of the site and of categories.
     *
     * @default false
     */
    tags?: boolean;
    /**
     * A feed of each author of the registry.
     *
     * @default false
     */
    authors?: boolean;
  };
  /** How pictures are resized. */
  pictures?: {
    /**
     * Widths in pixels of pictures in articles; never above the original's.
     *
     * @default [320, 480, 720, 960, 1280, 1600]
     */
    widths?: number[];
    /**
     * Widths in pixels of the crops (3:2) on lists.
     *
     * @default [160, 320, 480, 720, 960]
     */
    cardWidths?: number[];
    /**
     * Pictures drawn from words for link previews of pages that have none: one of the name of the site, or one of
     * each headline too.
     */
    cards?: 'site' | 'articles';
    /**
     * Formats offered; a browser takes the best that it knows, AVIF before WebP. The fallback (JPEG, or PNG)
     * is always there in a middle width; with `jpeg` it is there in all widths.
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
  /** How bodies become HTML. */
  markdown?: {
    /**
     * `auto` takes the fast parser, and remark-parse where a plugin extends the syntax.
     *
     * @default 'auto'
     */
    parser?: 'auto' | 'satteri' | 'remark';
    /**
     * What becomes of raw HTML.
     *
     * @default 'sanitise'
     */
    html?: 'sanitise' | 'allow' | 'escape';
    /**
     * Colour code blocks that name their language.
     *
     * @default true
     */
    highlight?: boolean;
    /**
     * Strike out `~a~` as `~~a~~`; ranges such as `3~5` are then struck out too.
     *
     * @default false
     */
    singleTilde?: boolean;
    /**
     * Languages in whose documents straight quotation marks become “ ” ‘ ’, and a hyphen between spaces an en
     * dash: `['vi', 'en']`. Code and addresses stay.
     */
    smartPunctuation?: ('vi' | 'en')[];
    /** Plugins on the Markdown tree, as in any unified project. */
    remarkPlugins?: PluggableList;
    /** Plugins on the HTML tree. */
    rehypePlugins?: PluggableList;
  };
  /**
   * How dates such as `03/04/2026` are read. When missing, the day comes first, and an article in English
   * whose other reading lies in the future is held back.
   */
  dates?: 'day-first' | 'month-first';
  /**
   * Names that other systems have for fields of ours: `{ description: 'summary', photo_credit: 'image.credit'
   * }`. Articles, pages and authors that have the field of ours keep its value.
   */
  keys?: Record<string, string>;
  /** Where categories come from, besides folders with an `_index.md`. */
  categories?: {
    /**
     * Make categories of the names in `category` and `categories` for which there is no folder, nested by
     * `/`.
     *
     * @default false
     */
    fromFrontMatter?: boolean;
  };
  /** Patterns of addresses. */
  permalinks?: {
    /**
     * `:category`, `:slug`, `:year`, `:month`, `:day`. A slash at the end may be left out.
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
  /**
   * Outputs by name: `false` switches a default one off (`tags: false`), a function of the site adds one or
   * takes its place.
   */
  routes?: Record<string, false | RouteGenerator>;
  /** Who may publish. */
  workflow?: {
    /**
     * Publish only what is `approved`, by an editor of its category who is not its author.
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
     * Author ids of those who own what no category does, for `broadsheet codeowners`: configuration,
     * templates, authors, data, new categories, CODEOWNERS itself.
     */
    owners?: string[];
    /**
     * The branch that is published, by its name without `origin/`. When missing, `origin`'s main branch,
     * where the clone knows it, else `main` or `master`.
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
   * Versions of articles and when they were last updated, from git, where the site lies in a git work tree.
   * `false` leaves git alone.
   *
   * @default true
   */
  history?:
    | boolean
    | {
        /**
         * Say who made a version.
         *
         * @default false
         */
        author?: boolean;
        /**
         * Show the commit's message.
         *
         * @default false
         */
        message?: boolean;
        /**
         * Commits whose message begins so are no updates.
         *
         * @default '[minor]'
         */
        minor?: string;
      };
  /** What becomes of `content/_data/views.json`, which `broadsheet views import` writes. */
  views?: {
    /**
     * Show the number of readers on article pages.
     *
     * @default true
     */
    show?: boolean;
    /**
     * Print that number into the page; else a script fetches it, so that an import changes few files.
     *
     * @default false
     */
    print?: boolean;
    /**
     * Articles in the front page's list of the most read.
     *
     * @default 5
     */
    mostRead?: number;
    /**
     * Days that this list looks back on.
     *
     * @default 7
     */
    days?: number;
  };
  /** How readers search the site. `false` for a site without a search. */
  search?:
    | false
    | {
        /**
         * What is looked through.
         *
         * @default ['title', 'summary', 'tags', 'captions', 'authors', 'body']
         */
        fields?: SearchField[];
        /** What a word is worth by the place where it stands. */
        boosts?: {
          /**
           * In the title.
           *
           * @default 6
           */
          title?: number;
          /**
           * In summary, tags, captions or names of authors.
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
        /** Words that mean the same: `['UBND = ủy ban nhân dân']`. */
        synonyms?: string[];
      };
  /** Files offered for download. */
  attachments?: {
    /**
     * Size in bytes above which a file is refused.
     *
     * @default 52428800
     */
    limit?: number;
  };
  /** Files that are played or read on the page: see [Blocks](blocks.md#files-beside-the-article). */
  media?: {
    /**
     * Size in bytes above which a video or recording of an article is a warning.
     *
     * @default 26214400
     */
    limit?: number;
  };
  /**
   * Services whose frames readers may load by a click, in the block `embed`: `['youtube', 'x']`. Others are
   * links. Their origins go into [`frame-src`](deploy.md#headers).
   */
  embeds?: ('youtube' | 'vimeo' | 'facebook' | 'tiktok' | 'x' | 'openstreetmap' | 'google-maps')[];
  /**
   * What one Markdown file may cost. Files that plugins work on and long ones are parsed in threads that can
   * be given up.
   */
  limits?: {
    /**
     * Seconds after which a file is given up.
     *
     * @default 60
     */
    seconds?: number;
    /**
     * Memory in MiB above which a file is given up.
     *
     * @default 2048
     */
    memory?: number;
  };
  /** Royalties (nhuận bút), for `broadsheet report royalties`. */
  royalties?: {
    /**
     * What one point is worth, such as 10% of the base salary: `234000`.
     *
     * @default 1
     */
    unit?: number;
    /**
     * Name of the money, for the table.
     *
     * @default 'đồng'
     */
    currency?: string;
    /**
     * What `royalty.amount` is written in.
     *
     * @default 'money'
     */
    amount?: 'money' | 'points';
    /**
     * What an article of each type may be paid: a number, or `[least, most]`. `false` for types that are not
     * paid.
     */
    bands?: Partial<Record<ArticleType, false | RoyaltyBand>>;
  };
  /**
   * Keys below `extra` that are never published: `['phone', 'source.name']`. A dot goes one object deeper,
   * into each item of a list too.
   */
  private?: string[];
  /** How the site is served. */
  delivery?: {
    /**
     * Hosts that files are written for with redirects from old addresses, 410 for what is gone, and headers:
     * [Deploy](deploy.md#files-for-hosts).
     */
    hosts?: ('nginx' | 'apache' | 'caddy' | 'iis' | 'netlify' | 'cloudflare')[];
    /**
     * Lay versions of texts beside them that are compressed as far as can be (`.br`, `.gz`), for servers that
     * serve them.
     *
     * @default false
     */
    precompressed?: boolean;
    /**
     * Other servers that forms on pages may send to, for the Content-Security-Policy:
     * `['https://gop-y.example']`.
     */
    forms?: string[];
    /**
     * Addresses at which nothing will stand again: hosts answer 410 with the page `410.html`, and
     * `address-lost` is silent about them.
     */
    gone?: string[];
  };
  /**
   * For `broadsheet report compliance`: which page answers which point of decree 42/2022/NĐ-CP, as a plain
   * page or a category by its path below `content/`, or an address: `{ organisation: 'gioi-thieu' }`.
   */
  compliance?: Partial<Record<PointId, string>>;
  /** What programs that read the site may do. */
  robots?: {
    /**
     * Whether texts may be taken to train models. `refuse` says no in `robots.txt`, and by the TDM
     * Reservation Protocol.
     *
     * @default 'allow'
     */
    training?: 'allow' | 'refuse';
    /** Address at which such rights can be had, for the TDM Reservation Protocol. */
    policy?: string;
  };
  /** `/.well-known/security.txt` (RFC 9116); none when missing. */
  security?: {
    /** Where to report a weakness: `mailto:`, `tel:` or `https:` addresses, the best first. */
    contact: string[];
    /** Day from which on what is said here is out of date, at most a year away: `2027-06-30`. */
    expires: string;
    /** Address of what researchers may do. */
    policy?: string;
    /** Address of a key for confidential reports. */
    encryption?: string;
    /** Address at which reporters are thanked. */
    acknowledgments?: string;
  };
  /** Severity of diagnostics by rule: `{ 'dead-link': 'warning' }`. */
  rules?: Partial<Record<RuleId, 'error' | 'warning' | 'off'>>;
}

/** Gives `broadsheet.config.ts` its types. */
export const defineConfig = (config: Config): Config => config;
