import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Titles that stand behind a name, by their letters. */
const titles = new Set(
  `ts ths pgs gs bs ds ls ks cn kts tskh pgsts gsts gstskh ncs tsbs thsbs nsnd nsut jr sr ii iii iv phd md ma ba msc bsc mba mph
  dds jd llm esq rn cpa cfa obe mbe cbe kc qc mp phdmd frs sj op osb`.split(/\s+/),
);
const isTitle = (part: string): boolean => titles.has(part.toLowerCase().replace(/[^a-z]/g, ''));

/** The parts of a text between its commas; a comma within a number (`1,5 triệu`) is none of these. */
export const splitList = (text: string): string[] =>
  text
    .split(/,(?!(?<=\d,)\d)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The names in a byline, each with the titles behind it: `Trần An, TS., Lê Bình` are two. */
export function splitNames(text: string): string[] {
  const names: string[] = [];
  for (const part of splitList(text)) {
    const last = names.length - 1;
    if (last >= 0 && isTitle(part)) names[last] += `, ${part}`;
    else names.push(names.length > 0 ? part.replace(/^(?:and|và)\s+/i, '') : part);
  }
  return names;
}

/** Joins names again that together are one author (`Nhóm Kinh tế, Báo Thử`). */
export function joinKnown(names: readonly string[], isKnown: (name: string) => boolean): string[] {
  const joined: string[] = [];
  for (let from = 0; from < names.length; ) {
    let end = Math.min(names.length, from + mostJoined);
    while (end > from + 1 && !isKnown(names.slice(from, end).join(', '))) end--;
    joined.push(names.slice(from, end).join(', '));
    from = end;
  }
  return joined;
}
/** No name has more commas. */
const mostJoined = 4;

interface SplitInput {
  readonly fields: Record<string, unknown>;
  readonly path: string;
}

/**
 * Takes `tags: a, b` for a list. Of `authors: A, B` both readings are kept: which is meant is known where all
 * authors are.
 */
export function splitFields({ fields, path }: SplitInput): {
  readonly names?: readonly string[];
  readonly messages: readonly Diagnostic[];
} {
  const messages: Diagnostic[] = [];
  const { tags, category } = fields;
  if (Array.isArray(category)) {
    const [own, ...others] = category;
    fields.category = own;
    if (others.length > 0) fields.categories ??= others;
  }
  const parts = typeof tags === 'string' ? splitList(tags) : [];
  if (parts.length > 1) {
    fields.tags = parts;
    messages.push(commaList({ key: 'tags', parts, path }));
  }
  const { authors, keys } = namesOfAuthors(fields.authors);
  if (keys.size > 0) {
    fields.authors = authors;
    const others = [...keys].filter((key) => key !== 'name').join(', ');
    messages.push(
      diagnose('author-fields', path, { field: ['authors'] }, others ? { keys: others.slice(0, 200) } : {}),
    );
  }
  const names = typeof authors === 'string' ? splitNames(authors) : [];
  return { messages, ...(names.length > 1 && { names }) };
}

/** Authors that are written as objects, as in other systems, by their names; and the keys of these objects. */
function namesOfAuthors(authors: unknown): { readonly authors: unknown; readonly keys: Set<string> } {
  const keys = new Set<string>();
  const toName = (author: unknown): unknown => {
    if (typeof author !== 'object' || author === null || !('name' in author)) return author;
    if (typeof author.name !== 'string' || author.name.trim() === '') return author;
    for (const key of Object.keys(author)) keys.add(key);
    return author.name;
  };
  const named = Array.isArray(authors) ? authors.map(toName) : toName(authors);
  return { authors: named, keys };
}

/** The hint that a text with commas was read as a list. */
export const commaList = ({
  key,
  parts,
  path,
}: {
  readonly key: string;
  readonly parts: readonly string[];
  readonly path: string;
}): Diagnostic => {
  const list = parts.map((part) => (/[,:#[\]{}"'&*!|>%@`]|^[-?]/.test(part) ? JSON.stringify(part) : part));
  return diagnose(
    'comma-list',
    path,
    { field: [key] },
    { key, count: parts.length, list: `[${list.join(', ')}]`.slice(0, 200) },
  );
};
