import type { ListedRoute } from '../routes/routes.ts';

/** Finds a route by its output, of several the first that is listed. Lists no more of them than it has to. */
export function indexRoutes(routes: Iterable<ListedRoute>): (output: string) => ListedRoute | undefined {
  const known = new Map<string, ListedRoute>();
  const rest = routes[Symbol.iterator]();
  return (output) => {
    while (!known.has(output)) {
      const { value, done } = rest.next();
      if (done) break;
      if (!known.has(value.output)) known.set(value.output, value);
    }
    return known.get(output);
  };
}
