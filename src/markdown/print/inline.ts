import type { FootnoteReference, Image, Link, Nodes } from 'mdast';
import { normalizeUri } from 'micromark-util-sanitize-uri';
import { trimLines } from 'trim-lines';

import { addReference } from '../add-reference.ts';
import { altProblem } from '../alt-problem.ts';
import { classifyUrl } from '../classify-url.ts';
import { readableUrl } from '../readable-url.ts';
import { linkEnd } from '../tokens.ts';
import { escapeAttribute } from './escape.ts';
import { giveUp, type Printing, say, space } from './printing.ts';

/** What stands in a line. */
export const inline = (nodes: readonly Nodes[], state: Printing): string => {
  let html = '';
  let after: Nodes['type'] | undefined;
  for (const node of nodes) {
    if (after === 'break' && node.type !== 'text') return giveUp(state);
    html += node.type === 'text' ? say(after === 'break' ? trim(node.value).replace(/^[\t ]+/, '') : trim(node.value), state) : span(node, state);
    after = node.type;
  }
  return html;
};

/** White space beside the ends of lines goes away. */
const trim = (text: string): string => (text.includes('\n') || text.includes('\r') ? trimLines(text) : text);

const span = (node: Nodes, state: Printing): string => {
  switch (node.type) {
    case 'emphasis':
      return `<em>${inline(node.children, state)}</em>`;
    case 'strong':
      return `<strong>${inline(node.children, state)}</strong>`;
    case 'delete':
      return `<del>${inline(node.children, state)}</del>`;
    case 'inlineCode':
      return `<code>${say(node.value.replace(/\r?\n|\r/g, ' '), state)}</code>`;
    case 'break':
      space(state);
      return `<br>${say('\n', state)}`;
    case 'link':
      return link(node, state);
    case 'image':
      return picture(node, state, { block: false });
    case 'footnoteReference':
      return mark(node, state);
    default:
      return giveUp(state);
  }
};

const link = ({ url, title, children, position }: Link, state: Printing): string => {
  const text = inline(children, state);
  const href = normalizeUri(url);
  const written = title ?? undefined;
  const attributes = `href="${escapeAttribute(href)}"${written === undefined ? '' : ` title="${escapeAttribute(written)}"`}`;
  switch (classifyUrl(href, state.options).kind) {
    case 'external':
      return `<a ${attributes} class="external" rel="external noopener">${text}</a>`;
    case 'contact':
      return `<a ${attributes}>${text}</a>`;
    case 'internal': {
      if (!position) return giveUp(state);
      const token = addReference(state.references, { kind: 'link', url: readableUrl(href), ...(written !== undefined && { title: written }), ...state.options.locate(position.start) });
      return `${token}${text}${linkEnd}`;
    }
    default:
      return giveUp(state);
  }
};

/** A picture's token. */
export const picture = ({ url, title, alt, position }: Image, state: Printing, { block: alone }: { readonly block: boolean }): string => {
  const src = normalizeUri(url);
  const words = alt ?? '';
  const written = title ?? undefined;
  const { kind } = classifyUrl(src, state.options);
  if (src === '' || kind === 'unsafe' || kind === 'contact' || altProblem(words) || !position) return giveUp(state);
  const { line, column } = state.options.locate(position.start);
  return addReference(state.references, { kind: 'picture', url: readableUrl(src), alt: words, ...(written !== undefined && { title: written }), block: alone, line, column });
};

/** Begins the ids of notes. */
export const prefix = 'user-content-';
/** Whether an id is one of those that notes have. */
export const isOfNote = (id: string): boolean => id === 'footnote-label' || id.startsWith(prefix);

/** The number of a note. */
const mark = ({ identifier }: FootnoteReference, state: Printing): string => {
  const key = identifier.toUpperCase();
  const name = identifier.toLowerCase();
  if (!/^[\w-]+$/.test(name) || !state.notes.definitions.has(key)) return giveUp(state);
  const { counts } = state.notes;
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  const id = `${prefix}fnref-${name}${count > 1 ? `-${count}` : ''}`;
  if (state.ids.has(id)) return giveUp(state);
  state.ids.add(id);
  const number = String([...counts.keys()].indexOf(key) + 1);
  state.said += number;
  return `<sup><a href="#${prefix}fn-${name}" id="${id}" data-footnote-ref aria-describedby="footnote-label">${number}</a></sup>`;
};
