import path from 'node:path/posix';
import { markdownEndings, withoutEnding } from '../addresses/markdown-name.ts';
import type { SourcePath } from '../brands.ts';
import type { ArticleDraft } from './articles.ts';

/**
 * Finds the article that `related` names: by path, from the article's folder or from `content/`, by address,
 * present or old, or by slug.
 */
export function createFindArticle(articles: readonly ArticleDraft[]): {
  readonly find: (written: string, from: SourcePath) => ArticleDraft | undefined;
  readonly slugs: () => Iterable<string>;
} {
  const byPath = new Map<string, ArticleDraft>();
  const bySlug = new Map<string, ArticleDraft>();
  const byAddress = new Map<string, ArticleDraft>();
  for (const article of articles) {
    byPath.set(article.document.path.normalize('NFC'), article);
    byAddress.set(article.address, article);
    if (!bySlug.has(article.slug)) bySlug.set(article.slug, article);
  }
  for (const article of articles) {
    for (const alias of article.document.data.aliases) {
      const address = `/${alias.replace(/^\/+/, '')}`;
      if (!byAddress.has(address)) byAddress.set(address, article);
    }
  }
  return {
    slugs: () => bySlug.keys(),
    find: (written, from) => {
      const plain = written.normalize('NFC').replace(/\/$/, '');
      const addressed = byAddress.get(`${plain}/`) ?? byAddress.get(plain);
      if (addressed) return addressed;
      const relative = plain.replace(/^\//, '');
      for (const folder of [path.dirname(from).normalize('NFC'), 'content']) {
        for (const ending of ['', ...markdownEndings.flatMap((each) => [each, `/index${each}`])]) {
          const article = byPath.get(path.join(folder, `${relative}${ending}`));
          if (article) return article;
        }
      }
      return relative.includes('/') ? undefined : bySlug.get(withoutEnding(relative));
    },
  };
}
