import type { Root } from 'hast';
import rehypeHighlight from 'rehype-highlight';
import { VFile } from 'vfile';

const transform = rehypeHighlight({ detect: false });

/**
 * Adds highlight.js classes to code blocks of known languages. Loaded only where a document has such code.
 */
export const highlight = (tree: Root): void => transform(tree, new VFile());
