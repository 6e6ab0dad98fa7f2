import type { Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { Directives } from 'mdast-util-directive';
import { type BlockNames, findBlock, type NamedBlock } from '../blocks/block.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { BLOCK, INLINE_BLOCK, type WrittenBlock, withBlock } from './block-element.ts';
import type { Walk } from './walk.ts';

interface Input {
  readonly text: string;
  readonly names: BlockNames;
  readonly report: Walk['report'];
}

/**
 * Turns directives into blocks, in place. Those that a plugin of the site handled (`data.hName`) are left
 * alone. Unknown ones on lines of their own are reported and keep their words; within a line they stay text.
 */
export function judgeDirectives(tree: Root, input: Input): void {
  visit(tree, input);
}

function visit(parent: Parents | Directives, input: Input): void {
  const children: readonly RootContent[] = parent.children;
  let isChanged = false;
  const judged = children.flatMap((child): RootContent[] => {
    if ('children' in child) visit(child, input);
    const result = judge(child, input);
    if (result) isChanged = true;
    return result ?? [child];
  });
  if (isChanged) (parent as { children: RootContent[] }).children = judged;
}

/** The nodes that replace a node; undefined where it stays. */
function judge(node: RootContent, input: Input): RootContent[] | undefined {
  if (node.type === 'paragraph') {
    reportOtherForm(node, input);
    return undefined;
  }
  if (!isDirective(node) || node.data?.hName !== undefined) return undefined;
  const named = findBlock(input.names, node.name);
  if (node.type === 'textDirective') {
    if (!named?.inline) return asWritten(node, input);
  } else {
    if (node.type === 'containerDirective') reportUnclosed(node, input);
    if (!named) return unknown(node, input);
  }
  toBlock(node, named, input);
  return undefined;
}

const isDirective = (node: Nodes): node is Directives =>
  node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective';

/** Gives a directive the data from which remark-rehype makes its element. */
function toBlock(node: Directives, named: NamedBlock, { text }: Input): void {
  const { block, kind, inline } = named;
  const form =
    node.type === 'textDirective' ? 'inline' : node.type === 'leafDirective' ? 'leaf' : 'container';
  const label = labelOf(node);
  const isLabelled = form === 'container' || (form === 'leaf' && !inline);
  if (node.type === 'containerDirective') node.children = node.children.filter((child) => !isLabel(child));
  else if (isLabelled) node.children = [];
  const written: WrittenBlock = {
    block,
    name: node.name,
    form,
    ...(isLabelled && label !== '' && { label }),
    attributes: placedAttributes(node, text, kind),
  };
  const element = withBlock(written, form === 'inline' ? INLINE_BLOCK : BLOCK);
  Object.assign((node.data ??= {}), element);
}

const isLabel = (node: Nodes): boolean =>
  node.type === 'paragraph' &&
  (node.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true;

/** The text in the brackets. */
function labelOf(node: Directives): string {
  const label = node.type === 'containerDirective' ? node.children.find(isLabel) : node;
  return label ? wordsOf(label).trim() : '';
}

const wordsOf = (node: Nodes): string =>
  'children' in node ? node.children.map(wordsOf).join('') : 'value' in node ? node.value : '';

/** Attributes with their positions. */
function placedAttributes(
  node: Directives,
  text: string,
  kind: string | undefined,
): WrittenBlock['attributes'] {
  const start = node.position?.start.offset ?? 0;
  const label = node.type === 'containerDirective' ? node.children.find(isLabel) : node.children.at(-1);
  const from = label?.position?.end.offset ?? start;
  const end = text.indexOf('\n', from);
  const opening = text.slice(start, end < 0 ? undefined : end);
  const braces = opening.indexOf('{', from - start);
  const placed: Record<string, WrittenBlock['attributes'][string]> = {};
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  if (kind !== undefined) placed.kind = [kind, line, column];
  for (const [key, value] of Object.entries(node.attributes ?? {})) {
    const at = braces < 0 ? -1 : indexOfKey(opening, key, braces);
    placed[key] = [value ?? '', line, column + Math.max(0, at)];
  }
  return placed;
}

/**
 * Index of an attribute name in braces: after white space or the brace, and before what cannot be part of it.
 */
function indexOfKey(opening: string, key: string, from: number): number {
  for (let at = opening.indexOf(key, from); at >= 0; at = opening.indexOf(key, at + 1)) {
    if (/[\s{]/.test(opening[at - 1] ?? '') && /[\s=}]/.test(opening[at + key.length] ?? '}')) return at;
  }
  return -1;
}

/** The node's source. */
const sourceOf = ({ position }: Nodes, text: string): string =>
  text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);

/** An unknown inline directive, as its author wrote it. */
function asWritten(node: Directives, { text }: Input): RootContent[] {
  const source = sourceOf(node, text);
  const [first, last] = [node.children[0], node.children.at(-1)];
  const start = node.position?.start.offset ?? 0;
  if (!first?.position || !last?.position) return [{ type: 'text', value: source }];
  return [
    { type: 'text', value: source.slice(0, (first.position.start.offset ?? 0) - start) },
    ...(node.children as PhrasingContent[]),
    { type: 'text', value: source.slice((last.position.end.offset ?? 0) - start) },
  ];
}

/** Reports an unknown name. The words stay. */
function unknown(node: Directives, { text, names, report }: Input): RootContent[] {
  const near = nearest(node.name, Object.keys(names));
  report('block-unknown', { name: node.name, ...(near !== undefined && { near }) }, node.position?.start);
  if (node.type === 'containerDirective') return node.children;
  const { position } = node;
  const words = { type: 'text' as const, value: sourceOf(node, text), ...(position && { position }) };
  return [{ type: 'paragraph', children: [words], ...(position && { position }) }];
}

/** Reports a container whose last line is no fence, or a shorter one. */
function reportUnclosed(node: Directives, { text, report }: Input): void {
  const lines = sourceOf(node, text).split(/\r\n|\n|\r/);
  const size = /^:*/.exec(lines[0] ?? '')?.[0].length ?? 0;
  const last = lines.length > 1 ? (/(:+)[ \t]*$/.exec(lines.at(-1) ?? '')?.[1]?.length ?? 0) : 0;
  const fence = ':'.repeat(size);
  if (last < size)
    report('block-unclosed', { name: node.name, fence, around: `${fence}:` }, node.position?.start);
}

const otherForm = /^(:{3,})(?:[ \t]+(?=\S)|(?=[\p{L}\p{N}_-]+[ \t]+\S))([\p{L}\p{N}_-]+)[ \t]*(.*)/u;

/** Reports `::: note` and `:::note Title`, the forms of other tools. */
function reportOtherForm(node: Extract<RootContent, { type: 'paragraph' }>, { names, report }: Input): void {
  const [first] = node.children;
  const [, colons = '', name = '', words = ''] =
    (first?.type === 'text' && otherForm.exec(first.value)) || [];
  if (colons === '' || isLabel(node)) return;
  const title = words
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/[[\]{}]/g, '')
    .trim();
  const meant = findBlock(names, name) ? name : nearest(name, Object.keys(names));
  const form = `${colons}${meant ?? name}${title && `[${title.slice(0, 60)}]`}`;
  report('block-form', { form }, node.position?.start);
}
