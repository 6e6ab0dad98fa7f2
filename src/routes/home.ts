import { toPlace } from '../addresses/permalink.ts';
import type { Article, Site } from '../site.ts';
import { pageMeta } from './page-meta.ts';
import { page, type Route } from './route.ts';

/** How many of the newest articles are searched for those featured on the front page. */
const window = 2000;

/**
 * The front page: the lead story, those marked as featured, the latest, and a block for each top category
 * that has more. No article stands there twice, but among the most read.
 */
export function* home(site: Site): Iterable<Route> {
  const place = toPlace(site.config, '');
  yield page(place.output, 'home', () => {
    const { lists } = site.config;
    const shown = new Set<Article>();
    const take = (candidates: readonly Article[], count: number): Article[] => {
      const taken: Article[] = [];
      for (const article of candidates) {
        if (taken.length === count) break;
        if (shown.has(article)) continue;
        shown.add(article);
        taken.push(article);
      }
      return taken;
    };
    const featured = site.articles.slice(0, window).filter((article) => article.featured === 'home');
    const [lead] = take(
      [...featured.filter((article) => article.card.image), ...featured, ...site.articles],
      1,
    );
    const beside = take(featured, lists.featured);
    const latest = take(site.articles, lists.latest);
    const blocks = [...site.categories.values()]
      .filter((category) => !category.parent && !category.document.data.hidden)
      .map((category) => ({
        category: category.link,
        children: category.children.filter((child) => !child.document.data.hidden).map((child) => child.link),
        cards: take(category.articles, lists.block).map((article) => article.card),
      }))
      .filter(({ cards }) => cards.length > 0);
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
  return read
    .sort((a, b) => (b.views?.recent ?? 0) - (a.views?.recent ?? 0) || a.rank - b.rank)
    .slice(0, config.views.mostRead);
}
