import { toPlace } from '../content/permalink.ts';
import type { Article, Site } from '../site.ts';
import { pageMeta } from './page-meta.ts';
import { page, type Route } from './route.ts';

/** How many of the newest articles are searched for those featured on the front page. */
const window = 2000;

/** The front page: the lead story, the featured, the latest, and a block for each top category. No article stands there twice, but in its block. */
export function* home(site: Site): Iterable<Route> {
  const place = toPlace(site.config, '');
  yield page(place.output, 'home', () => {
    const { lists } = site.config;
    const shown = new Set<Article>();
    const take = (candidates: readonly Article[], count: number): Article[] => {
      const taken = candidates.filter((article) => !shown.has(article)).slice(0, count);
      for (const article of taken) shown.add(article);
      return taken;
    };
    const featured = site.articles.slice(0, window).filter((article) => article.featured === 'home');
    const [lead] = take([...featured.filter((article) => article.card.image), ...featured, ...site.articles], 1);
    const top = take(featured, lists.featured);
    const beside = [...top, ...take(site.articles, lists.featured - top.length)];
    const latest = take(site.articles, lists.latest);
    const blocks = [...site.categories.values()]
      .filter((category) => !category.parent && !category.document.data.hidden && category.articles.length > 0)
      .map((category) => {
        const fresh = category.articles.filter((article) => !shown.has(article)).slice(0, lists.block);
        const cards = fresh.length > 0 ? fresh : category.articles.slice(0, 1);
        return { category: category.link, children: category.children.filter((child) => !child.document.data.hidden).map((child) => child.link), cards: cards.map((article) => article.card) };
      });
    return {
      site: site.props,
      page: pageMeta(site, { title: '', description: site.props.description, address: place.address }),
      ...(lead && { lead: lead.card }),
      featured: beside.map((article) => article.card),
      latest: latest.map((article) => article.card),
      mostRead: mostRead(site).map((article) => article.card),
      blocks,
    };
  });
}

/** The most read of the last days that were counted; of equals the newer one. */
function mostRead({ articles, config }: Site): Article[] {
  const read = articles.filter((article) => (article.views?.recent ?? 0) > 0);
  return read.sort((a, b) => (b.views?.recent ?? 0) - (a.views?.recent ?? 0) || a.rank - b.rank).slice(0, config.views.mostRead);
}
