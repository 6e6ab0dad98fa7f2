import { digestOf } from '../bytes/digest.ts';
import { withData } from '../cache/kept-document.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { ArticleData, AuthorData, CategoryData } from '../front-matter/data.ts';
import type { ArticleDocument } from '../types.ts';

/** An article's `extra` without the private keys. */
export const publicExtra = (
  extra: NonNullable<ArticleData['extra']>,
  config: ResolvedConfig,
): NonNullable<ArticleData['extra']> =>
  config.private.length === 0
    ? extra
    : (hideKeys({ value: extra, keys: config.private }) as NonNullable<ArticleData['extra']>);

/** An article's front matter without private fields. */
export function publicArticle(whole: ArticleData, config: ResolvedConfig): ArticleData {
  // Most have nothing private, and an archive has many.
  if (
    whole.royalty === undefined &&
    whole.approvedBy === undefined &&
    whole.approvedAt === undefined &&
    whole.extra === undefined
  )
    return whole;
  const { royalty: _, approvedBy: __, approvedAt: ___, extra, ...data } = whole;
  return extra === undefined ? data : { ...data, extra: publicExtra(extra, config) };
}

interface View {
  readonly config: ResolvedConfig;
  readonly withdrawn: boolean;
  /** The corrections that are public by now. */
  readonly corrections: ArticleData['corrections'];
}

/** An article as the site's own generators see it; of a withdrawn one only what its page still shows. */
export function publicDocument(
  document: ArticleDocument,
  { config, withdrawn, corrections }: View,
): ArticleDocument {
  const shown = publicArticle(document.data, config);
  if (shown === document.data && corrections === shown.corrections && !withdrawn) return document;
  const data = { ...shown, corrections };
  if (!withdrawn) return withData(document, data);
  const { summary: _, image: __, document: ___, ...rest } = data;
  return {
    ...document,
    body: digestOf(''),
    excerpt: '',
    headings: [],
    references: [],
    files: [],
    words: 0,
    data: { ...rest, keyPoints: [], tags: [], attachments: [] },
  };
}

/** A category's front matter without private fields. */
export const publicCategory = (data: CategoryData): CategoryData => ({ ...data, editors: [] });

/** An author's front matter without private fields. */
export const publicAuthor = ({ email: _, handle: __, ...data }: AuthorData): AuthorData => data;

interface Input {
  readonly value: unknown;
  /**
   * Private keys, in NFC. A dot goes one object deeper; lists are passed through, as if each item were in
   * their place.
   */
  readonly keys: readonly string[];
  /** Called for each key that is removed, with its path and value. */
  readonly hidden?: (key: string, value: unknown) => void;
}

/** The value without some of the keys of its objects. */
export function hideKeys({ value, keys, hidden = () => {} }: Input): unknown {
  if (keys.length === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => hideKeys({ value: item, keys, hidden }));
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
      const name = key.normalize('NFC');
      if (keys.includes(name)) {
        hidden(key, inner);
        return [];
      }
      const below = keys.flatMap((path) =>
        path.startsWith(`${name}.`) ? [path.slice(name.length + 1)] : [],
      );
      return [
        [
          key,
          hideKeys({ value: inner, keys: below, hidden: (path, value) => hidden(`${key}.${path}`, value) }),
        ],
      ];
    }),
  );
}
