/** What stands behind a name and belongs to it, by its letters. */
const titles = new Set(
  `ts ths pgs gs bs ds ls ks cn kts tskh pgsts gsts gstskh ncs tsbs thsbs nsnd nsut jr sr ii iii iv phd md ma ba msc bsc mba mph
  dds jd llm esq rn cpa cfa obe mbe cbe kc qc mp phdmd frs sj op osb`.split(/\s+/),
);
const isTitle = (part: string): boolean => titles.has(part.toLowerCase().replace(/[^a-z]/g, ''));

/** The parts of a text between its commas; a comma within a number (`1,5 triệu`) is none of these. */
export const splitList = (text: string): string[] =>
  text
    .split(/,(?!(?<=\d,)\d)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The names in a byline, each with the titles behind it: `Trần An, TS., Lê Bình` are two. */
export function splitNames(text: string): string[] {
  const names: string[] = [];
  for (const part of splitList(text)) {
    const last = names.length - 1;
    if (last >= 0 && isTitle(part)) names[last] += `, ${part}`;
    else names.push(names.length > 0 ? part.replace(/^(?:and|và)\s+/i, '') : part);
  }
  return names;
}

/** Names, of which those that together are a known one (`Nhóm Kinh tế, Báo Thử`) are joined again. */
export function joinKnown(names: readonly string[], isKnown: (name: string) => boolean): string[] {
  const joined: string[] = [];
  for (let from = 0; from < names.length; ) {
    let end = Math.min(names.length, from + mostJoined);
    while (end > from + 1 && !isKnown(names.slice(from, end).join(', '))) end--;
    joined.push(names.slice(from, end).join(', '));
    from = end;
  }
  return joined;
}
/** No name has more commas. */
const mostJoined = 4;
