import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { VFile } from 'vfile';

const parse = rehypeRaw();

/**
 * Parses the raw nodes of a tree like a browser, so that everything is nested as HTML requires. Loaded only
 * where a document has raw HTML.
 */
export const parseHtml = (tree: Root): Root => parse(tree, new VFile());
