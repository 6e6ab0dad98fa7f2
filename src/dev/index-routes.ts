import { toOutput } from '../addresses/permalink.ts';
import type { SourcePath } from '../brands.ts';
import type { ListedRoute } from '../routes/routes.ts';
import type { Site } from '../site.ts';

/**
 * Makes the function that finds a route by its output, the first of several. Routes are listed only as far as
 * needed.
 */
export function indexRoutes(routes: Iterable<ListedRoute>): (output: string) => ListedRoute | undefined {
  const routeByOutput = new Map<string, ListedRoute>();
  const unlisted = routes[Symbol.iterator]();
  return (output) => {
    while (!routeByOutput.has(output)) {
      const { value, done } = unlisted.next();
      if (done) break;
      if (!routeByOutput.has(value.output)) routeByOutput.set(value.output, value);
    }
    return routeByOutput.get(output);
  };
}

/** The source files of articles, plain pages, categories and authors, by output. */
export function sourcesOf(site: Site): Map<string, SourcePath> {
  const sources = new Map<string, SourcePath>();
  const add = (output: string | undefined, source: SourcePath): void =>
    void (output !== undefined && sources.set(output, source));
  for (const { config, categories, authors, pages, articles, withdrawn } of site.editions) {
    for (const { document, link } of [...categories.values(), ...authors])
      add(toOutput(config, link.address), document.path);
    for (const { output, document } of [...pages, ...articles, ...withdrawn]) add(output, document.path);
  }
  return sources;
}
