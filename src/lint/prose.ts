import type { Nodes, PhrasingContent, Text } from 'mdast';
import { withRealD } from '../addresses/slug.ts';
import type { LintInput } from './lint-rule.ts';
import { nodes } from './nodes.ts';
import { toSourceOffset } from './to-source-offset.ts';

export interface Prose {
  /**
   * The words of a paragraph, a heading or a cell, whatever marks stand around them; U+FFFC for what is no
   * words: code, a picture, an address.
   */
  readonly text: string;
  /** Place in the file of a character. */
  readonly placeOf: (index: number) => { line: number; column: number };
}

const blocks = new Set<Nodes['type']>(['paragraph', 'heading', 'tableCell']);
const other = '\uFFFC';

/** The running text of a body, block by block. */
export function* prose(input: Pick<LintInput, 'tree' | 'matter'>): Generator<Prose> {
  for (const block of nodes(input.tree)) {
    if (!blocks.has(block.type)) continue;
    const parts = [...textsOf(block)];
    const starts: number[] = [];
    let text = '';
    for (const part of parts) {
      starts.push(text.length);
      text += typeof part === 'string' ? part : withRealD(part.value);
    }
    yield {
      text,
      placeOf: (index) => {
        const at = starts.findLastIndex((start, part) => start <= index && typeof parts[part] !== 'string');
        const node = parts[at];
        return node === undefined || typeof node === 'string'
          ? placeInBody(input, block.position?.start.offset ?? 0)
          : placeInText(input, node, index - (starts[at] ?? 0));
      },
    };
  }
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

/** A link whose words are an address. */
const isAddress = (url: string, [first, ...rest]: readonly PhrasingContent[]): boolean =>
  first?.type === 'text' &&
  rest.length === 0 &&
  (first.value === url || /^(?:[a-z]+:|www\.)\S+$/i.test(first.value));

const placeInText = (
  { matter }: Pick<LintInput, 'matter'>,
  node: Text,
  index: number,
): { line: number; column: number } => {
  const { start, end } = node.position ?? {};
  const offset = start?.offset ?? 0;
  return placeInBody(
    { matter },
    offset + toSourceOffset({ source: matter.body.slice(offset, end?.offset), value: node.value, index }),
  );
};

function placeInBody(
  { matter }: Pick<LintInput, 'matter'>,
  offset: number,
): { line: number; column: number } {
  const before = matter.body.slice(0, offset).split('\n');
  return { line: matter.bodyLine + before.length - 1, column: (before.at(-1) ?? '').length + 1 };
}
