import { MAX_BLOCK_DEPTH } from './limits.ts';

interface Fence {
  readonly line: number;
  readonly column: number;
}

const fence = /^[ \t>*+\d.)-]*?(:{3,})(?=[ \t]*$|[^\s:])/;

/**
 * Lines that open a container within {@link MAX_BLOCK_DEPTH} others, judged by lines only: the first fence at
 * least as long as a container's own closes it.
 */
export function deepFences(text: string): Fence[] {
  const deep: Fence[] = [];
  let open: number[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const [before = '', { length } = ''] = fence.exec(line) ?? [];
    if (length === 0) continue;
    if (/^[ \t]*$/.test(line.slice(before.length))) {
      const outermost = open.findIndex((size) => size <= length);
      if (outermost >= 0) open = open.slice(0, outermost);
    } else if (open.length < MAX_BLOCK_DEPTH) open.push(length);
    else deep.push({ line: index + 1, column: before.length - length + 1 });
  }
  return deep;
}
