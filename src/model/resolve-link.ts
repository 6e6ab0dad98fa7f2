import { languageOf, nameOf, type Trees } from '../addresses/language-of.ts';
import { decode, locate } from '../addresses/locate.ts';
import { isMarkdown, markdownEndings, withoutEnding } from '../addresses/markdown-name.ts';
import { toSlug } from '../addresses/slug.ts';
import type { Address, Url } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { RESERVED_IDS } from '../markdown/name-headings.ts';
import type { ResolvedReference } from '../props.ts';
import type { Asset } from '../stages/describe.ts';
import type { Document, Heading, LinkReference } from '../types.ts';
import type { OfferedFiles } from './offered-files.ts';
import type { PublicFiles } from './public-files.ts';
import { createSuggest } from './suggest.ts';

/** Where a document can be found on the site. */
export interface Target {
  readonly address: Address | Url;
  /** The document, for the ids of its body; undefined where these are unknown. */
  readonly document?: { readonly headings: readonly Heading[]; readonly ids?: readonly string[] | undefined };
}

export interface LinkContext {
  readonly config: ResolvedConfig;
  readonly publicFiles: PublicFiles;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly offered: OfferedFiles;
  /** By source path in NFC; `null` for a document that is not published. */
  readonly targets: ReadonlyMap<string, Target | null>;
  /** Whether an address of the site is served. */
  readonly isServed: (address: string) => Target | boolean;
  /** Whether an article that is not published stands at an address. */
  readonly isUnpublished: (address: string) => boolean;
  /** The rule by which a document was refused, by its source path in NFC. */
  readonly refusals: ReadonlyMap<string, RuleId>;
  readonly report: (message: Diagnostic) => void;
}

/** What a link of a document has become: null for one that leads nowhere, which is reported. */
export type ResolveLink = (document: Document, reference: LinkReference) => ResolvedReference | null;

/** The query and fragment of a written reference. */
interface Extras {
  readonly query: string;
  readonly fragment: string;
}

/** Resolves links of this site: to documents, by their files or addresses, to other outputs, and to files. */
export function createResolveLink(context: LinkContext): ResolveLink {
  const { config, targets, isServed, isUnpublished, refusals } = context;
  const { base } = config.site;
  const suggest = createSuggest(() => targets.keys());
  return (document, reference) => {
    const { url, line, column } = reference;
    const dead = (
      rule: 'dead-link' | 'path-outside' | 'unpublished-link' | 'refused-link',
      values: Diagnostic['values'] = { url },
    ): null => {
      context.report(diagnose(rule, document.path, { line, column }, values));
      return null;
    };
    const toFile = (extras: Extras) => {
      const resolved = linkToFile(context, { document, reference, extras });
      return resolved === undefined ? dead('dead-link', suggest(url)) : resolved;
    };
    const toTarget = (target: Target, extras: Extras) =>
      linkToTarget(context, { document, reference, target, extras });
    const toSource = (path: string, extras: Extras) => {
      const source = [...translatedSources(path, document.path, config), ...sourcesOf(path)].find(
        (candidate) => targets.has(candidate),
      );
      if (source === undefined) return toFile(extras);
      const target = targets.get(source);
      if (target) return toTarget(target, extras);
      const rule = refusals.get(source);
      return rule === undefined ? dead('unpublished-link') : dead('refused-link', { url, rule });
    };
    const location = locate({ from: document.path, url, origin: config.site.origin });
    if (location.kind === 'outside') return dead('path-outside');
    if (location.kind === 'file') return toSource(location.path, location);
    const { address } = location;
    const served = isServed(address);
    const isBelow = address.startsWith(base);
    if (served === true)
      return toTarget(
        { address: encodeURI(isBelow ? address : `${base}${address.slice(1)}`) as Address },
        location,
      );
    if (served !== false) return toTarget(served, location);
    if (isUnpublished(address)) return dead('unpublished-link');
    // A path of the repository: `/kinh-te/gia-lua.md`.
    const path = isBelow ? address.slice(base.length) : address.slice(1);
    return toSource(`content/${path.replace(/\/$/, '')}`, location);
  };
}

/** The file that a path means in a document whose name says its language: `b.en.md` for `b.md` in `a.en.md`. */
function translatedSources(path: string, from: string, trees: Trees): string[] {
  const suffix = nameOf(from, trees) === from ? undefined : languageOf(from, trees);
  if (suffix === undefined || trees.languageFiles !== 'suffixes') return [];
  return sourcesOf(path).flatMap((source) =>
    isMarkdown(source)
      ? [`${withoutEnding(source)}.${suffix}${source.slice(withoutEnding(source).length)}`]
      : [],
  );
}

/** The files that a path without its ending may mean. */
const sourcesOf = (path: string): string[] => [
  path,
  ...markdownEndings.flatMap((ending) => [
    `${path}${ending}`,
    `${path}/index${ending}`,
    `${path}/_index${ending}`,
  ]),
];

interface Found {
  readonly document: Document;
  readonly reference: LinkReference;
  readonly extras: Extras;
}

function linkToTarget(
  { report }: LinkContext,
  { document, reference, target, extras }: Found & { readonly target: Target },
): ResolvedReference {
  const { url, title, line, column } = reference;
  const { query, fragment } = extras;
  const id = fragment && findId(target, fragment);
  if (id === undefined)
    report(diagnose('dead-anchor', document.path, { line, column }, { url, anchor: fragment }));
  // An article that is a link to another site may have a query of its own.
  const ownQuery = target.address.includes('?') ? '' : toAscii(query);
  const address = addressOf({ address: target.address, query: ownQuery, fragment: id ?? '' });
  return { kind: 'link', address, ...(title !== undefined && { title }) };
}

/** A link to a file: undefined when there is none, null for one that must not be published. */
function linkToFile(
  { publicFiles, assets, offered, report }: LinkContext,
  { document, reference, extras }: Found,
): ResolvedReference | null | undefined {
  const { url, title, line, column } = reference;
  const place = { line, column };
  const file = publicFiles.find({ from: document.path, url: url.replace(/[?#].*$/s, '') });
  if (file && 'rule' in file) {
    report(diagnose(file.rule, document.path, place, { ...file.values, url }));
    return null;
  }
  const asset = file && assets.get(file.file.path);
  if (!asset) return undefined;
  const offeredAt = offered.offer(asset, { from: document.path, url, place });
  if (offeredAt === undefined) return null;
  const address = addressOf({
    address: offeredAt,
    query: toAscii(extras.query),
    fragment: toAscii(extras.fragment),
  });
  return { kind: 'link', address, ...(title !== undefined && { title }) };
}

const addressOf = ({ address, query, fragment }: Extras & { readonly address: string }): Address =>
  `${address}${query && `?${query}`}${fragment && `#${fragment}`}` as Address;

/** What browsers would encode themselves. */
const toAscii = (written: string): string =>
  written.replace(/[^!-~]+|["<>`]/g, (part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD')));

/**
 * The id that a fragment means: the same id, the id with the prefix that raw HTML gets, or the id of the
 * heading with these words. Undefined when there is none.
 */
function findId({ document }: Target, fragment: string): string | undefined {
  if (!document) return fragment;
  const written = decode(fragment);
  const has = (id: string): boolean =>
    document.headings.some((heading) => heading.id === id) || document.ids?.includes(id) === true;
  if (has(written) || reserved.has(written)) return fragment;
  return [`user-content-${written}`, toSlug(written)].find(has);
}

/** Ids that templates use. */
const reserved: ReadonlySet<string> = new Set(RESERVED_IDS);
