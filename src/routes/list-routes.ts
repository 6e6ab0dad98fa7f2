import { requireOutputPath } from '../addresses/output-path.ts';
import { toSiteFailure } from '../places/site-failure.ts';
import type { Site } from '../site.ts';
import type { Route, RouteGenerator } from './route.ts';

interface Input {
  /** The name under which `routes` in the configuration has it, or would have it. */
  readonly name: string;
  readonly generator: RouteGenerator;
  readonly site: Site;
}

/**
 * The routes of a generator. What one of the site's own throws, now or when a route is asked for what is in
 * it, is told as its own mistake.
 */
export const listRoutes = (input: Input): Iterable<Route> =>
  input.name in input.site.config.routes ? guardedRoutes(input) : input.generator(input.site);

function* guardedRoutes({ name, generator, site }: Input): Iterable<Route> {
  const routes = guard(name, undefined, () => iterate(generator(site)));
  for (;;) {
    const { done, value } = guard(name, undefined, () => routes.next());
    if (done) return;
    yield guardRoute(
      name,
      guard(name, undefined, () => checked(value)),
    );
  }
}

function guard<Value>(name: string, output: string | undefined, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    const at = output ?? pathOf(error);
    throw toSiteFailure(error, {
      rule: 'generator-failed',
      values: { name, ...(at !== undefined && { output: at }) },
      field: ['routes', name],
    });
  }
}

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
  if (route.kind !== 'file') return { ...route };
  const { data, render } = route;
  return {
    ...route,
    data: () => guard(name, output, () => plain(data(), 'data')),
    render: (given) => guard(name, output, () => text(render(given))),
  };
}

function iterate(routes: unknown): Iterator<unknown> {
  // What it brings is not wanted, an error of its own neither.
  if (routes instanceof Promise) routes.catch(() => {});
  if (isThenable(routes) || (isObject(routes) && Symbol.asyncIterator in routes))
    throw new Error('it has to list its routes at once, not later: no “async”');
  if (!isObject(routes) || !isIterable(routes)) throw new Error('it gives no list of routes');
  return routes[Symbol.iterator]();
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
const isIterable = (value: object): value is Iterable<unknown> =>
  Symbol.iterator in value && typeof value[Symbol.iterator] === 'function';

/**
 * Whether a value, which a configuration in JavaScript may make of anything, has what its kind of route
 * needs.
 */
function isRoute(value: unknown): value is Route {
  if (!isObject(value) || !('kind' in value) || !('output' in value) || typeof value.output !== 'string')
    return false;
  const has = (key: string, type: string): boolean => typeof Reflect.get(value, key) === type;
  if (value.kind === 'page') return has('template', 'string') && has('props', 'function');
  if (value.kind === 'file') return has('data', 'function') && has('render', 'function');
  if (value.kind === 'copy') return has('from', 'string') && has('digest', 'string');
  return value.kind === 'picture' && has('from', 'string') && has('operation', 'object');
}
