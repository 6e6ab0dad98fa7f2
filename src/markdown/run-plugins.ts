import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { type PluggableList, unified } from 'unified';
import type { VFile } from 'vfile';
import { guardPlugins } from './guard-plugins.ts';

export type RunPlugins<Tree extends Root | HtmlRoot> = (tree: Tree, file: VFile) => Promise<Tree>;

/**
 * Attaches the site's own plugins once, to run on many trees; undefined when there are none. What a plugin
 * throws, here or later, is a `PluginFailure`.
 */
export const createRunPlugins = <Tree extends Root | HtmlRoot>(
  plugins: PluggableList,
  isTree: (node: { readonly type: string }) => node is Tree,
): RunPlugins<Tree> | undefined => {
  if (plugins.length === 0) return undefined;
  const processor = unified().use(guardPlugins(plugins)).freeze();
  return async (tree, file) => {
    const result = await processor.run(tree, file);
    if (!isTree(result)) throw new TypeError(`the tree is a node of type ${result.type}`);
    return result;
  };
};
