import path from 'node:path';
import { decode, isRemote, locate } from '../addresses/locate.ts';
import { toPlace, toSegment } from '../addresses/permalink.ts';
import { toSlug } from '../addresses/slug.ts';
import type { Address, SourcePath, Url } from '../brands.ts';
import { shared } from '../bytes/fingerprint.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { RESERVED_IDS } from '../markdown/name-headings.ts';
import type { Attachment, Figure, ResolvedReference } from '../props.ts';
import type { PublishedFile } from '../site.ts';
import type { Asset } from '../stages/describe.ts';
import type { Document, Heading, Reference } from '../types.ts';
import type { Pictures } from './pictures.ts';
import type { PublicFiles } from './public-files.ts';
import { createSuggest, type Suggest } from './suggest.ts';

/** `pdf` of `bảng.pdf`. */
const formatOf = (file: string): string => path.extname(file).slice(1);

/** Kinds of files that browsers or servers run: pages, whatever is served as XML, scripts. */
const active = new Set(
  [
    'html htm xhtml xht shtml shtm stm mht mhtml hta htc wml',
    'svg svgz xml xsl xslt xsd rdf rss atom xspf opml mml mathml kml gpx',
    'js mjs cjs jse vbs wsf wasm swf',
    'php php3 php4 php5 php7 php8 phtml pht phps phar cgi fcgi pl py asp aspx ashx asmx cer jsp jspx jspf cfm',
  ].flatMap((kinds) => kinds.split(' ')),
);

/** Where a document can be found on the site. */
export interface Target {
  readonly address: Address | Url;
  /** Has the ids of its body; undefined where it is not known which there are. */
  readonly document?: { readonly headings: readonly Heading[]; readonly ids?: readonly string[] | undefined };
}

export interface Resolver {
  /** What a document's references have become; those that lead nowhere are null, each with a message. */
  readonly references: (document: Exclude<Document, { kind: 'broken' }>) => (ResolvedReference | null)[];
  readonly attachments: (
    from: SourcePath,
    written: readonly { readonly src: string; readonly title?: string }[],
  ) => Attachment[];
  readonly figure: (
    from: SourcePath,
    field: {
      readonly src: string;
      readonly alt?: string;
      readonly caption?: string;
      readonly credit?: string;
    },
  ) => Figure | undefined;
  /** Files that the references publish. */
  readonly published: () => PublishedFile[];
}

export interface ResolveContext {
  readonly config: ResolvedConfig;
  readonly publicFiles: PublicFiles;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly pictures: Pictures;
  /** By source path in NFC; `null` for a document that is not published. */
  readonly targets: ReadonlyMap<string, Target | null>;
  /** Whether an address of the site is served. */
  readonly isServed: (address: string) => Target | boolean;
  /** Whether an article that is not published stands at an address. */
  readonly isUnpublished: (address: string) => boolean;
  readonly suggestFile: Suggest;
  readonly report: (message: Diagnostic) => void;
}

/** Resolves what bodies and fields point to. */
export function createResolver({
  config,
  publicFiles,
  assets,
  pictures,
  targets,
  isServed,
  isUnpublished,
  suggestFile,
  report,
}: ResolveContext): Resolver {
  const published = new Map<string, PublishedFile>();
  const suggestDocument = createSuggest(() => targets.keys());

  const offer = (asset: Asset): Address => {
    const { name, ext } = path.parse(asset.path);
    const place = toPlace(
      config,
      `media/${toSegment(name)}-${asset.digest.slice(0, 10)}${ext.toLowerCase().replace(/[^.a-z0-9]/g, '')}`,
    );
    published.set(place.output, { output: place.output, from: asset.path, digest: asset.digest });
    return place.address;
  };

  /**
   * Whether a file is not to be offered: too large, or one that would run with the rights of the site's own
   * pages.
   */
  const isRefused = (
    asset: Asset,
    {
      from,
      url,
      place,
    }: { from: SourcePath; url: string; place: Pick<Diagnostic, 'line' | 'column' | 'field'> },
  ): boolean => {
    const format = formatOf(asset.path).toLowerCase();
    const { limit } = config.attachments;
    if (active.has(format))
      report(diagnose('attachment-active', from, place, { url, format: format.toUpperCase() }));
    else if (asset.size > limit)
      report(diagnose('attachment-too-large', from, place, { url, size: asset.size, limit }));
    else return false;
    return true;
  };

  const link = (
    document: Document,
    reference: Extract<Reference, { kind: 'link' }>,
  ): ResolvedReference | null => {
    const { url, title, line, column } = reference;
    const dead = (rule: 'dead-link' | 'path-outside' | 'unpublished-link') => {
      report(
        diagnose(
          rule,
          document.path,
          { line, column },
          rule === 'dead-link' ? suggestDocument(url) : { url },
        ),
      );
      return null;
    };
    const found = (
      target: Target,
      { query, fragment }: { query: string; fragment: string },
    ): ResolvedReference => {
      const id = fragment && findId(target, fragment);
      if (id === undefined) {
        report(diagnose('dead-anchor', document.path, { line, column }, { url, anchor: fragment }));
      }
      // An article that is a link to another site may have a query of its own.
      return {
        kind: 'link',
        address: addressOf({
          address: target.address,
          query: target.address.includes('?') ? '' : toAscii(query),
          fragment: id ?? '',
        }),
        ...(title !== undefined && { title }),
      };
    };
    const toFile = ({ query, fragment }: { query: string; fragment: string }): ResolvedReference | null => {
      const file = publicFiles.find({ from: document.path, url: url.replace(/[?#].*$/s, '') });
      if (file && 'rule' in file) {
        report(diagnose(file.rule, document.path, { line, column }, { ...file.values, url }));
        return null;
      }
      const asset = file && assets.get(file.file.path);
      if (!asset) return dead('dead-link');
      if (isRefused(asset, { from: document.path, url, place: { line, column } })) return null;
      return {
        kind: 'link',
        address: addressOf({ address: offer(asset), query: toAscii(query), fragment: toAscii(fragment) }),
        ...(title !== undefined && { title }),
      };
    };
    const location = locate({ from: document.path, url, origin: config.site.origin });
    if (location.kind === 'outside') return dead('path-outside');
    if (location.kind === 'address') {
      const served = isServed(location.address);
      if (served === false) {
        if (isUnpublished(location.address)) return dead('unpublished-link');
        return toFile(location);
      }
      return found(served === true ? { address: encodeURI(location.address) as Address } : served, location);
    }
    const source = [
      location.path,
      `${location.path}.md`,
      `${location.path}/index.md`,
      `${location.path}/_index.md`,
    ].find((candidate) => targets.has(candidate));
    if (source !== undefined) {
      const target = targets.get(source);
      return target ? found(target, location) : dead('unpublished-link');
    }
    return toFile(location);
  };

  const picture = (
    document: Document,
    { url, alt, title, block, line, column }: Extract<Reference, { kind: 'picture' }>,
  ): ResolvedReference | null => {
    if (isRemote(url)) {
      report(diagnose('remote-picture', document.path, { line, column }, { url }));
      return {
        kind: 'picture',
        block,
        figure: { picture: { alt, remote: url }, ...(title !== undefined && { caption: title }) },
      };
    }
    const full = pictures.full({ from: document.path, url, alt, line, column });
    return full
      ? { kind: 'picture', block, figure: { picture: full, ...(title !== undefined && { caption: title }) } }
      : null;
  };

  return {
    references: (document) =>
      document.references.map((reference) =>
        reference.kind === 'link' ? link(document, reference) : picture(document, reference),
      ),
    attachments: (from, written) =>
      written.flatMap(({ src, title }, index) => {
        const file = publicFiles.find({ from, url: src });
        const place = { field: ['attachments', index, 'src'] };
        const asset = file && 'file' in file ? assets.get(file.file.path) : undefined;
        if (!asset) {
          report(
            file && 'rule' in file
              ? diagnose(file.rule, from, place, file.values)
              : diagnose('missing-attachment', from, place, suggestFile(src)),
          );
          return [];
        }
        if (isRefused(asset, { from, url: src, place })) return [];
        const name = path.basename(asset.path);
        return [
          shared({
            title: title ?? name,
            address: offer(asset),
            name,
            format: formatOf(name).toUpperCase(),
            size: asset.size,
          }),
        ];
      }),
    figure: (from, { src, alt = '', caption, credit }) => {
      const found = isRemote(src)
        ? { alt, remote: src }
        : pictures.full({ from, url: src, alt, field: ['image', 'src'] });
      return (
        found &&
        shared({
          picture: found,
          ...(caption !== undefined && { caption }),
          ...(credit !== undefined && { credit }),
        })
      );
    },
    published: () => [...published.values()],
  };
}

const addressOf = ({
  address,
  query,
  fragment,
}: {
  address: string;
  query: string;
  fragment: string;
}): Address => `${address}${query && `?${query}`}${fragment && `#${fragment}`}` as Address;

/** What browsers would encode themselves. */
const toAscii = (written: string): string =>
  written.replace(/[^!-~]+|["<>`]/g, (part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD')));

/**
 * The id that a fragment means: as it stands, with the prefix of ids in raw HTML, or in the words of a
 * heading. Undefined when there is none.
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
