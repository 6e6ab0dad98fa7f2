import { isRemote } from '../addresses/locate.ts';
import { shared } from '../bytes/fingerprint.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { articleCard } from '../images/cards.ts';
import type { Card } from '../props.ts';
import type { ArticleDraft, ArticleParts } from './article-draft.ts';
import type { Pictures } from './pictures.ts';
import type { Resolver } from './resolve.ts';
import { shownDate } from './shown-date.ts';

interface Input {
  readonly config: ResolvedConfig;
  readonly pictures: Pictures;
  readonly resolver: Resolver;
  /** The articles of the site's own language by their paths, where those of another one are made. */
  readonly originals?: ReadonlyMap<string, ArticleDraft>;
}

/**
 * Makes the parts of articles. An article that stands for a missing translation shows those of its original.
 */
export function createArticleParts({ config, pictures, resolver, originals }: Input): ArticleParts {
  const originalOf = ({ document, original }: ArticleDraft): ArticleDraft | undefined =>
    original === undefined ? undefined : originals?.get(document.path);
  const hasBody = ({ output, withdrawn }: ArticleDraft): boolean => output !== undefined && !withdrawn;
  return {
    card: (article) => toCard(article, { config, pictures }),
    figure: (article) => {
      const original = originalOf(article);
      if (original) return original.image;
      const { document, withdrawn } = article;
      return document.data.image && !withdrawn
        ? resolver.figure(document.path, document.data.image)
        : undefined;
    },
    preview: (article) => {
      if (article.withdrawn) return undefined;
      const picture = pictureOf(article) ?? pictureIn(article);
      const { document, category } = article;
      return (
        (picture && pictures.preview(picture)) ??
        articleCard(config, { title: document.data.title, kicker: category.link.title })
      );
    },
    references: (article) =>
      originalOf(article)?.resolved ?? (hasBody(article) ? resolver.references(article.document) : []),
    attachments: (article) =>
      originalOf(article)?.attachments ??
      (hasBody(article)
        ? resolver.attachments(article.document.path, article.document.data.attachments)
        : []),
  };
}

function toCard(article: ArticleDraft, { config, pictures }: Pick<Input, 'config' | 'pictures'>): Card {
  const { document, updated, address, withdrawn, original } = article;
  const { data } = document;
  const card: { -readonly [Key in keyof Card]: Card[Key] } = {
    title: data.title,
    address,
    external: data.link !== undefined,
    summary: withdrawn ? '' : (data.summary ?? document.excerpt),
    date: shownDate(data.date, config),
    lang:
      data.lang ??
      (original === undefined ? config.site.language : config.edition?.own) ??
      config.site.language,
    type: data.type,
    category: article.category.link,
    authors: article.authors.map((author) => author.name),
    tags: withdrawn || original !== undefined ? [] : data.tags,
  };
  if (original !== undefined) card.original = true;
  if (updated !== undefined && !withdrawn && Date.parse(updated) > Date.parse(data.date))
    card.updated = updated;
  const picture = pictureOf(article);
  const image = picture && pictures.card(picture);
  if (image) card.image = image;
  return shared(card);
}

/** The picture that versions are made of; undefined for one of another server, or one that cannot be shown. */
function pictureOf({ document: { path, data }, image }: ArticleDraft) {
  if (!data.image || !image || isRemote(data.image.src)) return undefined;
  const { src, alt = '', focus } = data.image;
  return { from: path, url: src, alt, focus, field: ['image', 'src'] };
}

/** The first picture of the body that a preview can be made of. */
function pictureIn({ document: { path, references }, resolved }: ArticleDraft) {
  for (const [index, reference] of references.entries()) {
    const shown = resolved[index];
    if (reference.kind !== 'picture' || shown?.kind !== 'picture') continue;
    const { url, alt, line, column } = reference;
    if (!isRemote(url) && !/\.svg$/i.test(url)) return { from: path, url, alt, line, column };
  }
  return undefined;
}
