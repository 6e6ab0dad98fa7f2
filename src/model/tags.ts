import type { ResolvedConfig } from '../config.ts';
import { permalink, toSegment } from '../content/permalink.ts';
import { shared } from '../fingerprint.ts';
import type { Article, Tag } from '../site.ts';

export interface TagDraft extends Tag {
  readonly articles: Article[];
}

/** Tags by their slug, so that spellings that differ in case or marks only are one; each is shown in the spelling used most. */
export function createTags(written: readonly string[], config: ResolvedConfig): { readonly find: (tag: string) => TagDraft; readonly sorted: () => TagDraft[] } {
  const slugs = new Map<string, string>();
  const toTagSlug = (tag: string): string => {
    let slug = slugs.get(tag);
    if (slug === undefined) slugs.set(tag, (slug = toSegment(tag)));
    return slug;
  };
  const counts = new Map<string, number>();
  for (const tag of written) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const titles = new Map<string, string>();
  for (const [tag, count] of counts) {
    const slug = toTagSlug(tag);
    const best = titles.get(slug);
    const most = best === undefined ? 0 : (counts.get(best) ?? 0);
    if (best === undefined || count > most || (count === most && tag < best)) titles.set(slug, tag);
  }
  const tags = new Map<string, TagDraft>();
  return {
    find: (tag) => {
      const slug = toTagSlug(tag);
      let known = tags.get(slug);
      if (!known) tags.set(slug, (known = { slug, link: shared({ title: titles.get(slug) ?? tag, address: permalink(config, 'tag', { slug }).address }), articles: [] }));
      return known;
    },
    sorted: () => [...tags.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1)),
  };
}
