import type { Node } from 'mdast';
import { wrap } from 'trough';
import type { Pluggable, PluggableList, Plugin, Processor } from 'unified';
import type { VFile } from 'vfile';

/** One of the site's own plugins threw; `cause` is what it threw. */
export class PluginFailure extends Error {
  override readonly name = 'PluginFailure';
  /** The plugin's name, or its position in the list. */
  readonly plugin: string;

  constructor(plugin: string, cause: unknown) {
    super(`the plugin ${plugin} failed`, { cause });
    this.plugin = plugin;
  }
}

/** The name of a plugin's function, or the plugin's position in the list when it has none: `#1`. */
export function pluginNameOf(plugin: Pluggable, index: number): string {
  const written: unknown = Array.isArray(plugin) ? plugin[0] : plugin;
  return typeof written === 'function' && written.name !== '' ? written.name : `#${index + 1}`;
}

type Transform = (tree: Node, file: VFile, next: (...results: readonly unknown[]) => void) => unknown;
type AnyPlugin = Plugin<unknown[], Node, Node>;

/**
 * Wraps plugins such that what one throws, or reports as an error, becomes a {@link PluginFailure} with its
 * name; the same for a tree whose root is no `root`.
 */
export function guardPlugins(plugins: PluggableList): PluggableList {
  // A plugin that is listed twice is attached once, with the options of both.
  const guardByPlugin = new Map<unknown, AnyPlugin>();
  const guard = (plugin: AnyPlugin, name: string): AnyPlugin => {
    const guarded = guardByPlugin.get(plugin) ?? guardPlugin(plugin, name);
    guardByPlugin.set(plugin, guarded);
    return guarded;
  };
  const guardAny = (written: Pluggable, index: number): Pluggable => {
    const name = pluginNameOf(written, index);
    if (typeof written === 'function') return guard(written, name);
    if (Array.isArray(written)) return [guard(written[0], name), ...written.slice(1)];
    return written.plugins ? { ...written, plugins: written.plugins.map(guardAny) } : written;
  };
  return plugins.map(guardAny);
}

function guardPlugin(plugin: AnyPlugin, name: string): AnyPlugin {
  return function (this: Processor, ...options: unknown[]) {
    const transform = attach(() => plugin.apply(this, options), name);
    if (typeof transform !== 'function') return transform;
    const guarded: Transform = (tree, file, next) =>
      wrap(transform, (error, ...results) => {
        const failure = error ?? problemOf(results[0]);
        next(...(failure ? [new PluginFailure(name, failure)] : [null, ...results]));
      })(tree, file);
    return guarded as ReturnType<AnyPlugin>;
  };
}

function attach<Value>(work: () => Value, name: string): Value {
  try {
    return work();
  } catch (cause) {
    throw new PluginFailure(name, cause);
  }
}

const problemOf = (tree: unknown): Error | undefined =>
  typeof tree === 'object' && tree !== null && Reflect.get(tree, 'type') !== 'root'
    ? new Error(`it returned a node of type ${String(Reflect.get(tree, 'type'))} for the tree`)
    : undefined;
