import type { SourcePath } from '../brands.ts';
import { lazy } from '../bytes/lazy.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ArticleDraft } from './article-draft.ts';
import type { Edition } from './draft-edition.ts';
import { createFindArticle, createFindRefusal } from './find-article.ts';
import { createSuggest } from './suggest.ts';
import type { Unpublished } from './unpublished.ts';

interface RelateInput {
  readonly editions: readonly Edition[];
  readonly unpublished: Unpublished;
  readonly refusals: ReadonlyMap<string, RuleId>;
  readonly report: (message: Diagnostic) => void;
}

/** Finds the articles that `related` names, in the article's own language first. */
export function relate({ editions, unpublished, refusals, report }: RelateInput): void {
  const indexes = new Map(
    editions.map(
      ({ site, articles }) => [site, lazy(() => createFindArticle(articles, site.config))] as const,
    ),
  );
  const findRefusal = lazy(() => createFindRefusal(refusals));
  const suggest = createSuggest(() => [...indexes.values()].flatMap((index) => [...index().slugs()]));
  for (const { site, articles } of editions) {
    const own = indexes.get(site);
    const find = (written: string, path: SourcePath): ArticleDraft | undefined => {
      for (const index of new Set([own, ...indexes.values()])) {
        const article = index?.().find(written, path);
        if (article) return article;
      }
      return undefined;
    };
    for (const article of articles) {
      if (article.output === undefined) continue;
      const { data, path } = article.document;
      article.related = data.related.flatMap((written, number) => {
        const named = find(written, path);
        const field = { field: ['related', number] };
        if (!named && unpublished.isNamed(written, path))
          report(diagnose('unpublished-link', path, field, { url: written }));
        else if (named === article) report(diagnose('related-self', path, field, { url: written }));
        else if (!named) {
          const rule = findRefusal()(written, path);
          report(
            rule === undefined
              ? diagnose('unknown-related', path, field, suggest(written))
              : diagnose('refused-link', path, field, { url: written, rule }),
          );
        }
        return named && named !== article && !named.withdrawn ? [named] : [];
      });
    }
  }
}
