import path from 'node:path';
import { toPlace } from '../addresses/permalink.ts';
import { toSegment } from '../addresses/segment.ts';
import type { Address, SourcePath } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PublishedFile } from '../site.ts';
import type { Asset } from '../stages/describe.ts';
import type { Pictures } from './pictures.ts';

/** `pdf` of `bảng.pdf`. */
export const formatOf = (file: string): string => path.extname(file).slice(1);

/** Kinds of files that browsers or servers run: pages, whatever is served as XML, scripts. */
const active = new Set(
  [
    'html htm xhtml xht shtml shtm stm mht mhtml hta htc wml',
    'svgz xml xsl xslt xsd rdf rss atom xspf opml mml mathml kml gpx',
    'js mjs cjs jse vbs wsf wasm swf',
    'php php3 php4 php5 php7 php8 phtml pht phps phar cgi fcgi pl py asp aspx ashx asmx cer jsp jspx jspf cfm',
  ].flatMap((kinds) => kinds.split(' ')),
);

/** Where a file is asked for, for messages. */
interface Asked {
  readonly from: SourcePath;
  readonly url: string;
  readonly place: Pick<Diagnostic, 'line' | 'column' | 'field'>;
}

/** The files that articles offer for download. */
export interface OfferedFiles {
  /** The address of a file, which is published there; undefined, and reported, for one that must not be offered. */
  readonly offer: (asset: Asset, asked: Asked) => Address | undefined;
  /** The address of a file that is played on the page, which is published there. */
  readonly publish: (asset: Asset) => Address;
  /** All that were offered. */
  readonly published: () => PublishedFile[];
}

interface Input {
  readonly config: ResolvedConfig;
  readonly pictures: Pictures;
  readonly report: (message: Diagnostic) => void;
}

/**
 * Refuses files that are too large, and those that a browser would run with the rights of the site. An SVG is
 * offered as the picture that it is, cleaned.
 */
export function createOfferedFiles({ config, pictures, report }: Input): OfferedFiles {
  const published = new Map<string, PublishedFile>();
  const { limit } = config.attachments;
  const isRefused = ({ path: file, size, inLfs }: Asset, { from, url, place }: Asked): boolean => {
    const format = formatOf(file).toLowerCase();
    if (inLfs && format !== 'svg') report(diagnose('lfs-pointer', from, place, { url }));
    else if (active.has(format))
      report(diagnose('attachment-active', from, place, { url, format: format.toUpperCase() }));
    else if (size > limit) report(diagnose('attachment-too-large', from, place, { url, size, limit }));
    else return false;
    return true;
  };
  const publish = (asset: Asset): Address => {
    const { name, ext } = path.parse(asset.path);
    const ending = ext.toLowerCase().replace(/[^.a-z0-9]/g, '');
    const file = `media/${toSegment(name)}-${asset.digest.slice(0, 10)}${ending}`;
    const { address, output } = toPlace(config, file);
    published.set(output, { output, from: asset.path, digest: asset.digest });
    return address;
  };
  return {
    offer: (asset, asked) => {
      if (isRefused(asset, asked)) return undefined;
      if (formatOf(asset.path).toLowerCase() === 'svg')
        return pictures.full({
          from: asked.from,
          url: asked.url.replace(/[?#].*$/s, ''),
          alt: '',
          ...asked.place,
        })?.src;
      return publish(asset);
    },
    publish,
    published: () => [...published.values()],
  };
}
