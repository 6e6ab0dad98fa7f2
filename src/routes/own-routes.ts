import { requireOutputPath } from '../addresses/output-path.ts';
import { toSiteFailure } from '../places/site-failure.ts';
import type { Site } from '../site.ts';
import type { Route, RouteGenerator } from './route.ts';
import { isPerLanguage } from './routes.ts';

/** The names of generators that are listing their routes, in the order in which that began. */
const listing = new Set<string>();

/** The name of the generator that has been waited for longest; undefined when none is. */
export const firstListing = (): string | undefined => listing.values().next().value;

/**
 * The routes of each of the site's own generators, by its name. What one throws, now or when a route is
 * rendered, is reported as a mistake of that generator.
 */
export async function listOwnRoutes(site: Site): Promise<ReadonlyMap<string, readonly Route[]>> {
  const own = new Map<string, readonly Route[]>();
  // A generator that replaces a default one is asked in each language, any other one once.
  const isListed = (name: string): boolean => site === site.editions[0] || isPerLanguage(name);
  for (const [name, generator] of Object.entries(site.config.routes))
    if (generator && isListed(name)) own.set(name, await listRoutes({ name, generator, site }));
  return own;
}

interface Input {
  readonly name: string;
  readonly generator: RouteGenerator;
  readonly site: Site;
}

async function listRoutes({ name, generator, site }: Input): Promise<Route[]> {
  const routes: Route[] = [];
  listing.add(name);
  try {
    for await (const route of iterable(await generator(site))) routes.push(guardRoute(name, checked(route)));
  } catch (error) {
    throw toFailure(error, { name, output: pathOf(error) });
  } finally {
    listing.delete(name);
  }
  return routes;
}

function guard<Value>(name: string, output: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw toFailure(error, { name, output });
  }
}

const toFailure = (error: unknown, { name, output }: { name: string; output: string | undefined }) =>
  toSiteFailure(error, {
    rule: 'generator-failed',
    values: { name, ...(output !== undefined && { output }) },
    field: ['routes', name],
  });

/** The path that `page` or `file` refused, of whichever copy of the tool they are. */
function pathOf(error: unknown): string | undefined {
  return error instanceof Error &&
    error.name === 'OutputPathError' &&
    'output' in error &&
    typeof error.output === 'string'
    ? visible(error.output)
    : undefined;
}

const visible = (output: string): string => JSON.stringify(output.slice(0, 80)).slice(1, -1);

function guardRoute(name: string, route: Route): Route {
  const { output } = route;
  if (route.kind === 'page') {
    const { props } = route;
    return { ...route, props: () => guard(name, output, () => plain(props(), 'props')) } as Route;
  }
  if (route.kind !== 'file' && route.kind !== 'feed') return { ...route };
  const { data, render } = route;
  return {
    ...route,
    data: () => guard(name, output, () => plain(data(), 'data')),
    render: (...args: [never, never]) => guard(name, output, () => text(render(...args))),
  } as Route;
}

function iterable(routes: unknown): Iterable<unknown> | AsyncIterable<unknown> {
  if (!isObject(routes) || !isIterable(routes)) throw new Error('it gives no list of routes');
  return routes;
}

function checked(route: unknown): Route {
  if (!isRoute(route))
    throw new Error('it lists something that is no route: make routes with page() and file()');
  requireOutputPath(route.output);
  return route;
}

function plain<Value>(value: Value, what: 'props' | 'data'): Value {
  if (isThenable(value)) throw new Error(`${what}() has to give its values at once, not later: no “async”`);
  if (!isObject(value)) throw new Error(`${what}() gives no object`);
  return value;
}

function text(rendered: unknown): string | Uint8Array {
  if (typeof rendered !== 'string' && !(rendered instanceof Uint8Array))
    throw new Error('render() gives neither text nor bytes');
  return rendered;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isThenable = (value: unknown): boolean =>
  isObject(value) && 'then' in value && typeof value.then === 'function';
const isIterable = (value: object): value is Iterable<unknown> | AsyncIterable<unknown> =>
  [Symbol.iterator, Symbol.asyncIterator].some((key) => typeof Reflect.get(value, key) === 'function');

/**
 * Whether a value, which a configuration in JavaScript may make of anything, has what its kind of route
 * needs.
 */
function isRoute(value: unknown): value is Route {
  if (!isObject(value) || !('kind' in value) || !('output' in value) || typeof value.output !== 'string')
    return false;
  const has = (key: string, type: string): boolean => typeof Reflect.get(value, key) === type;
  if (value.kind === 'page') return has('template', 'string') && has('props', 'function');
  if (value.kind === 'file' || value.kind === 'feed')
    return has('data', 'function') && has('render', 'function');
  if (value.kind === 'index') return has('key', 'function') && has('render', 'function');
  if (value.kind === 'card') return has('words', 'object');
  if (value.kind === 'copy') return has('from', 'string') && has('digest', 'string');
  return value.kind === 'picture' && has('from', 'string') && has('operation', 'object');
}
