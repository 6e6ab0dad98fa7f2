import type { Nodes } from 'hast';

import { parseHtml } from '../../src/markdown/parse-html.ts';

const blocks = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'li',
  'table',
  'thead',
  'tbody',
  'tr',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
  'hr',
  'br',
  'dl',
  'dt',
  'dd',
  'section',
  'details',
  'summary',
]);

const isBlock = (node: Nodes | undefined): boolean =>
  node === undefined || (node.type === 'element' && blocks.has(node.tagName));

const write = (node: Nodes, preformatted: boolean): string => {
  if (node.type === 'text') return node.value;
  if (node.type === 'comment') return `<!--${node.value}-->`;
  if (!('children' in node)) return '';
  const within = preformatted || (node.type === 'element' && node.tagName === 'pre');
  const children = node.children
    .map((child, index) => {
      const text = write(child, within);
      if (child.type !== 'text' || within) return text;
      const from =
        isBlock(node.children[index - 1]) && (index > 0 || isBlock(node) || node.type === 'root')
          ? text.trimStart()
          : text;
      return isBlock(node.children[index + 1]) &&
        (index + 1 < node.children.length || isBlock(node) || node.type === 'root')
        ? from.trimEnd()
        : from;
    })
    .join('');
  if (node.type !== 'element') return children;
  const attributes = Object.entries(node.properties)
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .sort()
    .join('');
  return `<${node.tagName}${attributes}>${children}</${node.tagName}>`;
};

/**
 * HTML in a form in which only what means the same is the same: white space at the edges of blocks is gone,
 * attributes are sorted.
 */
export const normalise = (html: string): string =>
  write(parseHtml({ type: 'root', children: [{ type: 'raw', value: html.trim() }] }), false);
