import type { Route } from './route.ts';

/**
 * Whether search engines may show the page: none that leads elsewhere, and none whose template is told
 * `noindex`.
 */
export function isIndexed(route: Route): boolean {
  if (route.kind !== 'page' || route.template === 'redirect') return false;
  const props: object = route.props();
  const page: unknown = Reflect.get(props, 'page');
  return !(typeof page === 'object' && page !== null && Reflect.get(page, 'noindex') === true);
}
