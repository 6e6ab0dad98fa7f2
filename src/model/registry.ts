import { documentKind } from '../addresses/document-kind.ts';
import { editionsOf } from '../addresses/editions.ts';
import { idOf, languageOf } from '../addresses/language-of.ts';
import { permalink } from '../addresses/permalink.ts';
import { toSegment } from '../addresses/segment.ts';
import { withRealD } from '../addresses/slug.ts';
import type { SourcePath } from '../brands.ts';
import { shared } from '../bytes/fingerprint.ts';
import { withoutCase } from '../bytes/usable-text.ts';
import { withData } from '../cache/kept-document.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Author } from '../props.ts';
import type { Article, PageLink } from '../site.ts';
import type { AuthorDocument, Document } from '../types.ts';
import type { Claims } from './claims.ts';

export interface RegistryEntry {
  /** The file's name, by which everything else names the author. */
  readonly id: string;
  readonly document: AuthorDocument;
  readonly slug: string;
  readonly link: PageLink;
  readonly articles: Article[];
  /** Whether there is a profile in the language; else the name alone is that of another one. */
  readonly isOwn: boolean;
}

export interface Registry {
  readonly entries: readonly RegistryEntry[];
  readonly byAddress: ReadonlyMap<string, RegistryEntry>;
  /** The registry's entry for a name; undefined for one who is not in it. */
  readonly entry: (written: string) => RegistryEntry | undefined;
  /** Everybody whom a name may mean: the author with that id, else all with that name or pen name. */
  readonly named: (written: string) => readonly RegistryEntry[];
  /** Whether an author may be a person under another name, as a profile that cannot be read may say. */
  readonly mayBeSame: (person: string, authors: readonly string[]) => boolean;
  /** The same text for two names of one person. */
  readonly identify: (written: string) => string;
  /**
   * The author that a byline names by id, name or pen name; one who is not in the registry is a name and no
   * more.
   */
  readonly find: (
    written: string,
    place: {
      readonly path: SourcePath;
      readonly field: Diagnostic['field'];
      readonly report: (message: Diagnostic) => void;
    },
  ) => Author;
}

/** The authors of `content/_authors/`, by all the names that bylines use. */
export function createRegistry(
  documents: readonly Document[],
  { config, claims }: { config: ResolvedConfig; claims: Claims },
): Registry {
  const { profiles, borrowed, namesOf, unread } = readProfiles(documents, config);
  const byName = new Map<string, Author>();
  const byAddress = new Map<string, RegistryEntry>();
  const byId = new Map<string, Author>();
  const names: string[] = [];
  const entries = [...profiles, ...borrowed].flatMap((document, index): RegistryEntry[] => {
    const id = idOf(document.path, config);
    const slug = toSegment(id);
    const { name, role } = document.data;
    const place = permalink(config, 'author', { slug });
    if (!claims.claim(place, document.path)) return [];
    const { address } = place;
    const author = shared({ name, address, ...(role !== undefined && { role }) });
    for (const byline of namesOf(id)) {
      byName.set(toNameKey(byline), author);
      names.push(byline);
    }
    const link = shared({ title: name, address });
    const entry = { id, document, slug, link, articles: [], isOwn: index < profiles.length };
    byId.set(toNameKey(id), author);
    byAddress.set(address, entry);
    return [entry];
  });
  // An id means its author, whoever else is called so.
  for (const [id, author] of byId) byName.set(id, author);
  /** Authors by the byline as written: few spellings occur, so each is looked up once. */
  const byWritten = new Map<string, Author>();
  const suspects = new Map<string, string | undefined>();
  const isKnown = (written: string): boolean => byName.has(toNameKey(written));
  return {
    entries,
    byAddress,
    mayBeSame: (person, authors) =>
      unread.size > 0 && !isKnown(person) && authors.some((author) => !isKnown(author)),
    entry: (written) => byAddress.get(byName.get(toNameKey(written))?.address ?? ''),
    named: (written) => {
      const name = toNameKey(written);
      const entry = byAddress.get(byId.get(name)?.address ?? '');
      return entry
        ? [entry]
        : entries.filter(({ id }) => namesOf(id).some((each) => toNameKey(each) === name));
    },
    identify: (written) => byName.get(toNameKey(written))?.address ?? toNameKey(written),
    find: (written, { path, field, report }) => {
      let named = byWritten.get(written);
      if (!named && (named = byName.get(toNameKey(written)))) byWritten.set(written, named);
      if (named) return named;
      if (!suspects.has(written))
        suspects.set(written, unread.has(toSegment(written)) ? undefined : nearest(written, names));
      const near = suspects.get(written);
      if (near !== undefined) report(diagnose('unknown-author', path, { field }, { name: written, near }));
      return { name: written };
    },
  };
}

/** The same text for all spellings of a name. */
const toNameKey = (name: string): string => withoutCase(withRealD(name));

interface Profiles {
  readonly profiles: readonly AuthorDocument[];
  /** Those of the site's own language, by name alone, of whom there is none in this one. */
  readonly borrowed: readonly AuthorDocument[];
  /** All names of an author, in whatever language a profile has them. */
  readonly namesOf: (id: string) => readonly string[];
  /** As slugs the ids of those that cannot be read. */
  readonly unread: ReadonlySet<string>;
}

function readProfiles(documents: readonly Document[], config: ResolvedConfig): Profiles {
  const all = documents.filter((document) => document.kind === 'author');
  const inLanguage = (language: string) => all.filter(({ path }) => languageOf(path, config) === language);
  const [{ site } = config] = editionsOf(config);
  const originals = new Map(
    inLanguage(site.language).map((document) => [idOf(document.path, config), document]),
  );
  const profiles = inLanguage(config.site.language).map((document) =>
    completed(document, originals.get(idOf(document.path, config))),
  );
  const names = new Map<string, string[]>();
  for (const document of all) {
    const id = idOf(document.path, config);
    const { name, aliases } = document.data;
    names.set(id, [...(names.get(id) ?? []), name, ...aliases]);
  }
  const ids = new Set(profiles.map((document) => idOf(document.path, config)));
  const borrowed = [...originals].flatMap(([id, document]) => (ids.has(id) ? [] : [document]));
  const unread = documents.filter(
    ({ kind, path }) => kind === 'broken' && documentKind(path, config) === 'author',
  );
  return {
    profiles,
    borrowed: borrowed.map((document) => withData(document, { ...document.data, role: undefined })),
    namesOf: (id) => names.get(id) ?? [],
    unread: new Set(unread.map((document) => toSegment(idOf(document.path, config)))),
  };
}

/**
 * A profile in another language, completed from the one in the site's own language: portrait, e-mail
 * addresses and account.
 */
function completed(document: AuthorDocument, original: AuthorDocument | undefined): AuthorDocument {
  if (!original || original === document) return document;
  const { email, handle, image } = original.data;
  const { data } = document;
  return withData(document, {
    ...data,
    email: data.email ?? email,
    handle: data.handle ?? handle,
    image: data.image ?? image,
  });
}
