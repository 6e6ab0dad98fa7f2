import { siteCard } from '../images/cards.ts';
import type { Site } from '../site.ts';
import type { Route } from './route.ts';

/** Pictures drawn from headlines, for link previews of pages that have none. */
export function* cards(site: Site): Iterable<Route> {
  const { config } = site;
  const drawn = new Set<string>();
  const previews = [
    ...(config.site.image === undefined ? [siteCard(config)] : []),
    ...site.articles.map(({ output, preview }) => (output === undefined ? undefined : preview)),
  ];
  for (const preview of previews) {
    if (!preview?.card || drawn.has(preview.card.output)) continue;
    drawn.add(preview.card.output);
    yield { kind: 'card', ...preview.card };
  }
}
