/** A written value as messages show it, cut where it is long. */
export function showValue(value: unknown): string {
  const text =
    typeof value === 'string'
      ? `“${value}”`
      : typeof value === 'function'
        ? 'function'
        : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
