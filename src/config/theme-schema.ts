/** The option `theme`: how the default theme looks. */
import * as z from 'zod';

const text = z.string().trim().min(1, 'not empty');
const count = z.int().positive();
const colour = z
  .string()
  .regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, 'a colour such as #14532d')
  .transform((written) => written.toLowerCase());

export const shareServices = ['facebook', 'zalo', 'x', 'linkedin', 'telegram', 'email'] as const;
export type ShareService = (typeof shareServices)[number];

const homePart = z.union([
  z.strictObject({ lead: z.enum(['split', 'hero', 'live']), count: z.int().nonnegative().optional() }),
  z.strictObject({ latest: count }),
  z.strictObject({
    section: text,
    as: z.enum(['feature', 'columns', 'list', 'pictures']).optional(),
    count: count.optional(),
  }),
  z.strictObject({ mostRead: count }),
  z.strictObject({
    part: z.string().regex(/^parts\/[\w-]+\.[jt]sx?$/, 'a file of templates/ such as parts/banner.tsx'),
  }),
]);
export type HomePart = z.output<typeof homePart>;

export const themeSchema = z
  .strictObject({
    accent: colour
      .optional()
      .describe('Accent colour: `#9a1220`. Darkened or lightened where its contrast is too low.'),
    band: colour.optional().describe('Colour of the band at the top. By default that of `accent`.'),
    sections: z
      .record(text, colour)
      .default({})
      .describe("Colours of sections, by folder: `{ 'kinh-te': '#0f5c4a' }`."),
    serif: text
      .default('Newsreader')
      .describe(
        "Font of headlines: `Newsreader`, which is part of the theme, `system`, or a family that the site's style sheet defines.",
      ),
    sans: text.default('system').describe('Font of everything else, with the same values as `serif`.'),
    corners: z.enum(['square', 'round']).default('square').describe('Corners of pictures and buttons.'),
    density: z.enum(['compact', 'normal', 'roomy']).default('normal').describe('Space between stories.'),
    header: z
      .enum(['masthead', 'compact'])
      .default('masthead')
      .describe("Size of the site's name on the front page: large, or as on other pages."),
    wordmark: text
      .optional()
      .describe("Path below `content/` of a picture that replaces the text of the site's name."),
    logoDark: text.optional().describe('Path below `content/` of the logo for dark backgrounds.'),
    home: z
      .array(homePart)
      .optional()
      .describe(
        "Parts of the front page in order: `{ lead: 'split' | 'hero' | 'live', count }`, `{ latest: 8 }`, `{ section: 'kinh-te', as: 'feature' | 'columns' | 'list' | 'pictures', count }`, `{ mostRead: 5 }`, `{ part: 'parts/banner.tsx' }`. By default the lead, the latest, all top sections and the most read.",
      ),
    article: z
      .strictObject({
        text: z.enum(['sans', 'serif']).default('sans').describe('Font of the text.'),
        contents: z
          .int()
          .nonnegative()
          .default(3)
          .describe('Number of headings from which a long article has a table of contents; 0 for none.'),
      })
      .prefault({})
      .describe('Pages of articles.'),
    scheme: z
      .enum(['auto', 'light', 'dark'])
      .default('auto')
      .describe('Colour scheme for readers who have not chosen one: that of their system, light or dark.'),
    social: z
      .array(z.strictObject({ title: text, to: z.url({ protocol: /^https?$/ }) }))
      .default([])
      .describe("The newsroom's pages on social networks: `{ title: 'Facebook', to: 'https://…' }`."),
    share: z
      .array(z.enum(shareServices))
      .default(['facebook', 'zalo', 'x', 'email'])
      .describe('Services for sharing articles. Zalo is shown only on pages in Vietnamese.'),
    head: z
      .array(z.record(z.string().regex(/^[a-z][a-z:-]*$/), z.string()))
      .default([])
      .describe(
        "More tags in `<head>`: `{ name: 'google-site-verification', content: '…' }` becomes a `<meta>`, one with `rel` a `<link>`.",
      ),
  })
  .prefault({})
  .describe('Appearance of the default theme: [Theme](theme.md).');

export type ThemeOptions = z.output<typeof themeSchema>;
