import type { Blockquote, Code, Heading, List, ListItem, Nodes, Paragraph, Table, TableRow } from 'mdast';

import { datelineToken } from '../tokens.ts';
import { escapeAttribute } from './escape.ts';
import { inline, isOfNote, picture } from './inline.ts';
import { giveUp, isShown, type Printing, say, space } from './printing.ts';

interface Place {
  /** Directly in the document: a paragraph may begin with the dateline. */
  readonly top?: boolean;
  /** The end tag of a paragraph is left to whoever asks. */
  readonly open?: boolean;
}

/** One block, from its start tag to its end tag. */
export const block = (node: Nodes, state: Printing, place: Place = {}): string => {
  state.words.pause();
  const html = element(node, state, place);
  state.words.pause();
  return html;
};

const element = (node: Nodes, state: Printing, place: Place): string => {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, state, place);
    case 'heading':
      return heading(node, state);
    case 'list':
      return list(node, state);
    case 'blockquote':
      return blockquote(node, state);
    case 'table':
      return table(node, state);
    case 'code':
      return code(node, state);
    case 'thematicBreak':
      space(state);
      return '<hr>';
    default:
      return giveUp(state);
  }
};

/** Blocks with line ends before, between and after them. */
export const blocks = (nodes: readonly Nodes[], state: Printing): string => {
  let html = '\n';
  for (const node of nodes) if (isShown(node)) html += `${block(node, state)}\n`;
  return html;
};

const isBlank = (node: Nodes): boolean => node.type === 'text' && !/\S/.test(node.value);

const paragraph = ({ children }: Paragraph, state: Printing, { top = false, open = false }: Place): string => {
  if (!open && children.every(isBlank)) return giveUp(state);
  if (!open && children.every((child) => child.type === 'image' || child.type === 'break' || isBlank(child)) && children.some((child) => child.type === 'image')) {
    return children.map((child) => (child.type === 'image' ? picture(child, state, { block: true }) : '')).join('');
  }
  state.said = '';
  space(state);
  state.within = true;
  const html = inline(children, state);
  state.within = false;
  space(state);
  const marked = top && !state.dateline && /\S/.test(state.said);
  state.dateline ||= marked;
  return `<p>${marked ? datelineToken : ''}${html}${open ? '' : '</p>'}`;
};

const heading = ({ depth, children }: Heading, state: Printing): string => {
  state.said = '';
  const html = inline(children, state);
  if (!/\S/.test(state.said)) return giveUp(state);
  const named = state.naming.name({ rank: depth, text: state.said });
  if (isOfNote(named.id)) return giveUp(state);
  return `<h${named.depth} id="${escapeAttribute(named.id)}">${html}</h${named.depth}>`;
};

const blockquote = ({ children }: Blockquote, state: Printing): string => {
  space(state);
  const html = `<blockquote>${blocks(children, state)}</blockquote>`;
  space(state);
  return html;
};

const list = ({ ordered, start, spread, children }: List, state: Printing): string => {
  const loose = spread || children.some(isLoose);
  const name = ordered ? 'ol' : 'ul';
  let html = `<${name}${typeof start === 'number' && start !== 1 ? ` start="${start}"` : ''}>\n`;
  space(state);
  for (const child of children) html += `${item(child, loose, state)}\n`;
  space(state);
  return `${html}</${name}>`;
};

const isLoose = ({ spread, children }: ListItem): boolean => spread ?? children.length > 1;

const item = ({ checked, children }: ListItem, loose: boolean, state: Printing): string => {
  if (typeof checked === 'boolean') return giveUp(state);
  let html = '';
  let tight = false;
  space(state);
  for (const [index, child] of children.filter(isShown).entries()) {
    tight = child.type === 'paragraph' && !loose;
    if (index > 0 || !tight) html += '\n';
    state.words.pause();
    html += child.type === 'paragraph' && tight ? inline(child.children, state) : block(child, state);
  }
  space(state);
  return `<li>${html}${html === '' || tight ? '' : '\n'}</li>`;
};

const table = ({ align, children: [head, ...rows] }: Table, state: Printing): string => {
  const sides = align ?? [];
  state.table += 1;
  const label = `${state.options.labels.table}${state.tables > 1 ? ` ${state.table}` : ''}`;
  const top = head ? `<thead>\n${row(head, 'th', sides, state)}\n</thead>\n` : '';
  const rest = rows.length > 0 ? `<tbody>\n${rows.map((one) => row(one, 'td', sides, state)).join('\n')}\n</tbody>\n` : '';
  return `<section class="table-scroll" tabindex="0" aria-label="${escapeAttribute(label)}"><table>\n${top}${rest}</table></section>`;
};

const row = ({ children }: TableRow, name: 'th' | 'td', sides: NonNullable<Table['align']>, state: Printing): string => {
  let html = '<tr>\n';
  for (const [index, side] of sides.entries()) {
    const cell = children[index];
    state.words.pause();
    html += `<${name}${side ? ` class="align-${side}"` : ''}>${cell ? inline(cell.children, state) : ''}</${name}>\n`;
  }
  return `${html}</tr>`;
};

/** Code that names its language may be highlighted. */
const code = ({ lang, value }: Code, state: Printing): string => {
  if (lang) return giveUp(state);
  return `<pre tabindex="0"><code>${say(value && `${value}\n`, state)}</code></pre>`;
};
