import type { Root } from 'hast';
import rehypeHighlight from 'rehype-highlight';
import { VFile } from 'vfile';

const transform = rehypeHighlight({ detect: false });

/**
 * Marks up code blocks of known languages with the classes of highlight.js. Loaded only where a document has
 * code that names its language.
 */
export const highlight = (tree: Root): void => transform(tree, new VFile());
