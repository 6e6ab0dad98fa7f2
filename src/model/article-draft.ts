import type { Card, Figure } from '../props.ts';
import type { Article, PreviewPicture } from '../site.ts';

/** What an article has from the beginning. */
export type ArticleFields = Omit<
  Article,
  'card' | 'image' | 'preview' | 'resolved' | 'attachments' | 'related'
>;

/** Makes the parts of an article that are computed on first use. */
export interface ArticleParts {
  readonly card: (article: ArticleDraft) => Card;
  readonly figure: (article: ArticleDraft) => Figure | undefined;
  readonly preview: (article: ArticleDraft) => PreviewPicture | undefined;
  readonly references: (article: ArticleDraft) => Article['resolved'];
  readonly attachments: (article: ArticleDraft) => Article['attachments'];
}

/**
 * An article while the model fills it in; routes see it read-only. A class, since there are thousands: all
 * share one hidden class of V8, and a part that is never read costs nothing.
 */
export class ArticleDraft implements Article {
  document: ArticleFields['document'];
  readonly rank: ArticleFields['rank'];
  readonly slug: ArticleFields['slug'];
  readonly address: ArticleFields['address'];
  readonly output: ArticleFields['output'];
  readonly movedFrom: ArticleFields['movedFrom'];
  readonly original: ArticleFields['original'];
  readonly category: ArticleFields['category'];
  readonly tags: ArticleFields['tags'];
  readonly authors: ArticleFields['authors'];
  readonly featured: ArticleFields['featured'];
  readonly featuredOrder: ArticleFields['featuredOrder'];
  readonly withdrawn: ArticleFields['withdrawn'];
  readonly updated: ArticleFields['updated'];
  readonly history: ArticleFields['history'];
  readonly corrections: ArticleFields['corrections'];
  readonly approvedBy: ArticleFields['approvedBy'];
  readonly views: ArticleFields['views'];
  related: Article['related'] = [];
  readonly #parts: ArticleParts;
  #card: Card | undefined;
  #image: Figure | null | undefined;
  #preview: PreviewPicture | null | undefined;
  #resolved: Article['resolved'] | undefined;
  #attachments: Article['attachments'] | undefined;

  constructor(fields: ArticleFields, parts: ArticleParts) {
    this.document = fields.document;
    this.rank = fields.rank;
    this.slug = fields.slug;
    this.address = fields.address;
    this.output = fields.output;
    this.movedFrom = fields.movedFrom;
    this.original = fields.original;
    this.category = fields.category;
    this.tags = fields.tags;
    this.authors = fields.authors;
    this.featured = fields.featured;
    this.featuredOrder = fields.featuredOrder;
    this.withdrawn = fields.withdrawn;
    this.updated = fields.updated;
    this.history = fields.history;
    this.corrections = fields.corrections;
    this.approvedBy = fields.approvedBy;
    this.views = fields.views;
    this.#parts = parts;
  }
  get card(): Card {
    this.#card ??= this.#parts.card(this);
    return this.#card;
  }
  get image(): Figure | undefined {
    if (this.#image === undefined) this.#image = this.#parts.figure(this) ?? null;
    return this.#image ?? undefined;
  }
  get preview(): PreviewPicture | undefined {
    if (this.#preview === undefined) this.#preview = this.#parts.preview(this) ?? null;
    return this.#preview ?? undefined;
  }
  get resolved(): Article['resolved'] {
    if (!this.#resolved) {
      // Empty while they are resolved, should a generator of the site's own ask meanwhile.
      this.#resolved = [];
      this.#resolved = this.#parts.references(this);
    }
    return this.#resolved;
  }
  get attachments(): Article['attachments'] {
    this.#attachments ??= this.#parts.attachments(this);
    return this.#attachments;
  }
}
