import type { DocumentKind } from '../types.ts';
import { nameOf, type Trees } from './language-of.ts';
import { isFolderIndex, isMarkdown, withoutEnding } from './markdown-name.ts';

/**
 * The kind of a document, by the place of its Markdown file; undefined for other files and for data
 * (`_name`).
 */
export function documentKind(source: string, trees: Trees): DocumentKind | undefined {
  if (!isMarkdown(source)) return undefined;
  const path = nameOf(source, trees);
  const parts = path.split('/').slice(1);
  const name = parts.at(-1) ?? '';
  const folders = parts.slice(0, -1);
  if (folders[0] === '_authors' && folders.length === 1 && !name.startsWith('_')) return 'author';
  if (folders[0] === '_tags' && folders.length === 1 && !name.startsWith('_')) return 'tag';
  if (folders.some((folder) => folder.startsWith('_'))) return undefined;
  if (name.startsWith('_')) {
    const isIndex = withoutEnding(name).toLowerCase() === '_index';
    return isIndex && folders.length > 0 ? 'category' : undefined;
  }
  if (folders.length === 0 || (folders.length === 1 && isFolderIndex(path))) return 'page';
  return 'article';
}
