import type { Nodes, PhrasingContent, Text } from 'mdast';
import { location } from 'vfile-location';
import { withRealD } from '../addresses/slug.ts';
import { lazy } from '../bytes/lazy.ts';
import { everyNode } from '../markdown/every-node.ts';
import type { LintInput } from './lint-rule.ts';
import { createSourceOffset } from './to-source-offset.ts';

export interface Prose {
  /**
   * The words of a paragraph, heading or cell without markup. U+FFFC stands for what is no word: code, a
   * picture, an address.
   */
  readonly text: string;
  /** Position in the file of a character. */
  readonly placeOf: (index: number) => { line: number; column: number };
}

const blocks = new Set<Nodes['type']>(['paragraph', 'heading', 'tableCell']);
const other = '\uFFFC';

/** The running text of a body, block by block. The cost of positions is linear in the text between them. */
export function* prose({ tree, matter }: Pick<LintInput, 'tree' | 'matter'>): Generator<Prose> {
  const points = lazy(() => location(matter.body));
  const placeInBody = (offset: number): { line: number; column: number } => {
    const { line, column } = points().toPoint(offset) ?? { line: 1, column: 1 };
    return { line: matter.bodyLine + line - 1, column };
  };
  for (const block of everyNode(tree)) {
    if (!blocks.has(block.type)) continue;
    const starts: number[] = [];
    const offsets: ((index: number) => number)[] = [];
    let text = '';
    for (const part of textsOf(block)) {
      if (typeof part !== 'string') {
        starts.push(text.length);
        offsets.push(offsetsOf(part, matter.body));
      }
      text += typeof part === 'string' ? part : withRealD(part.value);
    }
    yield {
      text,
      placeOf: (index) => {
        const at = lastUpTo(starts, index);
        return placeInBody(offsets[at]?.(index - (starts[at] ?? 0)) ?? block.position?.start.offset ?? 0);
      },
    };
  }
}

/** Index of the last number that is at most `most`, in an ascending list; -1 when there is none. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Offsets in the body of the characters of a text. */
function offsetsOf({ position, value }: Text, body: string): (index: number) => number {
  const start = position?.start.offset ?? 0;
  const offset = lazy(() => createSourceOffset({ source: body.slice(start, position?.end.offset), value }));
  return (index) => start + offset()(index);
}

function* textsOf(node: Nodes): Generator<Text | string> {
  const children: readonly PhrasingContent[] = 'children' in node ? (node.children as PhrasingContent[]) : [];
  for (const child of children) {
    if (child.type === 'text') yield child;
    else if (child.type === 'break') yield '\n';
    else if (child.type === 'link' && isAddress(child.url, child.children)) yield other;
    else if ('children' in child) yield* textsOf(child);
    else if (child.type !== 'html' && child.type !== 'footnoteReference') yield other;
  }
}

/** Whether a link's text is an address. */
const isAddress = (url: string, [first, ...rest]: readonly PhrasingContent[]): boolean =>
  first?.type === 'text' &&
  rest.length === 0 &&
  (first.value === url || /^(?:[a-z]+:|www\.)\S+$/i.test(first.value));
