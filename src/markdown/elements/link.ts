import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { classifyUrl } from '../../addresses/classify-url.ts';
import { readableUrl } from '../readable-url.ts';
import { addReference, linkEnd } from '../tokens.ts';
import type { Handler } from '../walk.ts';

/** The class is for the arrow behind the words: a link around a picture has neither. */
const markExternal = (element: Element): undefined => {
  const { properties } = element;
  const { className } = properties;
  if (toString(element).trim() !== '')
    properties.className = [...(Array.isArray(className) ? className : []), 'external'];
  const rel = Array.isArray(properties.rel) ? properties.rel : [];
  properties.rel = [...new Set([...rel, 'external', 'noopener'])];
};

/** The first words of a link, for a message. */
const excerptOf = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/**
 * Links of this site become two tokens around their text, links to other sites are marked, unsafe ones give
 * way to their text.
 */
export const link: Handler = (element, walk) => {
  element.children = walk.all(element.children);
  const { href, title } = element.properties;
  if (typeof href !== 'string') return undefined;
  if (href.trim() === '') {
    const text = toString(element).trim();
    walk.report('address-missing', text === '' ? {} : { text: excerptOf(text) });
    return element.children;
  }
  const target = classifyUrl(href, walk.options);
  if (target.kind === 'contact') return undefined;
  if (target.kind === 'external') return markExternal(element);
  if (target.kind === 'fragment') {
    walk.fragments.push({ element, place: walk.place() });
    return undefined;
  }
  if (target.kind === 'unsafe') {
    if (!walk.options.safe) return undefined;
    walk.report('link-scheme', { url: href.slice(0, 80), scheme: target.scheme });
    return element.children;
  }
  const token = addReference(walk.references, {
    kind: 'link',
    url: readableUrl(href),
    ...(typeof title === 'string' && { title }),
    ...walk.locate(walk.place()),
  });
  return [{ type: 'raw', value: token }, ...element.children, { type: 'raw', value: linkEnd }];
};
