import type { Diagnostic } from './diagnostic.ts';

/** Rules about a category that concern all its articles. */
const ofCategory = new Set<string>([
  'foreign-category',
  'unknown-category',
  'held-back-category',
  'approval-no-editors',
  'approval-unknown-editors',
]);

/** What messages must share to be merged; undefined for a message that is not merged. */
function toGroup({ rule, path, line, column, values }: Diagnostic): string | undefined {
  if (rule === 'template-failed') return `${rule} ${path}:${line}:${column}`;
  if (rule === 'other-name' || (rule === 'unknown-key' && values.near === undefined))
    return `${rule} ${values.key}`;
  return ofCategory.has(rule) ? `${rule} ${values.folder ?? values.category}` : undefined;
}

/**
 * Merges messages: one for each position at which templates threw, for each key and each category of another
 * system, and for each category whose articles cannot be published. It names the first file. Other messages
 * stay, and so does the order.
 */
export function mergeRepeated(messages: readonly Diagnostic[]): Diagnostic[] {
  const merged = new Map<string | Diagnostic, Diagnostic>();
  for (const message of messages) {
    const key = toGroup(message) ?? message;
    const earlier = merged.get(key);
    if (!earlier) merged.set(key, message);
    else {
      const isFirst =
        message.rule === 'template-failed' && String(message.values.output) < String(earlier.values.output);
      const first = isFirst ? message : earlier;
      merged.set(key, {
        ...first,
        values: { ...first.values, others: Number(earlier.values.others ?? 0) + 1 },
      });
    }
  }
  return [...merged.values()];
}
