/** Fields in which quotation marks are words of the author. */
const prose = new Set(
  'title summary image attachments corrections keyPoints document withdrawal dateline extra description name role'.split(
    ' ',
  ),
);

/** Whether a field is text for readers, in which quotation marks may stand. */
export const isProse = (name: string): boolean => prose.has(name);

/**
 * A value without the typographic quotation marks around it, which word processors make and YAML takes for
 * text: `“2026-11-16”`. Items of lists are read in the same way; the same value when there are none.
 */
export function withoutQuotes(value: unknown): unknown {
  if (typeof value === 'string') return /^\s*[“”„‘’]([^“”„‘’]*)[“”‘’]\s*$/.exec(value)?.[1] ?? value;
  if (!Array.isArray(value)) return value;
  const items = value.map(withoutQuotes);
  return items.some((item, index) => item !== value[index]) ? items : value;
}
