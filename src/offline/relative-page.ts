import path from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { changeAddresses } from '../addresses/change-addresses.ts';
import type { OutputPath } from '../brands.ts';

/** The relative address of a file, from a page or style sheet of the copy. Other addresses do not change. */
export type ToRelative = (from: OutputPath, address: string) => string;

/**
 * Makes addresses of the site relative. `toOutput` gives the output for an address of the site, and undefined
 * for other addresses.
 */
export const createToRelative =
  (toOutput: (address: string) => OutputPath | undefined): ToRelative =>
  (from, written) => {
    const [, address = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(written) ?? [];
    const output = /^\/(?!\/)/.test(address) ? toOutput(address) : undefined;
    return output === undefined ? written : path.posix.relative(path.posix.dirname(from), output) + rest;
  };

interface Input {
  /** Output path of the page. */
  readonly page: OutputPath;
  readonly toRelative: ToRelative;
  /** The script that replaces `fetch`. */
  readonly script: OutputPath;
  /** Called for each file or folder that a script of the page reads. */
  readonly reads: (address: string) => void;
}

const processor = unified().use(rehypeParse).use(rehypeStringify).freeze();

/**
 * A page that works from a disk, where browsers read no files and addresses that begin with `/` lead nowhere.
 */
export function relativePage(html: string, { page, toRelative, script, reads }: Input): string {
  const tree: Root = processor.parse(html);
  const relative = (address: string): string => toRelative(page, address);
  const toScript = (src: string): ElementContent => ({
    type: 'element',
    tagName: 'script',
    properties: { src },
    children: [],
  });
  visit(tree, 'element', (element, index, parent) => {
    if (isOfServers(element) && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    const { dataIndex, dataViews, dataHelp } = element.properties;
    makeRelative(element, relative);
    const file = dataIndex ?? dataViews;
    if (typeof file === 'string' && parent && index !== undefined) {
      reads(file);
      const scripts = [path.posix.relative(path.posix.dirname(page), script)];
      // The search would import its aids, which does not work from a disk either.
      if (typeof dataHelp === 'string') scripts.push(relative(dataHelp));
      parent.children.splice(index, 0, ...scripts.map(toScript));
      return index + scripts.length + 1;
    }
    return undefined;
  });
  return processor.stringify(tree);
}

/** Links that browsers refuse to read from a disk, with an error in the console. */
const isOfServers = ({ tagName, properties: { rel } }: Element): boolean =>
  tagName === 'link' && Array.isArray(rel) && (rel.includes('manifest') || rel.includes('preload'));

/** Addresses that only scripts read. */
const ofScripts = ['dataIndex', 'dataHelp', 'dataViews'];

function makeRelative({ tagName, properties }: Element, relative: (address: string) => string): void {
  changeAddresses(properties, relative, ['action', ...ofScripts]);
  // A folder, to which file names are appended.
  if (typeof properties.dataIndex === 'string')
    properties.dataIndex = properties.dataIndex.replace(/index\.html$/, '');
  // Pages from a disk have no origin, by which players know who embeds them.
  delete properties.dataPlayer;
  if (tagName === 'meta' && typeof properties.content === 'string' && properties.httpEquiv)
    properties.content = properties.content.replace(/(?<=^\d+;\s*url=).*/is, (address) => relative(address));
}
