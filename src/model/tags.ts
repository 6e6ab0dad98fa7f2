import { idOf } from '../addresses/language-of.ts';
import { permalink } from '../addresses/permalink.ts';
import { toSegment } from '../addresses/segment.ts';
import { toTagKey } from '../addresses/slug.ts';
import { digestOf } from '../bytes/digest.ts';
import { shared } from '../bytes/fingerprint.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Article, Tag } from '../site.ts';
import type { TagDocument } from '../types.ts';

export interface TagDraft extends Tag {
  readonly articles: Article[];
  resolved: Tag['resolved'];
}

interface Input {
  readonly config: ResolvedConfig;
  readonly files: readonly TagDocument[];
  readonly report: (message: Diagnostic) => void;
}

/**
 * Tags by what {@link toTagKey} makes of them, each shown in the spelling used most. `written` has them in
 * the order of their articles, oldest first: of several words with one slug (`lúa`, `lụa`) the one used first
 * has it, the others add a digest, so that no address moves when a word is new.
 */
export function createTags(
  written: readonly string[],
  { config, files, report }: Input,
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
  const fileOf = new Map(files.map((file) => [toSegment(idOf(file.path, config)), file]));
  const tags: TagDraft[] = [];
  const byWritten = new Map<string, TagDraft>();
  const slugs = new Set<string>();
  for (const [key, counts] of spellings) {
    const plain = toSegment(key);
    const slug = slugs.has(plain) ? `${plain}-${digestOf(key).slice(0, 8)}` : plain;
    slugs.add(slug);
    const [title = key] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? [];
    const document = fileOf.get(slug);
    fileOf.delete(slug);
    const tag: TagDraft = {
      slug,
      link: shared({
        title: document?.data.title ?? title,
        address: permalink(config, 'tag', { slug }).address,
      }),
      articles: [],
      ...(document && { document }),
      resolved: [],
    };
    tags.push(tag);
    for (const spelling of counts.keys()) byWritten.set(spelling, tag);
  }
  for (const { path } of fileOf.values()) report(diagnose('unused-tag', path));
  return {
    find: (tag) => {
      const draft = byWritten.get(tag);
      if (!draft) throw new Error(`the tag ${tag} is not among those written`);
      return draft;
    },
    sorted: () => tags.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
  };
}
