import path from 'node:path';
import { isRemote } from '../addresses/locate.ts';
import type { BlockDefinitions } from '../blocks/block.ts';
import type { SourcePath } from '../brands.ts';
import { shared } from '../bytes/fingerprint.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { ImageField } from '../front-matter/data.ts';
import type { Attachment, Figure, ResolvedReference } from '../props.ts';
import type { PublishedFile } from '../site.ts';
import type { Document, PictureReference } from '../types.ts';
import { createOfferedFiles, formatOf } from './offered-files.ts';
import type { Pictures } from './pictures.ts';
import { createResolveBlock } from './resolve-block.ts';
import { createResolveLink, type LinkContext } from './resolve-link.ts';
import type { Suggest } from './suggest.ts';

export interface Resolver {
  /** What a document's references have become; those that lead nowhere are null, each with a message. */
  readonly references: (document: Exclude<Document, { kind: 'broken' }>) => (ResolvedReference | null)[];
  readonly attachments: (
    from: SourcePath,
    written: readonly { readonly src: string; readonly title?: string }[],
  ) => Attachment[];
  readonly figure: (from: SourcePath, field: ImageField) => Figure | undefined;
  /** Files that the references publish. */
  readonly published: () => PublishedFile[];
}

interface ResolveContext extends Omit<LinkContext, 'offered'> {
  /** What templates say of their blocks. */
  readonly blocks: BlockDefinitions;
  readonly pictures: Pictures;
  readonly suggestFile: Suggest;
}

/** Resolves what bodies and fields point to. */
export function createResolver({ blocks, pictures, suggestFile, ...context }: ResolveContext): Resolver {
  const { publicFiles, assets, report } = context;
  const offered = createOfferedFiles({ ...context, pictures });
  const link = createResolveLink({ ...context, offered });
  const block = createResolveBlock({ ...context, definitions: blocks, offered, pictures, link, suggestFile });

  const picture = (document: Document, reference: PictureReference): ResolvedReference | null => {
    const { url, alt, title, block, line, column } = reference;
    const from = document.path;
    if (isRemote(url)) report(diagnose('remote-picture', from, { line, column }, { url }));
    const shown = isRemote(url) ? { alt, remote: url } : pictures.full({ from, url, alt, line, column });
    if (!shown) return null;
    return {
      kind: 'picture',
      block,
      figure: { picture: shown, ...(title !== undefined && toCaption(title)) },
    };
  };

  const attachment = (from: SourcePath, { src, title }: Written, index: number): Attachment[] => {
    const place = { field: ['attachments', index, 'src'] };
    const file = publicFiles.find({ from, url: src });
    const asset = file && 'file' in file ? assets.get(file.file.path) : undefined;
    if (!asset) {
      const isPrivate = file && 'rule' in file;
      report(
        isPrivate
          ? diagnose(file.rule, from, place, file.values)
          : diagnose('missing-attachment', from, place, suggestFile(src)),
      );
      return [];
    }
    const address = offered.offer(asset, { from, url: src, place });
    if (address === undefined) return [];
    const name = path.basename(asset.path);
    return [
      shared({ title: title ?? name, address, name, format: formatOf(name).toUpperCase(), size: asset.size }),
    ];
  };

  return {
    references: (document) =>
      document.references.map((reference) => {
        if (reference.kind === 'link') return link(document, reference);
        return reference.kind === 'block' ? block(document, reference) : picture(document, reference);
      }),
    attachments: (from, written) => written.flatMap((one, index) => attachment(from, one, index)),
    figure: (from, written) => toFigure(from, written, pictures),
    published: offered.published,
  };
}

/** A picture of the front matter with its caption; undefined where it cannot be shown. */
function toFigure(
  from: SourcePath,
  { src, alt = '', caption, credit }: ImageField,
  pictures: Pictures,
): Figure | undefined {
  const picture = isRemote(src)
    ? { alt, remote: src }
    : pictures.full({ from, url: src, alt, field: ['image', 'src'] });
  return (
    picture &&
    shared({
      picture,
      ...(caption !== undefined && { caption }),
      ...(credit !== undefined && { credit }),
    })
  );
}

/** A caption, and the column that its author wrote at its end: `Bản đồ ngập {.wide}`. */
function toCaption(title: string): Pick<Figure, 'caption' | 'column'> {
  const [written, column] = /\s*\{\.(wide|full)\}\s*$/.exec(title) ?? [];
  const caption = written === undefined ? title : title.slice(0, -written.length);
  return { ...(caption !== '' && { caption }), ...(column && { column: column as 'wide' | 'full' }) };
}

/** An attachment as the front matter has it. */
interface Written {
  readonly src: string;
  readonly title?: string;
}
