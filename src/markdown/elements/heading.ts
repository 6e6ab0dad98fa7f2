import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';

import type { Handler } from '../walk.ts';

const written = /(?:^|\s+)\{#([^\s{}#]+)\}\s*$/;

/** Removes `{#id}` from the end of a heading and uses it as the heading's id. */
const takeId = ({ children, properties }: Element, ids: Set<string>): void => {
  const last = children.at(-1);
  const [match, id] = (last?.type === 'text' && written.exec(last.value)) || [];
  if (last?.type !== 'text' || match === undefined || id === undefined) return;
  last.value = last.value.slice(0, -match.length);
  if (ids.has(id)) return;
  ids.add(id);
  properties.id = id;
};

/** Collects the heading, to be numbered and given an id at the end. A heading without content is removed. */
export const heading: Handler = (element, walk) => {
  takeId(element, walk.ids);
  element.children = walk.all(element.children);
  if (element.properties.id === 'footnote-label') return undefined;
  if (toString(element).trim() === '' && !element.children.some((child) => child.type !== 'text')) return [];
  walk.headings.push(element);
  return undefined;
};
