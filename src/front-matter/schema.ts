/**
 * The content type, field by field: the one place from which validation, the types, the JSON Schema for
 * editors and the field reference in `docs/content.md` come. The old portal's label of a field stands in its
 * `title`.
 */
import * as z from 'zod';
import type { Brand } from '../brands.ts';
import { toPlainText } from './plain-text.ts';

/** A date-time as the author wrote it; validation puts it on the clock of the site's zone. */
export type WrittenDate = Brand<string, 'WrittenDate'>;

/** YAML reads `2026` as a number and `yes` as text; editors mean text, in one Unicode form. */
const text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).normalize('NFC').trim())
  .pipe(z.string().min(1));
/** Text that readers see. */
const words = text.transform(toPlainText).pipe(z.string().min(1));
const date = z.union([z.string(), z.number()]).transform((value) => String(value) as WrittenDate);
const listOf = (item: typeof text | typeof words) =>
  z
    .union([item.transform((value) => [value]), z.array(item)])
    .optional()
    .transform((value) => value ?? []);
const list = listOf(text);
const nonNegative = z.number().nonnegative();

export const articleTypes = [
  'news',
  'feature',
  'interview',
  'analysis',
  'photo',
  'video',
  'announcement',
  'document',
] as const;
export type ArticleType = (typeof articleTypes)[number];
/** Shapes of an article's page. */
export const articleLayouts = [
  'news',
  'feature',
  'photo',
  'video',
  'interview',
  'analysis',
  'announcement',
  'document',
] as const;
export type ArticleLayout = (typeof articleLayouts)[number];
export const statuses = ['draft', 'pending', 'approved', 'rejected', 'withdrawn'] as const;
export type Status = (typeof statuses)[number];

export const image = z.union([
  text.transform((src) => ({ src })),
  z.object({
    src: text.meta({ description: 'Path of the picture, relative to the article.' }),
    alt: z
      .string()
      .transform(toPlainText)
      .optional()
      .meta({ description: 'What is seen in the picture, for those who cannot see it.' }),
    caption: words.optional().meta({ description: 'Line beneath the picture.' }),
    credit: words.optional().meta({ description: 'Who made it.' }),
    focus: text.optional().meta({ description: 'The point that crops keep, such as `60% 30%`.' }),
  }),
]);
const attachment = z.union([
  text.transform((src) => ({ src })),
  z.object({
    src: text.meta({ description: 'Path of the file, relative to the article.' }),
    title: words.optional().meta({ description: 'Words shown instead of the file name.' }),
  }),
]);

export const articleSchema = z.strictObject({
  title: words.meta({ title: 'Tiêu đề', description: 'The headline. Required.' }),
  summary: words.optional().meta({
    title: 'Tóm tắt',
    description:
      'Plain text of one or two sentences for lists, feeds and search engines; when missing, the beginning of the body.',
  }),
  image: image.optional().meta({
    title: 'Hình ảnh, Hình ảnh mô tả',
    description: 'The lead picture: a path, or an object with `src`, `alt`, `caption`, `credit`, `focus`.',
  }),
  date: date.optional().meta({
    title: 'Ngày xuất bản',
    description:
      "When it is published: `2026-11-16 08:30`, on the clock of the site's zone unless it has an offset. May stand in the file name (`2026-11-16-title.md`) instead. Not published before.",
  }),
  updated: date
    .optional()
    .meta({ title: 'Ngày cập nhật', description: 'When the text last changed after publication.' }),
  authors: listOf(words).meta({
    title: 'Tác giả',
    description: 'Names or ids of files in `content/_authors/`.',
  }),
  category: text
    .optional()
    .meta({ title: 'Phân loại', description: "Category instead of the folder's: `kinh-te/nong-nghiep`." }),
  categories: list.meta({
    title: 'Phân loại (thêm)',
    description: 'Further categories whose lists show the article.',
  }),
  tags: listOf(words).meta({ title: 'Từ khóa', description: 'Keywords; each has a page.' }),
  type: z
    .enum(articleTypes)
    .default('news')
    .meta({ title: 'Loại bài viết', description: 'Kind of article.' }),
  layout: z.enum(articleLayouts).optional().meta({
    title: 'Bố cục',
    description: "Shape of the article's page; that of its type when missing.",
  }),
  keyPoints: listOf(words).meta({
    title: 'Điểm chính',
    description: 'What the article says, in a few sentences, in a box above its text.',
  }),
  document: z
    .object({
      number: words.optional().meta({ description: 'Number and symbol: `45/TB-UBND`.' }),
      issuer: words.optional().meta({ description: 'Who issued it.' }),
      signer: words.optional().meta({ description: 'Who signed it.' }),
      issued: words.optional().meta({ description: 'When it was issued: `2026-11-20`.' }),
      effective: words.optional().meta({ description: 'From when it is in force.' }),
      field: words.optional().meta({ description: 'What it is about: `Đất đai`.' }),
    })
    .optional()
    .meta({
      title: 'Văn bản',
      description:
        'What an official document is: `number`, `issuer`, `signer`, `issued`, `effective`, `field`; shown in a table.',
    }),
  featured: z
    .union([
      z.boolean(),
      z.enum(['section', 'home']),
      z.strictObject({ home: z.number() }),
      z.strictObject({ section: z.number() }),
    ])
    .optional()
    .transform((value) => (value === true ? 'home' : value || undefined))
    .meta({
      title: 'Tin nổi bật',
      description:
        '`home`: at the top of the front page; `section`: at the top of its category; `true` means `home`. `{ home: 2 }` gives the order among them, lowest first.',
    }),
  pinnedUntil: date.optional().meta({ title: 'Nổi bật đến', description: 'When `featured` ends by itself.' }),
  link: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      title: 'Link thay thế nội dung',
      description: 'Absolute http(s) address: lists point there, and the article has no page of its own.',
    }),
  related: list.meta({
    title: 'Tin liên quan',
    description: 'Paths or slugs of articles; completed automatically.',
  }),
  attachments: z.array(attachment).default([]).meta({
    title: 'Tệp đính kèm',
    description: 'Files to download: paths, or objects with `src` and `title`.',
  }),
  status: z.enum(statuses).optional().meta({
    title: 'Trạng thái, Approval Status',
    description: 'Only `approved` is published; missing counts as approved unless `workflow.approval` is on.',
  }),
  approvedBy: text
    .optional()
    .meta({ title: 'Người duyệt', description: 'Author id of the editor who approved it. Not published.' }),
  approvedAt: date
    .optional()
    .meta({ title: 'Ngày duyệt', description: 'When it was approved. Not published.' }),
  withdrawal: words.optional().meta({
    title: 'Lý do gỡ bài',
    description: 'Why the text was withdrawn: shown on its page with `status: withdrawn`.',
  }),
  expires: date.optional().meta({ title: 'Ngày hết hạn', description: 'When publication ends.' }),
  royalty: z
    .object({
      pages: nonNegative.optional(),
      photos: nonNegative.optional(),
      amount: nonNegative.optional(),
      shares: z.record(z.string(), nonNegative).optional(),
    })
    .optional()
    .meta({
      title: 'Số Trang, Số Ảnh, Số tiền',
      description:
        'Royalty: pages, photos, amount, and `shares` of several authors when not equal. Private: never in the output.',
    }),
  corrections: z
    .array(z.object({ date, text: words }))
    .default([])
    .meta({
      title: 'Đính chính',
      description: 'Dated corrections, shown on the page and in structured data.',
    }),
  aliases: list.meta({
    title: 'Địa chỉ cũ',
    description: 'Old addresses that lead to the article: `/tin-tuc/1234.html`.',
  }),
  slug: text
    .optional()
    .meta({ title: 'Địa chỉ', description: 'Last part of the address, instead of the file or folder name.' }),
  permalink: text.optional().meta({
    title: 'Địa chỉ đầy đủ',
    description:
      'Address of its own, instead of the pattern of `permalinks`: `/tin-tuc/1234.html`. `url` is the same.',
  }),
  dateline: words.optional().meta({
    title: 'Hãng tin',
    description: 'Agency in front of the first paragraph: `TUAG` is shown as `(TUAG)-`.',
  }),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
    .optional()
    .meta({ title: 'Ngôn ngữ', description: "Language of the article, when not the site's: `en`." }),
  translationKey: text.optional().meta({
    title: 'Khóa bản dịch',
    description:
      'What its translations have as theirs, where their paths differ: any text, or the path of one of them below `content/`.',
  }),
  extra: z
    .record(z.string(), z.json())
    .optional()
    .meta({ title: 'Dữ liệu riêng', description: "Free for the site's own templates." }),
});

export const categorySchema = z.strictObject({
  title: words.meta({ title: 'Tên chuyên mục', description: 'Name of the category. Required.' }),
  description: words.optional().meta({
    title: 'Giới thiệu',
    description: "One or two sentences for the category's page and search engines.",
  }),
  order: z.number().default(0).meta({
    title: 'Thứ tự',
    description: 'Place among its siblings, lowest first; equals are sorted by title.',
  }),
  editors: list.meta({
    title: 'Biên tập viên',
    description: 'Author ids of those who may approve its articles. Not published.',
  }),
  hidden: z
    .boolean()
    .default(false)
    .meta({ title: 'Ẩn', description: 'Leave it out of the navigation and the front page.' }),
  slug: text.optional().meta({
    title: 'Địa chỉ',
    description:
      "Its part of the address, instead of the folder's name. All that lies in the folder moves with it.",
  }),
  aliases: list.meta({
    title: 'Địa chỉ cũ',
    description:
      'Old addresses of the category. Each leads to it, and every page within from its place below the old address.',
  }),
  translationKey: articleSchema.shape.translationKey,
});

export const pageSchema = z.strictObject({
  title: words.meta({ title: 'Tiêu đề', description: 'Title of the page. Required.' }),
  summary: words
    .optional()
    .meta({ title: 'Tóm tắt', description: 'One or two sentences for search engines.' }),
  slug: text.optional().meta({ title: 'Địa chỉ', description: 'Address instead of the file name.' }),
  permalink: articleSchema.shape.permalink,
  lang: articleSchema.shape.lang,
  translationKey: articleSchema.shape.translationKey,
  aliases: list.meta({ title: 'Địa chỉ cũ', description: 'Old addresses that lead here.' }),
  order: z.number().default(0).meta({ title: 'Thứ tự', description: "Place among the footer's links." }),
});

export const authorSchema = z.strictObject({
  name: words.meta({ title: 'Tên', description: 'Name as in bylines. Required.' }),
  role: words.optional().meta({ title: 'Chức danh', description: 'Shown under the name.' }),
  image: image.optional().meta({ title: 'Ảnh', description: 'Portrait.' }),
  email: z
    .union([text.transform((value) => [value]), z.array(text)])
    .optional()
    .meta({
      title: 'Thư điện tử',
      description: 'Addresses by which commits are recognised. Private: never in the output.',
    }),
  handle: text
    .pipe(z.string().regex(/^(?:@?\w[\w.-]*(?:\/[\w.-]+)*|[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+)$/))
    .optional()
    .meta({
      title: 'Tên tài khoản',
      description:
        'Account or team on the code host, such as `@tuyet-ngoc` or `@bao/bien-tap`, or an address, for CODEOWNERS. Not published.',
    }),
  aliases: list.meta({ title: 'Bút danh', description: 'Other names in bylines: pen names.' }),
});

export const tagSchema = z.strictObject({
  title: words
    .optional()
    .meta({ title: 'Tên từ khóa', description: 'How lists write it; else the spelling that is used most.' }),
  description: words.optional().meta({
    title: 'Giới thiệu',
    description: "One or two sentences for the tag's page and search engines.",
  }),
  translationKey: articleSchema.shape.translationKey,
});

export const schemas = {
  article: articleSchema,
  category: categorySchema,
  page: pageSchema,
  author: authorSchema,
  tag: tagSchema,
} as const;
