import { type Pluggable, unified } from 'unified';
import { pluginNameOf } from './guard-plugins.ts';

/** A plugin that cannot be attached: its place in its list, its name where it has one, and what it threw. */
interface BrokenPlugin {
  readonly index: number;
  readonly name: string;
  readonly error: unknown;
}

/** The first of a list of plugins that is none, or that throws where it is attached; undefined when all work. */
export function findBrokenPlugin(plugins: readonly Pluggable[]): BrokenPlugin | undefined {
  for (const [index, plugin] of plugins.entries()) {
    try {
      unified().use([plugin]).freeze();
    } catch (error) {
      return { index, name: pluginNameOf(plugin, index), error };
    }
  }
  return undefined;
}
