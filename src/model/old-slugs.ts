import { toAliasOutput } from '../addresses/alias.ts';
import { permalink } from '../addresses/permalink.ts';
import { isServable } from '../addresses/servable.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { joinSlugs } from './category-place.ts';

interface Input {
  readonly aliases: readonly string[];
  readonly slug: string;
  /** The category above, if one. */
  readonly parent?: { readonly slug: string; readonly oldSlugs: readonly string[] } | undefined;
  readonly config: ResolvedConfig;
}

/** Old slugs of a category with those above: more are not formed, since each level may double them. */
const mostCombined = 100;

/**
 * The slugs that a category had, with those of the folders above: by its own `aliases`, by those of the
 * category above, and by both. An alias that is no address of a category by the site's pattern gives none.
 */
export function oldSlugs({ aliases, slug, parent, config }: Input): readonly string[] {
  const own = aliases.flatMap((alias) => slugOfAlias(config, alias) ?? []);
  if (!parent || parent.oldSlugs.length === 0) return unique(own, slug);
  const start = `${parent.slug}/`;
  const inherited = slug.startsWith(start)
    ? parent.oldSlugs.map((old) => joinSlugs(old, slug.slice(start.length)))
    : [];
  const combined: string[] = [];
  for (const each of own) {
    if (!each.startsWith(start)) continue;
    for (const old of parent.oldSlugs) {
      if (combined.length === mostCombined) break;
      combined.push(joinSlugs(old, each.slice(start.length)));
    }
  }
  return unique([...own, ...inherited, ...combined], slug);
}

const unique = (slugs: readonly string[], present: string): readonly string[] =>
  slugs.length === 0 ? none : [...new Set(slugs)].filter((slug) => slug !== present);
const none: readonly string[] = [];

/** The slugs of which the pattern of categories makes an address; undefined when it makes it of none. */
function slugOfAlias(config: ResolvedConfig, alias: string): string | undefined {
  const output = toAliasOutput(config, alias);
  if (output === undefined || !isServable(output)) return undefined;
  const [start, end, more] = permalink(config, 'category', { category: '\0' }).output.split('\0');
  if (start === undefined || end === undefined || more !== undefined) return undefined;
  const isCategory = output.startsWith(start) && output.endsWith(end);
  return isCategory && output.length > start.length + end.length
    ? output.slice(start.length, output.length - end.length)
    : undefined;
}
