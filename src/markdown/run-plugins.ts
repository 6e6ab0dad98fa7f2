import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { type PluggableList, unified } from 'unified';
import type { VFile } from 'vfile';

/** One of the site's own plugins threw; `cause` is what it threw. */
export class PluginFailure extends Error {
  override readonly name = 'PluginFailure';
}

export type RunPlugins<Tree extends Root | HtmlRoot> = (tree: Tree, file: VFile) => Promise<Tree>;

/**
 * Attaches the site's own plugins once, to run on many trees; absent when there is none. Throws a {@link
 * PluginFailure} if one refuses its options.
 */
export const createRunPlugins = <Tree extends Root | HtmlRoot>(
  plugins: PluggableList,
  isTree: (node: { readonly type: string }) => node is Tree,
): RunPlugins<Tree> | undefined => {
  if (plugins.length === 0) return undefined;
  const attach = () => {
    try {
      return unified().use(plugins).freeze();
    } catch (cause) {
      throw new PluginFailure('a plugin could not be attached', { cause });
    }
  };
  const processor = attach();
  return async (tree, file) => {
    const result = await processor.run(tree, file).catch((cause: unknown) => {
      throw new PluginFailure('a plugin threw', { cause });
    });
    if (!isTree(result))
      throw new PluginFailure(`a plugin returned a node of type ${result.type} for the tree`);
    return result;
  };
};
