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
    .describe(`The page on ${what}: a plain page by its path below \`content/\`, or an address.`);
const organisation = z.strictObject({
  name: text.optional().describe("Name of the publisher. By default the site's title."),
  lines: z.array(text).default([]).describe('Lines of the footer: licence, responsible editor, street.'),
  email: z.email().optional().describe('Public address of the newsroom.'),
  telephone: text.optional().describe('Public telephone number.'),
  logo: text.optional().describe('Path of the logo, below `content/`.'),
  kind: z
    .enum(['news', 'government'])
    .default('news')
    .describe('Type of organisation in structured data: a newsroom or an authority.'),
  address: text.optional().describe('Postal address, for structured data.'),
  correctionsPolicy: policy('how mistakes are corrected'),
  publishingPrinciples: policy('editorial principles'),
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
        .describe('Origin of its addresses: `https://news.example`. Required.'),
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
      description: text.optional().describe('One or two sentences for search engines. By default the title.'),
      greeting: text.optional().describe('A line of welcome above the header.'),
      language: languageTag
        .default('vi')
        .describe(
          'Language of the site (BCP 47). Interface words are included for `vi` and `en`; `broadsheet words` creates a file for those of another language.',
        ),
      timeZone: timeZone
        .default('Asia/Ho_Chi_Minh')
        .describe('Time zone of dates without an offset (IANA name).'),
      organisation: organisation.prefault({}).describe('The publisher.'),
      icon: text
        .optional()
        .describe(
          'Path of the icon below `content/` (SVG or PNG, preferably square). `favicon.ico`, `apple-touch-icon.png` and `site.webmanifest` are made from it.',
        ),
      humans: z
        .boolean()
        .default(false)
        .describe('Write `humans.txt`, which names the publisher and the authors of the registry.'),
      image: text
        .optional()
        .describe(
          'Path below `content/` of the picture for link previews of pages without a picture, preferably 1,200 pixels wide.',
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
            "Path of its pages below the site's `base`: `/en/`. By default its code, and `/` for the site's main language.",
          ),
        name: text
          .optional()
          .describe("Label in the language switcher. By default the language's own name for itself."),
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
          .describe('The publisher: only what differs in this language.'),
        navigation: navigation.optional().describe("Main navigation, in the format of the site's."),
        footer: navigation.optional().describe('Links of the footer.'),
        timeZone: timeZone.optional().describe('Time zone of the dates on its pages (IANA name).'),
        fallback: z
          .enum(['omit', 'show'])
          .default('omit')
          .describe(
            'Whether an article of the main language without a translation is left out or listed here with a mark (`show`).',
          ),
      }),
    )
    .optional()
    .describe(
      "Languages of the site by code (BCP 47), including the main one: `{ vi: {}, en: { title: 'Bao Lac Gazette' } }`. By default only the main one.",
    ),
  languageFiles: z
    .enum(['folders', 'suffixes'])
    .default('folders')
    .describe(
      'How the language of a file is known: from its folder (`content/en/kinh-te/gia-lua.md`) or from a suffix (`content/kinh-te/gia-lua.en.md`).',
    ),
  words: z
    .record(languageTag, wordsSchema)
    .default({})
    .describe(
      "Single words of the interface and of titles, by language: `{ en: { mostRead: 'Popular' } }`. For all words of another language see [Words](languages.md#words).",
    ),
  navigation: navigation
    .optional()
    .describe(
      "Main navigation: `{ to: 'kinh-te' }` (a category or a plain page, by its path below `content/`), `{ title, to: '/address/' }` (any address of the site) or `{ title, to: 'https://…' }`. By default the top categories in their order.",
    ),
  footer: navigation
    .optional()
    .describe(
      'Links of the footer, in the format of `navigation`. By default plain pages, the archive and the feeds.',
    ),
  theme: themeSchema,
  lists: z
    .strictObject({
      category: count.default(20).describe('Articles on a page of a category.'),
      tag: count.default(20).describe('Articles on a page of a tag.'),
      month: count.default(60).describe('Articles on a page of an archive month.'),
      author: count.default(20).describe('Articles on a page of an author.'),
      feed: count.default(20).describe('Entries of a feed.'),
      related: z.int().nonnegative().default(4).describe('Related articles below an article.'),
      featured: z.int().nonnegative().default(4).describe('Featured articles beside the lead story.'),
      latest: z.int().nonnegative().default(8).describe('Latest articles on the front page.'),
      block: count.default(4).describe("Articles in a category's block on the front page."),
    })
    .prefault({})
    .describe('Lengths of lists.'),
  feeds: z
    .strictObject({
      formats: z
        .array(z.enum(['rss', 'atom', 'json']))
        .default(['rss', 'atom'])
        .describe('Formats of feeds; pages link to the first. `json` is JSON Feed.'),
      content: z
        .enum(['full', 'summary'])
        .default('full')
        .describe('Whether entries contain full texts or only summaries.'),
      hub: webAddress
        .optional()
        .describe('Address of the WebSub hub that notifies feed readers. The build does not ping it.'),
      tags: z
        .boolean()
        .default(false)
        .describe('A feed for each tag, in addition to those of the site and of categories.'),
      authors: z.boolean().default(false).describe('A feed for each author in the registry.'),
    })
    .prefault({})
    .describe('Feeds for feed readers.'),
  pictures: z
    .strictObject({
      widths: z
        .array(count)
        .min(1)
        .default([320, 480, 720, 960, 1280, 1600])
        .describe('Widths in pixels of pictures in articles; never larger than the original.'),
      cardWidths: z
        .array(count)
        .min(1)
        .default([160, 320, 480, 720, 960])
        .describe('Widths in pixels of the 3:2 crops in lists.'),
      cards: z
        .enum(['site', 'articles'])
        .optional()
        .describe(
          "Generated pictures for link previews of pages without a picture: one with the site's name, or also one for each headline.",
        ),
      formats: z
        .array(z.enum(['avif', 'webp', 'jpeg']))
        .default(['avif', 'webp'])
        .describe(
          'Formats to offer; browsers take the best that they support, AVIF before WebP. There is always a fallback (JPEG or PNG) in a medium width; with `jpeg` it has all widths.',
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
        .describe('`auto` uses the fast parser, and remark-parse where a plugin extends the syntax.'),
      html: z.enum(['sanitise', 'allow', 'escape']).default('sanitise').describe('Treatment of raw HTML.'),
      highlight: z.boolean().default(true).describe('Highlight code blocks that name their language.'),
      singleTilde: z
        .boolean()
        .default(false)
        .describe('Treat `~a~` as `~~a~~`; this also affects ranges such as `3~5`.'),
      smartPunctuation: z
        .array(z.enum(['vi', 'en']))
        .default([])
        .describe(
          "Languages in which straight quotation marks become “ ” ‘ ’ and a hyphen between spaces an en dash: `['vi', 'en']`. Code and addresses are not changed.",
        ),
      remarkPlugins: plugins.default([]).describe('Plugins on the Markdown tree, as in any unified project.'),
      rehypePlugins: plugins.default([]).describe('Plugins on the HTML tree.'),
    })
    .prefault({})
    .describe('Conversion of bodies to HTML.'),
  dates: z
    .enum(['day-first', 'month-first'])
    .optional()
    .describe(
      'Order of day and month in dates such as `03/04/2026`. By default the day comes first, and an article in English is held back if the other order gives a future date.',
    ),
  keys: z
    .record(text, z.enum(keyTargets))
    .default({})
    .describe(
      "Field names of other systems, with the field each stands for: `{ description: 'summary', photo_credit: 'image.credit' }`. If both are present, the value of the latter is used.",
    ),
  categories: z
    .strictObject({
      fromFrontMatter: z
        .boolean()
        .default(false)
        .describe(
          'Create categories for names in `category` and `categories` without a folder, nested by `/`.',
        ),
    })
    .prefault({})
    .describe('Sources of categories besides folders with an `_index.md`.'),
  permalinks: z
    .strictObject({
      article: pattern('category', 'slug', 'year', 'month', 'day')
        .default('/:category/:slug/')
        .describe('`:category`, `:slug`, `:year`, `:month`, `:day`. The final slash is optional.'),
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
      'Outputs by name: `false` disables a default one (`tags: false`); a function adds or replaces one.',
    ),
  workflow: z
    .strictObject({
      approval: z
        .boolean()
        .default(false)
        .describe(
          'Publish only articles that are `approved` by an editor of their category who is not their author.',
        ),
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
          'Author ids of the owners of everything outside categories, for `broadsheet codeowners`: configuration, templates, authors, data, new categories, CODEOWNERS itself.',
        ),
      branch: text
        .optional()
        .describe(
          'Name of the published branch, without `origin/`. By default the main branch of `origin`, if the clone knows it, else `main` or `master`.',
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
        author: z.boolean().default(false).describe('Show the author of each version.'),
        message: z.boolean().default(false).describe('Show the commit message.'),
        minor: text
          .default('[minor]')
          .describe('Beginning of the messages of commits that do not count as updates.'),
      }),
    ])
    .prefault(true)
    .describe(
      'Versions of articles and dates of their last updates, from git, if the site is in a git work tree. `false` does not use git.',
    ),
  views: z
    .strictObject({
      show: z.boolean().default(true).describe('Show the number of readers on article pages.'),
      print: z
        .boolean()
        .default(false)
        .describe(
          'Write this number into the page. Otherwise a script loads it, so that an import changes only a few files.',
        ),
      mostRead: z
        .int()
        .nonnegative()
        .default(5)
        .describe('Articles in the most-read list on the front page.'),
      days: count.max(60).default(7).describe('Number of days that this list covers.'),
    })
    .prefault({})
    .describe('Use of `content/_data/views.json`, which `broadsheet views import` writes.'),
  search: searchSchema,
  attachments: z
    .strictObject({
      limit: count.default(50 * 1024 * 1024).describe('Size in bytes above which a file is rejected.'),
    })
    .prefault({})
    .describe('Files offered for download.'),
  media: z
    .strictObject({
      limit: count
        .default(25 * 1024 * 1024)
        .describe('Size in bytes above which a video or audio file causes a warning.'),
    })
    .prefault({})
    .describe(
      'Files that are played or shown on the page: see [Blocks](blocks.md#files-beside-the-article).',
    ),
  embeds: z
    .array(z.enum(services))
    .default([])
    .describe(
      "Services that the block `embed` can load in a frame when a reader clicks: `['youtube', 'x']`. Others are shown as links. Their origins are added to [`frame-src`](deploy.md#headers).",
    ),
  limits: z
    .strictObject({
      seconds: z.number().positive().default(60).describe('Seconds after which a file is abandoned.'),
      memory: count.default(2048).describe('Memory in MiB above which a file is abandoned.'),
    })
    .prefault({})
    .describe(
      'Limits for one Markdown file. Long files, and those that plugins process, are parsed in threads that can be stopped.',
    ),
  royalties: z
    .strictObject({
      unit: z
        .number()
        .positive()
        .default(1)
        .describe('Value of one point, such as 10% of the base salary: `234000`.'),
      currency: text.default('đồng').describe('Name of the currency, for the table.'),
      amount: z.enum(['money', 'points']).default('money').describe('Unit of `royalty.amount`.'),
      bands: z
        .partialRecord(
          z.enum(articleTypes),
          z.union([
            z.literal(false),
            z.strictObject({
              in: z.enum(['money', 'points']).default('points').describe('Unit of the band.'),
              article: range.optional().describe('For the article as a whole.'),
              page: range.optional().describe('For each page.'),
              photo: range.optional().describe('For each photo.'),
            }),
          ]),
        )
        .default({})
        .describe(
          'Payment for an article of each type: a number, or `[least, most]`. `false` for unpaid types.',
        ),
    })
    .prefault({})
    .describe('Royalties (nhuận bút), for `broadsheet report royalties`.'),
  private: z
    .array(text.transform((key) => key.normalize('NFC')))
    .default([])
    .describe(
      "Keys in `extra` that are never published: `['phone', 'source.name']`. A dot selects a key of a nested object, or of each item of a list.",
    ),
  delivery: deliverySchema,
  compliance: z
    .partialRecord(z.enum(pointIds), text)
    .default({})
    .describe(
      "For `broadsheet report compliance`: the page for each point of decree 42/2022/NĐ-CP, as a plain page or category by its path below `content/`, or an address: `{ organisation: 'gioi-thieu' }`.",
    ),
  robots: z
    .strictObject({
      training: z
        .enum(['allow', 'refuse'])
        .default('allow')
        .describe(
          'Whether texts may be used to train models. `refuse` is declared in `robots.txt` and by the TDM Reservation Protocol.',
        ),
      policy: webAddress
        .optional()
        .describe('Address of the licensing policy, for the TDM Reservation Protocol.'),
    })
    .prefault({})
    .describe('Permissions for crawlers.'),
  security: z
    .strictObject({
      contact: z
        .array(contact)
        .min(1)
        .describe(
          'Contacts for reporting vulnerabilities: `mailto:`, `tel:` or `https:` addresses, the preferred one first.',
        ),
      expires: z.iso
        .date()
        .describe('Day on which this information expires, at most a year ahead: `2027-06-30`.'),
      policy: webAddress.optional().describe('Address of the disclosure policy.'),
      encryption: webAddress.optional().describe('Address of an encryption key for reports.'),
      acknowledgments: webAddress.optional().describe('Address of the acknowledgements page.'),
    })
    .optional()
    .describe('`/.well-known/security.txt` (RFC 9116). By default there is none.'),
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
