import type { Article, Site } from '../site.ts';

/** How far back each tag and the category are searched. */
const depth = 8;

/**
 * Those named by the author, then older articles with the most tags in common, then older ones of the
 * category. Only older ones are chosen, so that a new article changes no old page.
 */
export function relatedTo(article: Article, site: Site): Article[] {
  const { related: limit } = site.config.lists;
  const chosen = new Set<Article>(article.related);
  if (chosen.size < limit) {
    const candidates: { readonly other: Article; points: number }[] = [];
    const score = (list: readonly Article[], points: number): void => {
      const start = firstOlder(list, article.rank);
      const end = Math.min(list.length, start + depth);
      for (let index = start; index < end; index++) {
        const other = list[index] as Article;
        // A few dozen at most: a linear search is faster than a map.
        const candidate = candidates.find((one) => one.other === other);
        if (candidate) candidate.points += points;
        else candidates.push({ other, points });
      }
    };
    for (const tag of article.tags) score(tag.articles, 2);
    score(article.category.own, 1);
    candidates.sort((a, b) => b.points - a.points || a.other.rank - b.other.rank);
    for (const { other } of candidates) {
      if (chosen.size >= limit) break;
      if (other.card.lang === article.card.lang) chosen.add(other);
    }
  }
  return [...chosen].slice(0, Math.max(limit, article.related.length));
}

/**
 * Index of the first article of a list, newest first, that is older than the one of rank `rank`: binary
 * search.
 */
export function firstOlder(list: readonly Article[], rank: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.rank ?? Number.POSITIVE_INFINITY) > rank) high = middle;
    else low = middle + 1;
  }
  return low;
}
