import type { Diagnostic } from './diagnostic.ts';

/** Rules that say of a category what concerns all its articles. */
const ofCategory = new Set<string>([
  'foreign-category',
  'unknown-category',
  'held-back-category',
  'approval-no-editors',
  'approval-unknown-editors',
]);

/** What messages have in common that are said once; undefined for one that stands for itself. */
function toGroup({ rule, path, line, column, values }: Diagnostic): string | undefined {
  if (rule === 'template-failed') return `${rule} ${path}:${line}:${column}`;
  if (rule === 'other-name' || (rule === 'unknown-key' && values.near === undefined))
    return `${rule} ${values.key}`;
  return ofCategory.has(rule) ? `${rule} ${values.folder ?? values.category}` : undefined;
}

/**
 * One message for each place at which templates threw, however many pages it cost, for each key and each
 * category of another system, however many files have it, and for each category whose articles cannot be
 * published: it names the first of them. The others as they are, in their order.
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
