import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { VFile } from 'vfile';

const parse = rehypeRaw();

/**
 * The tree with its raw nodes parsed as a browser would, and all of it nested as HTML demands. Loaded only
 * where a document has raw HTML.
 */
export const parseHtml = (tree: Root): Root => parse(tree, new VFile());
