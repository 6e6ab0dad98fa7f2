import path from 'node:path/posix';
import { nameOf, type Trees } from '../addresses/language-of.ts';
import { markdownEndings, withoutEnding } from '../addresses/markdown-name.ts';
import { toSegment } from '../addresses/segment.ts';
import type { SourcePath } from '../brands.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import type { ArticleDraft } from './article-draft.ts';
import { fileSlug } from './document-place.ts';

/**
 * Finds the article that `related` names: by path, from the article's folder or from `content/`, by address,
 * present or old, or by slug.
 */
export function createFindArticle(
  articles: readonly ArticleDraft[],
  trees: Trees,
): {
  readonly find: (written: string, from: SourcePath) => ArticleDraft | undefined;
  readonly slugs: () => Iterable<string>;
} {
  const byPath = new Map<string, ArticleDraft>();
  const byName = new Map<string, ArticleDraft>();
  const bySlug = new Map<string, ArticleDraft>();
  const byAddress = new Map<string, ArticleDraft>();
  for (const article of articles) {
    const source = article.document.path.normalize('NFC');
    byPath.set(source, article);
    byName.set(nameOf(source, trees), article);
    byAddress.set(article.address, article);
    if (!bySlug.has(article.slug)) bySlug.set(article.slug, article);
  }
  for (const article of articles) {
    for (const alias of article.document.data.aliases) {
      const address = `/${alias.replace(/^\/+/, '')}`;
      if (!byAddress.has(address)) byAddress.set(address, article);
    }
  }
  for (const article of articles)
    for (const address of article.movedFrom) if (!byAddress.has(address)) byAddress.set(address, article);
  return {
    slugs: () => bySlug.keys(),
    find: (written, from) => {
      const plain = written.normalize('NFC').replace(/\/$/, '');
      const addressed = byAddress.get(`${plain}/`) ?? byAddress.get(plain);
      if (addressed) return addressed;
      const relative = plain.replace(/^\//, '');
      for (const source of sourcesOf(relative, from)) {
        const article = byPath.get(source);
        if (article) return article;
      }
      for (const source of sourcesOf(relative, nameOf(from, trees))) {
        const article = byName.get(source);
        if (article) return article;
      }
      return relative.includes('/') ? undefined : bySlug.get(withoutEnding(relative));
    },
  };
}

/** The files that a path may mean, from the article's folder and from `content/`. */
const sourcesOf = (relative: string, from: SourcePath): string[] =>
  [path.dirname(from).normalize('NFC'), 'content'].flatMap((folder) =>
    ['', ...markdownEndings.flatMap((each) => [each, `/index${each}`])].map((ending) =>
      path.join(folder, `${relative}${ending}`),
    ),
  );

/**
 * Finds out why a file that `related` names was refused: the rule, by path or by file name (its likely slug).
 * `refusals` has the rules by source path in NFC.
 */
export function createFindRefusal(
  refusals: ReadonlyMap<string, RuleId>,
): (written: string, from: SourcePath) => RuleId | undefined {
  const bySlug = new Map<string, RuleId>();
  for (const [source, rule] of refusals) {
    bySlug.set(toSegment(fileSlug(source)), rule);
  }
  return (written, from) => {
    const relative = written.normalize('NFC').replace(/^\/|\/$/g, '');
    const source = sourcesOf(relative, from).find((candidate) => refusals.has(candidate));
    if (source !== undefined) return refusals.get(source);
    return relative.includes('/') ? undefined : bySlug.get(withoutEnding(relative));
  };
}
