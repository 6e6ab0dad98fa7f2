const quotation = /^[ \t]*>/;
const item = /^([ \t]*)(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/;

/** Counts the markers of quotations and list items at the start of a line. */
const countMarkers = (line: string, limit: number): number => {
  let count = 0;
  let rest = line;
  while (count <= limit) {
    const marker = quotation.exec(rest) ?? item.exec(rest);
    if (!marker) break;
    count++;
    rest = rest.slice(marker[0].length);
  }
  return count;
};

/**
 * Whether a text looks nested deeper than `limit` quotations or lists, judged by lines only. It protects
 * remark-parse, whose time is quadratic in the depth; a text that passes may still be too deep.
 */
export const isNestedDeep = (text: string, limit: number): boolean => {
  const indents: number[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (countMarkers(line, limit) > limit) return true;
    const indent = item.exec(line)?.[1]?.length;
    if (indent === undefined) continue;
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    if (indents.length > limit) return true;
  }
  return false;
};
