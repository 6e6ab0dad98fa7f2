/** Tags for link previews besides the title (Open Graph's article and profile). */
import type { ArticleProps, Filled, ListProps } from 'broadsheet';

/** The content of a `<meta>` by its property. */
export type GraphTag = readonly [property: string, content: string];

export const articleTags = ({
  site,
  date,
  updated,
  authors,
  category,
  tags,
}: Filled<ArticleProps>): GraphTag[] => [
  ['article:published_time', date],
  ...(updated === undefined ? [] : [['article:modified_time', updated] as const]),
  ['article:section', category.title],
  ...authors.flatMap(({ address }): GraphTag[] =>
    address ? [['article:author', new URL(address, site.origin).href]] : [],
  ),
  ...tags.map(({ title }): GraphTag => ['article:tag', title]),
];

/** The username of an author is the last part of the page's address. */
export const profileTags = ({ kind, page }: Filled<ListProps>): GraphTag[] => {
  const name = kind === 'author' && page.canonical?.split('/').at(-2);
  return name ? [['profile:username', decodeURIComponent(name)]] : [];
};
