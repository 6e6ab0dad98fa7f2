import { permalink } from '../addresses/permalink.ts';
import { toSegment } from '../addresses/segment.ts';
import { toTagKey } from '../addresses/slug.ts';
import { digestOf } from '../bytes/digest.ts';
import { shared } from '../bytes/fingerprint.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { Article, Tag } from '../site.ts';

export interface TagDraft extends Tag {
  readonly articles: Article[];
}

/**
 * Tags by what {@link toTagKey} makes of them, each shown in the spelling used most. `written` has them in
 * the order of their articles, oldest first: of several words with one slug (`lúa`, `lụa`) the one used first
 * has it, the others add a digest, so that no address moves when a word is new.
 */
export function createTags(
  written: readonly string[],
  config: ResolvedConfig,
): { readonly find: (tag: string) => TagDraft; readonly sorted: () => TagDraft[] } {
  const uses = new Map<string, number>();
  for (const tag of written) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  const spellings = new Map<string, Map<string, number>>();
  for (const [tag, count] of uses) {
    const key = toTagKey(tag);
    let counts = spellings.get(key);
    if (!counts) spellings.set(key, (counts = new Map()));
    counts.set(tag, count);
  }
  const tags: TagDraft[] = [];
  const byWritten = new Map<string, TagDraft>();
  const slugs = new Set<string>();
  for (const [key, counts] of spellings) {
    const plain = toSegment(key);
    const slug = slugs.has(plain) ? `${plain}-${digestOf(key).slice(0, 8)}` : plain;
    slugs.add(slug);
    const [title = key] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? [];
    const tag: TagDraft = {
      slug,
      link: shared({ title, address: permalink(config, 'tag', { slug }).address }),
      articles: [],
    };
    tags.push(tag);
    for (const spelling of counts.keys()) byWritten.set(spelling, tag);
  }
  return {
    find: (tag) => {
      const draft = byWritten.get(tag);
      if (!draft) throw new Error(`the tag ${tag} is not among those written`);
      return draft;
    },
    sorted: () => tags.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
  };
}
