import type { ResolvedConfig } from '../config.ts';
import { withData } from '../content/kept-document.ts';
import type { ArticleData, AuthorData, CategoryData } from '../content/schema.ts';
import { digestOf } from '../digest.ts';
import type { ArticleDocument } from '../types.ts';
import { hideKeys } from './hide-keys.ts';

/** An article's `extra` without the keys that the site keeps to itself. */
export const publicExtra = (extra: NonNullable<ArticleData['extra']>, config: ResolvedConfig): NonNullable<ArticleData['extra']> =>
  config.private.length === 0 ? extra : (hideKeys({ value: extra, keys: config.private }) as NonNullable<ArticleData['extra']>);

/** An article's front matter as anybody may see it. */
export function publicArticle(whole: ArticleData, config: ResolvedConfig): ArticleData {
  // Most have nothing to hide, and an archive has many.
  if (whole.royalty === undefined && whole.approvedBy === undefined && whole.approvedAt === undefined && whole.extra === undefined) return whole;
  const { royalty: _, approvedBy: __, approvedAt: ___, extra, ...data } = whole;
  return extra === undefined ? data : { ...data, extra: publicExtra(extra, config) };
}

interface View {
  readonly config: ResolvedConfig;
  readonly withdrawn: boolean;
  /** Those that are public by now. */
  readonly corrections: ArticleData['corrections'];
}

/** An article as generators of the site's own see it: of one that was withdrawn what its page still says. */
export function publicDocument(document: ArticleDocument, { config, withdrawn, corrections }: View): ArticleDocument {
  const shown = publicArticle(document.data, config);
  if (shown === document.data && corrections === shown.corrections && !withdrawn) return document;
  const data = { ...shown, corrections };
  if (!withdrawn) return withData(document, data);
  const { summary: _, image: __, ...rest } = data;
  return { ...document, body: digestOf(''), excerpt: '', headings: [], references: [], files: [], words: 0, data: { ...rest, tags: [], attachments: [] } };
}

/** A category's front matter as anybody may see it. */
export const publicCategory = (data: CategoryData): CategoryData => ({ ...data, editors: [] });

/** An author's front matter as anybody may see it. */
export const publicAuthor = ({ email: _, handle: __, ...data }: AuthorData): AuthorData => data;
