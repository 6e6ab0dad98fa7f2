import { nameOf } from '../addresses/language-of.ts';
import { withoutIndex } from '../addresses/markdown-name.ts';
import { ownPlace, type Place } from '../addresses/permalink.ts';
import { toDocumentSegment } from '../addresses/segment.ts';
import type { SourcePath } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

interface Input {
  readonly path: SourcePath;
  readonly data: { readonly slug?: string | undefined; readonly permalink?: string | undefined };
  readonly config: ResolvedConfig;
  readonly report: (message: Diagnostic) => void;
  /** Where a document of this slug stands by the pattern of its kind. */
  readonly toPlace: (slug: string) => Place;
}

export interface DocumentPlace {
  readonly slug: string;
  readonly place: Place;
  /** The field that the address comes from, if one. */
  readonly field?: Diagnostic['field'];
}

/**
 * Where an article or a plain page stands: at its `permalink`, else by its `slug` or its file's name.
 * Undefined, with a message, when what is written cannot be an address.
 */
export function placeDocument({ path, data, config, report, toPlace }: Input): DocumentPlace | undefined {
  const written = data.slug?.replace(/^\/|\/$/g, '');
  if (written !== undefined && isPath(written)) {
    const shown = JSON.stringify((data.slug ?? '').slice(0, 80)).slice(1, -1);
    report(diagnose('slug-path', path, { field: ['slug'] }, { slug: shown }));
    return undefined;
  }
  const slug = toDocumentSegment(written ?? fileSlug(nameOf(path, config)));
  if (data.permalink !== undefined) {
    const place = ownPlace(config, data.permalink);
    if (place) return { slug, place, field: ['permalink'] };
    report(
      diagnose('bad-permalink', path, { field: ['permalink'] }, { permalink: data.permalink.slice(0, 80) }),
    );
    return undefined;
  }
  return { slug, place: toPlace(slug), ...(data.slug !== undefined && { field: ['slug'] }) };
}

/** Whether a written slug is a path, or no name at all. */
export const isPath = (slug: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  slug === '' || /[/\\\u0000-\u001F\u007F]|^\.+$/.test(slug);

const dated = /^\d{4}-\d{2}-\d{2}-/;

/** File or folder name without extension and date: the document's part of the address. */
export function fileSlug(source: string): string {
  const name = lastName(source);
  return dated.test(name) ? name.slice('2026-11-16-'.length) : name;
}

/** Whether a file's name says no more than the day, or the day and a number. */
export const isNamedByDate = (source: SourcePath): boolean =>
  /^\d{4}-\d{2}-\d{2}(?:-\d{1,3})?$/.test(lastName(source));

function lastName(source: string): string {
  const named = withoutIndex(source);
  return named.slice(named.lastIndexOf('/') + 1);
}

/** The first slug that is free: the file's, the title's, then the title's with a number. */
export function freeSlug({
  path,
  title,
  isFree,
}: {
  readonly path: SourcePath;
  readonly title: string;
  readonly isFree: (slug: string) => boolean;
}): string {
  const own = toDocumentSegment(fileSlug(path));
  if (isFree(own)) return own;
  const named = toDocumentSegment(title);
  for (let number = 1; ; number++) {
    const slug = number === 1 ? named : `${named}-${number}`;
    if (isFree(slug)) return slug;
  }
}
