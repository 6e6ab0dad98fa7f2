/**
 * The site's configuration: every option, its default and its meaning, in one schema. `docs/configuration.md`
 * is made from it.
 */
import type { PluggableList } from 'unified';
import * as z from 'zod';
import { services } from '../blocks/services.ts';
import type { Address, Language } from '../brands.ts';
import { catalogue, type RuleId } from '../diagnostics/catalogue.ts';
import { articleSchema, articleTypes } from '../front-matter/schema.ts';
import type { RouteGenerator } from '../routes/route.ts';
import { pointIds } from './decree-42.ts';
import { deliverySchema } from './delivery-schema.ts';
import { searchSchema } from './search-schema.ts';
import { themeSchema } from './theme-schema.ts';
import { wordsSchema } from './words-schema.ts';

const text = z.string().trim().min(1, 'not empty');
const count = z.int().positive();
const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a language tag such as vi or en-GB');
/** Whether a text is the name of a time zone (IANA). */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
const timeZone = z.string().refine(isTimeZone, 'a time zone such as Asia/Ho_Chi_Minh');
/** Whether no part of a path is a dot segment or a reserved name. */
const isPlainPath = (path: string): boolean =>
  path.split('/').every((part) => part !== '.' && part !== '..') && !path.startsWith('/.broadsheet');
/** A pattern of addresses with the given placeholders, written with a colon. */
const pattern = (...names: readonly string[]) =>
  z
    .string()
    .regex(/^\/(?:[\w:~.-]+\/)*[\w:~.-]*\/?$/, 'a pattern of an address such as /:category/:slug/')
    .refine(isPlainPath, 'a pattern of an address such as /:category/:slug/, without “.” or “..” as a part')
    .superRefine((written, context) => {
      for (const [, name = ''] of written.matchAll(/:([a-z]+)/g)) {
        if (!names.includes(name))
          context.addIssue({
            code: 'custom',
            message: names.map((each) => `:${each}`).join(' | '),
            params: { placeholder: name, names },
          });
      }
    });
const policy = (what: string) =>
  text
    .optional()
    .describe(`Where it is told ${what}: a plain page by its path below \`content/\`, or an address.`);
const organisation = z.strictObject({
  name: text.optional().describe("Publisher; the site's title when missing."),
  lines: z.array(text).default([]).describe('Lines of the footer: licence, responsible editor, street.'),
  email: z.email().optional().describe('Public address of the newsroom.'),
  telephone: text.optional().describe('Public telephone number.'),
  logo: text.optional().describe('Path of the logo, below `content/`.'),
  kind: z
    .enum(['news', 'government'])
    .default('news')
    .describe('What search engines are told that it is: a newsroom, or an authority.'),
  address: text.optional().describe('Postal address, as search engines are told it.'),
  correctionsPolicy: policy('how mistakes are corrected'),
  publishingPrinciples: policy('by which principles articles are made'),
});
const webAddress = z.url({ protocol: /^https?$/, message: 'an address such as https://news.example/' });
const contact = z.url({
  protocol: /^(?:https|mailto|tel)$/,
  message: 'an address that begins with https:, mailto: or tel:',
});
const navigation = z.array(z.strictObject({ title: text.optional(), to: text }));
const plugins = z
  .custom<PluggableList>((value) => Array.isArray(value), 'a list of plugins')
  .superRefine((list, context) => {
    for (const [index, item] of list.entries()) {
      const written: unknown = Array.isArray(item) ? item[0] : item;
      if (typeof written === 'string')
        context.addIssue({ code: 'custom', path: [index], params: { plugin: written } });
    }
  });
const generator = z.custom<RouteGenerator>(
  (value) => typeof value === 'function',
  'a function of the site, or false',
);
const quality = z.int().min(1).max(100);
const nonNegative = z.number().nonnegative();
const range = z.union([
  nonNegative.transform((fixed): readonly [number, number] => [fixed, fixed]),
  z.tuple([nonNegative, nonNegative]).refine(([least, most]) => least <= most, 'the least before the most'),
]);
/** Fields that another key may be an alias of. */
const keyTargets = [
  ...Object.keys(articleSchema.shape),
  ...['role', 'email', 'handle', 'name'],
  ...['src', 'alt', 'caption', 'credit', 'focus'].map((key) => `image.${key}`),
] as [string, ...string[]];

const options = z.strictObject({
  site: z
    .strictObject({
      title: text.describe('Name of the portal. Required.'),
      origin: z
        .string()
        .refine(
          (url) => URL.canParse(url) && /^https?:\/\/[^/?#]+\/?$/.test(url),
          'an origin without a path, such as https://news.example',
        )
        .transform((url) => new URL(url).origin)
        .describe('Where it is served: `https://news.example`. Required.'),
      base: z
        .string()
        .regex(/^\/(?:[\w.~-]+\/)*$/, 'a path with a slash at both ends, such as /news/')
        .refine(
          isPlainPath,
          'a path with a slash at both ends, such as /news/, without “.” or “..” as a part',
        )
        .default('/')
        .transform((path) => path as Address)
        .describe('Path below the origin, with a slash at both ends.'),
      description: text
        .optional()
        .describe('One or two sentences for search engines; the title when missing.'),
      greeting: text.optional().describe('A line of welcome above the header.'),
      language: languageTag
        .default('vi')
        .describe(
          'Language of the site (BCP 47). Interface words come in `vi` and `en`; `broadsheet words` begins those of another language.',
        ),
      timeZone: timeZone.default('Asia/Ho_Chi_Minh').describe('Zone of dates without an offset (IANA name).'),
      organisation: organisation.prefault({}).describe('Who publishes.'),
      icon: text
        .optional()
        .describe(
          'Path of the icon (SVG or PNG, best square), below `content/`. `favicon.ico`, `apple-touch-icon.png` and `site.webmanifest` are made of it.',
        ),
      humans: z
        .boolean()
        .default(false)
        .describe('Write `humans.txt`, which names the publisher and the authors of the registry.'),
      image: text
        .optional()
        .describe(
          'Path of the picture that link previews show of pages without one of their own, below `content/`; best 1,200 pixels wide.',
        ),
    })
    .describe('The portal as a whole.'),
  languages: z
    .record(
      languageTag,
      z.strictObject({
        path: z
          .string()
          .regex(/^\/(?:[\w.~-]+\/)*$/, 'a path with a slash at both ends, such as /en/')
          .refine(
            isPlainPath,
            'a path with a slash at both ends, such as /en/, without “.” or “..” as a part',
          )
          .optional()
          .describe(
            "Where its pages stand, below the site's `base`: `/en/`. Its code when missing, and `/` for the site's own language.",
          ),
        name: text
          .optional()
          .describe('What the switcher calls it; its name in the language itself when missing.'),
        title: text.optional().describe("The portal's name in this language."),
        description: text.optional().describe('One or two sentences for search engines.'),
        greeting: text.optional().describe('A line of welcome above the header.'),
        organisation: organisation
          .omit({ kind: true })
          .extend({
            lines: z
              .array(text)
              .optional()
              .describe('Lines of the footer: licence, responsible editor, street.'),
          })
          .optional()
          .describe('Who publishes: what differs in this language.'),
        navigation: navigation.optional().describe('Main navigation, written as that of the site.'),
        footer: navigation.optional().describe('Links of the footer.'),
        timeZone: timeZone.optional().describe('Zone in which its pages show dates (IANA name).'),
        fallback: z
          .enum(['omit', 'show'])
          .default('omit')
          .describe(
            "What becomes of an article of the site's own language that has no translation: `show` lists it among those of this language, marked.",
          ),
      }),
    )
    .optional()
    .describe(
      "Languages of the site by their codes (BCP 47), its own among them: `{ vi: {}, en: { title: 'Bao Lac Gazette' } }`. A site without it has one.",
    ),
  languageFiles: z
    .enum(['folders', 'suffixes'])
    .default('folders')
    .describe(
      'How files say their language: by a folder (`content/en/kinh-te/gia-lua.md`), or at the end of their names (`content/kinh-te/gia-lua.en.md`).',
    ),
  words: z
    .record(languageTag, wordsSchema)
    .default({})
    .describe(
      "Words of the interface and of titles by language, one by one: `{ en: { mostRead: 'Popular' } }`. All words of a further language: [Words](languages.md#words).",
    ),
  navigation: navigation
    .optional()
    .describe(
      "Main navigation: `{ to: 'kinh-te' }` (a category, or a plain page, by its path below `content/`), `{ title, to: '/address/' }` (any address of the site) or `{ title, to: 'https://…' }`. The top categories by their order when missing.",
    ),
  footer: navigation
    .optional()
    .describe(
      'Links of the footer, written as those of `navigation`. Plain pages, the archive and the feed when missing.',
    ),
  theme: themeSchema,
  lists: z
    .strictObject({
      category: count.default(20).describe('Articles on a page of a category.'),
      tag: count.default(20).describe('Articles on a page of a tag.'),
      month: count.default(60).describe('Articles on a page of a month of the archive.'),
      author: count.default(20).describe('Articles on a page of an author.'),
      feed: count.default(20).describe('Entries of a feed.'),
      related: z.int().nonnegative().default(4).describe('Related articles beneath an article.'),
      featured: z.int().nonnegative().default(4).describe('Featured articles beside the lead story.'),
      latest: z.int().nonnegative().default(8).describe('Latest articles on the front page.'),
      block: count.default(4).describe("Articles in a category's block on the front page."),
    })
    .prefault({})
    .describe('How long lists are.'),
  feeds: z
    .strictObject({
      formats: z
        .array(z.enum(['rss', 'atom', 'json']))
        .default(['rss', 'atom'])
        .describe('Formats of feeds, the first of which pages link to: `json` is JSON Feed.'),
      content: z
        .enum(['full', 'summary'])
        .default('full')
        .describe('Whether entries have the text of their articles, or their summaries alone.'),
      hub: webAddress
        .optional()
        .describe(
          'Address of the WebSub hub that tells feed readers of new articles; the build tells it nothing.',
        ),
      tags: z
        .boolean()
        .default(false)
        .describe('A feed of each tag, besides those of the site and of categories.'),
      authors: z.boolean().default(false).describe('A feed of each author of the registry.'),
    })
    .prefault({})
    .describe('Feeds, for those who follow the portal in a program of theirs.'),
  pictures: z
    .strictObject({
      widths: z
        .array(count)
        .min(1)
        .default([320, 480, 720, 960, 1280, 1600])
        .describe("Widths in pixels of pictures in articles; never above the original's."),
      cardWidths: z
        .array(count)
        .min(1)
        .default([160, 320, 480, 720, 960])
        .describe('Widths in pixels of the crops (3:2) on lists.'),
      cards: z
        .enum(['site', 'articles'])
        .optional()
        .describe(
          'Pictures drawn from words for link previews of pages that have none: one of the name of the site, or one of each headline too.',
        ),
      formats: z
        .array(z.enum(['avif', 'webp', 'jpeg']))
        .default(['avif', 'webp'])
        .describe(
          'Formats offered; a browser takes the best that it knows, AVIF before WebP. The fallback (JPEG, or PNG) is always there in a middle width; with `jpeg` it is there in all widths.',
        ),
      quality: z
        .strictObject({ avif: quality.default(50), webp: quality.default(75), jpeg: quality.default(78) })
        .prefault({})
        .describe('Quality by format, 1 to 100.'),
    })
    .prefault({})
    .describe('How pictures are resized.'),
  markdown: z
    .strictObject({
      parser: z
        .enum(['auto', 'satteri', 'remark'])
        .default('auto')
        .describe('`auto` takes the fast parser, and remark-parse where a plugin extends the syntax.'),
      html: z.enum(['sanitise', 'allow', 'escape']).default('sanitise').describe('What becomes of raw HTML.'),
      highlight: z.boolean().default(true).describe('Colour code blocks that name their language.'),
      singleTilde: z
        .boolean()
        .default(false)
        .describe('Strike out `~a~` as `~~a~~`; ranges such as `3~5` are then struck out too.'),
      smartPunctuation: z
        .array(z.enum(['vi', 'en']))
        .default([])
        .describe(
          "Languages in whose documents straight quotation marks become “ ” ‘ ’, and a hyphen between spaces an en dash: `['vi', 'en']`. Code and addresses stay.",
        ),
      remarkPlugins: plugins.default([]).describe('Plugins on the Markdown tree, as in any unified project.'),
      rehypePlugins: plugins.default([]).describe('Plugins on the HTML tree.'),
    })
    .prefault({})
    .describe('How bodies become HTML.'),
  dates: z
    .enum(['day-first', 'month-first'])
    .optional()
    .describe(
      'How dates such as `03/04/2026` are read. When missing, the day comes first, and an article in English whose other reading lies in the future is held back.',
    ),
  keys: z
    .record(text, z.enum(keyTargets))
    .default({})
    .describe(
      "Names that other systems have for fields of ours: `{ description: 'summary', photo_credit: 'image.credit' }`. Articles, pages and authors that have the field of ours keep its value.",
    ),
  categories: z
    .strictObject({
      fromFrontMatter: z
        .boolean()
        .default(false)
        .describe(
          'Make categories of the names in `category` and `categories` for which there is no folder, nested by `/`.',
        ),
    })
    .prefault({})
    .describe('Where categories come from, besides folders with an `_index.md`.'),
  permalinks: z
    .strictObject({
      article: pattern('category', 'slug', 'year', 'month', 'day')
        .default('/:category/:slug/')
        .describe('`:category`, `:slug`, `:year`, `:month`, `:day`. A slash at the end may be left out.'),
      category: pattern('category').default('/:category/').describe('`:category`.'),
      page: pattern('slug').default('/:slug/').describe('`:slug`.'),
      tag: pattern('slug')
        .optional()
        .describe('`:slug`. `/tu-khoa/:slug/` in Vietnamese, `/tags/:slug/` otherwise.'),
      author: pattern('slug').optional().describe('`:slug`. `/tac-gia/:slug/`, `/authors/:slug/`.'),
      month: pattern('year', 'month')
        .optional()
        .describe('`:year`, `:month`. `/luu-tru/:year/:month/`, `/archive/:year/:month/`.'),
      number: z
        .string()
        .regex(/^[\w-]*:number[\w-]*$/, 'a part of an address with :number in it, such as page-:number')
        .optional()
        .describe("Last part of an archive page's address. `trang-:number`, `page-:number`."),
    })
    .prefault({})
    .describe('Patterns of addresses.'),
  routes: z
    .record(z.string(), z.union([z.literal(false), generator]))
    .default({})
    .describe(
      'Outputs by name: `false` switches a default one off (`tags: false`), a function of the site adds one or takes its place.',
    ),
  workflow: z
    .strictObject({
      approval: z
        .boolean()
        .default(false)
        .describe('Publish only what is `approved`, by an editor of its category who is not its author.'),
      commits: z
        .boolean()
        .default(false)
        .describe(
          'With `approval`: the commit that set the status must come from an address of the approver.',
        ),
      owners: z
        .array(text)
        .default([])
        .describe(
          'Author ids of those who own what no category does, for `broadsheet codeowners`: configuration, templates, authors, data, new categories, CODEOWNERS itself.',
        ),
      branch: text
        .optional()
        .describe(
          "The branch that is published, by its name without `origin/`. When missing, `origin`'s main branch, where the clone knows it, else `main` or `master`.",
        ),
      showApprover: z.boolean().default(false).describe("Give templates the approver's name."),
    })
    .prefault({})
    .describe('Who may publish.'),
  history: z
    .union([
      z
        .boolean()
        .transform((on) => (on ? { author: false, message: false, minor: '[minor]' } : (false as const))),
      z.strictObject({
        author: z.boolean().default(false).describe('Say who made a version.'),
        message: z.boolean().default(false).describe("Show the commit's message."),
        minor: text.default('[minor]').describe('Commits whose message begins so are no updates.'),
      }),
    ])
    .prefault(true)
    .describe(
      'Versions of articles and when they were last updated, from git, where the site lies in a git work tree. `false` leaves git alone.',
    ),
  views: z
    .strictObject({
      show: z.boolean().default(true).describe('Show the number of readers on article pages.'),
      print: z
        .boolean()
        .default(false)
        .describe(
          'Print that number into the page; else a script fetches it, so that an import changes few files.',
        ),
      mostRead: z
        .int()
        .nonnegative()
        .default(5)
        .describe("Articles in the front page's list of the most read."),
      days: count.max(60).default(7).describe('Days that this list looks back on.'),
    })
    .prefault({})
    .describe('What becomes of `content/_data/views.json`, which `broadsheet views import` writes.'),
  search: searchSchema,
  attachments: z
    .strictObject({
      limit: count.default(50 * 1024 * 1024).describe('Size in bytes above which a file is refused.'),
    })
    .prefault({})
    .describe('Files offered for download.'),
  media: z
    .strictObject({
      limit: count
        .default(25 * 1024 * 1024)
        .describe('Size in bytes above which a video or recording of an article is a warning.'),
    })
    .prefault({})
    .describe('Files that are played or read on the page: see [Blocks](blocks.md#files-beside-the-article).'),
  embeds: z
    .array(z.enum(services))
    .default([])
    .describe(
      "Services whose frames readers may load by a click, in the block `embed`: `['youtube', 'x']`. Others are links. Their origins go into [`frame-src`](deploy.md#headers).",
    ),
  limits: z
    .strictObject({
      seconds: z.number().positive().default(60).describe('Seconds after which a file is given up.'),
      memory: count.default(2048).describe('Memory in MiB above which a file is given up.'),
    })
    .prefault({})
    .describe(
      'What one Markdown file may cost. Files that plugins work on and long ones are parsed in threads that can be given up.',
    ),
  royalties: z
    .strictObject({
      unit: z
        .number()
        .positive()
        .default(1)
        .describe('What one point is worth, such as 10% of the base salary: `234000`.'),
      currency: text.default('đồng').describe('Name of the money, for the table.'),
      amount: z.enum(['money', 'points']).default('money').describe('What `royalty.amount` is written in.'),
      bands: z
        .partialRecord(
          z.enum(articleTypes),
          z.union([
            z.literal(false),
            z.strictObject({
              in: z.enum(['money', 'points']).default('points').describe('What the band is written in.'),
              article: range.optional().describe('For the article as a whole.'),
              page: range.optional().describe('For each page.'),
              photo: range.optional().describe('For each photo.'),
            }),
          ]),
        )
        .default({})
        .describe(
          'What an article of each type may be paid: a number, or `[least, most]`. `false` for types that are not paid.',
        ),
    })
    .prefault({})
    .describe('Royalties (nhuận bút), for `broadsheet report royalties`.'),
  private: z
    .array(text.transform((key) => key.normalize('NFC')))
    .default([])
    .describe(
      "Keys below `extra` that are never published: `['phone', 'source.name']`. A dot goes one object deeper, into each item of a list too.",
    ),
  delivery: deliverySchema,
  compliance: z
    .partialRecord(z.enum(pointIds), text)
    .default({})
    .describe(
      "For `broadsheet report compliance`: which page answers which point of decree 42/2022/NĐ-CP, as a plain page or a category by its path below `content/`, or an address: `{ organisation: 'gioi-thieu' }`.",
    ),
  robots: z
    .strictObject({
      training: z
        .enum(['allow', 'refuse'])
        .default('allow')
        .describe(
          'Whether texts may be taken to train models. `refuse` says no in `robots.txt`, and by the TDM Reservation Protocol.',
        ),
      policy: webAddress
        .optional()
        .describe('Address at which such rights can be had, for the TDM Reservation Protocol.'),
    })
    .prefault({})
    .describe('What programs that read the site may do.'),
  security: z
    .strictObject({
      contact: z
        .array(contact)
        .min(1)
        .describe('Where to report a weakness: `mailto:`, `tel:` or `https:` addresses, the best first.'),
      expires: z.iso
        .date()
        .describe('Day from which on what is said here is out of date, at most a year away: `2027-06-30`.'),
      policy: webAddress.optional().describe('Address of what researchers may do.'),
      encryption: webAddress.optional().describe('Address of a key for confidential reports.'),
      acknowledgments: webAddress.optional().describe('Address at which reporters are thanked.'),
    })
    .optional()
    .describe('`/.well-known/security.txt` (RFC 9116); none when missing.'),
  rules: z
    .partialRecord(
      z.enum(Object.keys(catalogue) as [RuleId, ...RuleId[]]),
      z.enum(['error', 'warning', 'off']),
    )
    .default({})
    .describe("Severity of diagnostics by rule: `{ 'dead-link': 'warning' }`."),
});

/** What a site may write in its `broadsheet.config.ts`. */
export const configSchema = options.superRefine(({ site, languages = {} }, context) => {
  const paths = new Set(['/']);
  for (const [code, { path = `/${code}/` }] of Object.entries(languages)) {
    const isOwn = code === site.language;
    const isRight = isOwn ? languages[code]?.path === undefined || path === '/' : !paths.has(path);
    if (!isOwn) paths.add(path);
    if (!isRight)
      context.addIssue({
        code: 'custom',
        path: ['languages', code, 'path'],
        message: 'a path that no other language has: “/” is that of the language of the site',
      });
  }
});

/**
 * The configuration with all defaults filled in. For one language of a site, the configuration as if that
 * language were a site of its own, with the language's path as its base ({@link Edition}).
 */
export type ResolvedConfig = z.output<typeof configSchema> & { readonly edition?: Edition };

/** One of several languages of a site. */
export interface Edition {
  /** Folder of its outputs, with a trailing slash; empty for the site's own language. */
  readonly folder: string;
  /** The path of the whole site. */
  readonly base: Address;
  /** The language of the site, to which all files without a language belong. */
  readonly own: Language;
  /** Its name in the switcher; by default its name in the language itself. */
  readonly name?: string | undefined;
  /** The time zone of dates on its pages. */
  readonly timeZone: string;
  readonly fallback: 'omit' | 'show';
}
