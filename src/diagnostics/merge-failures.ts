import type { Diagnostic } from './diagnostic.ts';

/**
 * One message for each place at which templates threw, however many pages it cost: it names the first of
 * them. The others as they are, in their order.
 */
export function mergeFailures(messages: readonly Diagnostic[]): Diagnostic[] {
  const merged = new Map<string | Diagnostic, Diagnostic>();
  for (const message of messages) {
    const { rule, path, line, column, values } = message;
    const key = rule === 'template-failed' ? `${path}:${line}:${column}` : message;
    const earlier = merged.get(key);
    if (!earlier) merged.set(key, message);
    else {
      const first = String(values.output) < String(earlier.values.output) ? message : earlier;
      merged.set(key, {
        ...first,
        values: { ...first.values, others: Number(earlier.values.others ?? 0) + 1 },
      });
    }
  }
  return [...merged.values()];
}
