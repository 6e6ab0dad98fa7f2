import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { classifyUrl } from '../../addresses/classify-url.ts';
import { readableUrl } from '../readable-url.ts';
import { addReference, linkEnd } from '../tokens.ts';
import type { Handler } from '../walk.ts';

/** Marks a link with a class, for the arrow after its text. A link around a picture has none. */
const markExternal = (element: Element): undefined => {
  const { properties } = element;
  const { className } = properties;
  if (toString(element).trim() !== '')
    properties.className = [...(Array.isArray(className) ? className : []), 'external'];
  const rel = Array.isArray(properties.rel) ? properties.rel : [];
  properties.rel = [...new Set([...rel, 'external', 'noopener'])];
};

/** The beginning of a link's text, for a message. */
const excerptOf = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/**
 * Puts two tokens around the text of links within the site, marks links to other sites, and replaces unsafe
 * ones by their text.
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
