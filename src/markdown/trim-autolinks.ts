import type { Link, Nodes, Parents, Root, Text } from 'mdast';
import { everyNode } from './every-node.ts';

/**
 * Typographic and East Asian punctuation, which is percent-encoded in addresses: a bare address ends there.
 */
const end = /[“”„‟«»‹›…\u00A0\u200B\u3000-\u3002\u3008-\u3011\uFF01\uFF08\uFF09\uFF0C\uFF1A\uFF1B\uFF1F]/;
/** Characters that may be in an address, but at its end belong to the sentence. */
const trailing = new Set('?!.,:;*_~\'"‘’–—');
const bare = /^(?:https?:\/\/|www\.)/i;
const present = /https?:\/\/|www\./i;

/** The address at the beginning of a bare address; empty when no host name is left. */
const addressIn = (written: string): string => {
  const marked = written.search(end);
  let length = marked < 0 ? written.length : marked;
  for (;;) {
    if (trailing.has(written.charAt(length - 1))) length -= 1;
    else if (written.endsWith('./', length)) length -= 2;
    else break;
  }
  const address = written.slice(0, length);
  return /^(?:https?:\/\/|www\.)[^/?#]/i.test(address) ? address : '';
};

/** The source of a link that is only an address, neither in `<>` nor in `[]()`. */
const isBare = ({ position, children: [text, ...rest] }: Link, source: string): string | undefined =>
  text?.type === 'text' &&
  rest.length === 0 &&
  bare.test(text.value) &&
  (position?.start.offset === undefined || !/[<[]/.test(source.charAt(position.start.offset)))
    ? text.value
    : undefined;

/** The shortened link, and the text that was cut off, both with their positions. */
const cut = (link: Link, address: string, rest: string): [Link, Text] => {
  const { start, end: last } = link.position ?? {};
  const middle = last && {
    line: last.line,
    column: last.column - rest.length,
    ...(last.offset !== undefined && { offset: last.offset - rest.length }),
  };
  const position = start && middle && { position: { start, end: middle } };
  return [
    {
      ...link,
      url: /^www\./i.test(address) ? `http://${address}` : address,
      children: [{ type: 'text', value: address, ...position }],
      ...position,
    },
    { type: 'text', value: rest, ...(middle && last && { position: { start: middle, end: last } }) },
  ];
};

/** Joins adjacent texts, as a parser would return them. */
const join = (children: readonly Nodes[]): Nodes[] => {
  const joined: Nodes[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.type !== 'text' || last?.type !== 'text') {
      joined.push(child);
      continue;
    }
    last.value += child.value;
    if (last.position && child.position)
      last.position = { start: last.position.start, end: child.position.end };
    else delete last.position;
  }
  return joined;
};

const trimIn = (parent: Parents, source: string): void => {
  let changed = false;
  const children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
    const written = child.type === 'link' ? isBare(child, source) : undefined;
    if (child.type !== 'link' || written === undefined) return [child];
    const address = addressIn(written);
    if (address === written) return [child];
    changed = true;
    if (address === '')
      return child.children.map((text) => ({ ...text, ...(child.position && { position: child.position }) }));
    return cut(child, address, written.slice(address.length));
  });
  if (changed) parent.children = join(children) as typeof parent.children;
};

/**
 * Shortens bare addresses, which in GitHub's syntax end at the next space: they end before typographic marks
 * (`”`, `»`, `…`) and before the `./.` of Vietnamese official texts. The same for both parsers. Changes the
 * tree.
 */
export const trimAutolinks = (tree: Root, source: string): Root => {
  if (!present.test(source)) return tree;
  for (const node of everyNode(tree))
    if ('children' in node && node.children.some((child) => child.type === 'link')) trimIn(node, source);
  return tree;
};
