import { readFileSync } from 'node:fs';
import path from 'node:path';
import { documentKind } from '../addresses/document-kind.ts';
import { editionFor } from '../addresses/editions.ts';
import { idOf, nameOf } from '../addresses/language-of.ts';
import { ownPlace, permalink } from '../addresses/permalink.ts';
import { toDocumentSegment, toSegment } from '../addresses/segment.ts';
import type { OutputPath, SourcePath } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { splitFrontMatter } from '../front-matter/split-front-matter.ts';
import { categoryFolders, folderOf, withParents } from '../model/categories.ts';
import { fileSlug } from '../model/document-place.ts';
import type { UnpublishedArticle } from '../model/unpublished.ts';
import type { Document } from '../types.ts';

interface Input {
  /** The site's folder, absolute. */
  readonly root: string;
  readonly config: ResolvedConfig;
  readonly documents: readonly Document[];
  readonly unpublished: readonly UnpublishedArticle[];
  /** Files that have a page. */
  readonly served: ReadonlySet<SourcePath>;
}

/**
 * The files without a page, by the output where it would be: unpublished articles, and files that cannot be
 * used.
 */
export function unservedSources({
  root,
  config,
  documents,
  unpublished,
  served,
}: Input): Map<OutputPath, SourcePath> {
  const hidden = new Set(unpublished.map(({ document }) => document.path));
  const sources = new Map<OutputPath, SourcePath>();
  const categories = categoryFolders(documents, config);
  for (const { path: source } of documents) {
    if (served.has(source) || hidden.has(source)) continue;
    const output = expectedOutput(source, { config, categories, text: read(path.join(root, source)) });
    if (output !== undefined) sources.set(output, source);
  }
  for (const { output, document } of unpublished) sources.set(output, document.path);
  return sources;
}

interface Context {
  readonly config: ResolvedConfig;
  /** The folders below `content/` that are categories. */
  readonly categories: ReadonlySet<string>;
  readonly text: string;
}

/** The folder of the category that a file belongs to by its path. */
const categoryFolder = (source: SourcePath, { config, categories }: Context): string => {
  const folder = folderOf(source, config);
  return withParents(folder).find((each) => categories.has(each)) ?? folder;
};

/** The output that a file would have, by its path and by the fields that can be read without a parser. */
function expectedOutput(source: SourcePath, context: Context): OutputPath | undefined {
  const { text } = context;
  const config = editionFor(source, context.config);
  const split = splitFrontMatter({ text, path: source });
  const head = split.bodyLine > 1 ? split.head : text;
  const field = (name: string): string | undefined =>
    new RegExp(`^[ \\t]*"?${name}"?[ \\t]*[:=][ \\t]*["']?([^"'\\s]+)`, 'm').exec(head)?.[1];
  const kind = documentKind(source, config);
  const toPath = (folders: string): string => folders.split('/').map(toSegment).join('/');
  const slug = toDocumentSegment(field('slug') ?? fileSlug(nameOf(source, config)));
  const own = field('permalink') ?? field('url');
  const ownOutput = own === undefined ? undefined : ownPlace(config, own)?.output;
  if (ownOutput !== undefined && (kind === 'article' || kind === 'page')) return ownOutput;
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(field('date') ?? '') ?? [];
  if (kind === 'article') {
    const key = field('category')?.replace(/^\/|\/$/g, '') ?? categoryFolder(source, context);
    return permalink(config, kind, { category: toPath(key), slug, year, month, day }).output;
  }
  if (kind === 'page') return permalink(config, kind, { slug }).output;
  if (kind === 'category')
    return permalink(config, kind, {
      category: toPath(folderOf(source, config)),
    }).output;
  return kind && permalink(config, kind, { slug: toSegment(idOf(source, config)) }).output;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The file was just removed; the next change is on its way.
    return '';
  }
}
