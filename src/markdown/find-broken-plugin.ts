import { type Pluggable, unified } from 'unified';
import { pluginNameOf } from './guard-plugins.ts';

/** A plugin that cannot be attached: its index in the list, its name if it has one, and what it threw. */
interface BrokenPlugin {
  readonly index: number;
  readonly name: string;
  readonly error: unknown;
}

/** The first plugin in a list that is invalid or throws when attached; undefined when all work. */
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

/** The message of an error and of its causes. Never throws, whatever the value. */
export const reasonOf = (error: unknown): string => {
  const reasons: string[] = [];
  let current = error;
  while (current instanceof Error && reasons.length < 5) {
    reasons.push(current.message || current.name);
    current = current.cause;
  }
  if (reasons.length === 0)
    reasons.push(typeof error === 'string' ? error : `${Object.prototype.toString.call(error)}`);
  return reasons.join(': ');
};
