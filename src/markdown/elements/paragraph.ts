import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';

import { BLOCK } from '../block-element.ts';
import type { Handler, Walk } from '../walk.ts';

import { picture } from './picture.ts';

const isBlank = (text: string): boolean => !/\S/.test(text);

const picturesOf = (element: Element): Element[] | undefined => {
  const pictures: Element[] = [];
  for (const child of element.children) {
    if (child.type === 'element' && child.tagName === 'img') pictures.push(child);
    else if (
      child.type === 'element' ? child.tagName !== 'br' : child.type !== 'text' || !isBlank(child.value)
    )
      return undefined;
  }
  return pictures.length > 0 ? pictures : undefined;
};

const block = (element: Element, walk: Walk): ElementContent[] =>
  walk.at(element, () => picture(element, walk, { block: true })) ?? [element];

/** Whether a paragraph is a question of an interview: only bold text that ends with a question mark. */
const isQuestion = ({ children }: Element): boolean => {
  const [only] = children;
  return (
    children.length === 1 &&
    only?.type === 'element' &&
    only.tagName === 'strong' &&
    /\?["”»]?\s*$/.test(toString(only))
  );
};

const isBlock = (child: ElementContent): boolean => child.type === 'element' && child.tagName === BLOCK;

/** Splits a paragraph around blocks, which raw HTML can put in it and HTML does not allow there. */
const aroundBlocks = (element: Element, walk: Walk): ElementContent[] => {
  const parts: ElementContent[] = [];
  let words: ElementContent[] = [];
  const close = (): void => {
    if (words.length > 0) parts.push({ ...element, children: words });
    words = [];
  };
  for (const child of element.children) {
    if (!isBlock(child)) words.push(child);
    else {
      close();
      parts.push(child);
    }
  }
  close();
  return walk.all(parts);
};

/** Replaces a paragraph of only pictures by them, each as a block. A paragraph without content is removed. */
export const paragraph: Handler = (element, walk) => {
  const pictures = picturesOf(element);
  if (element.children.some(isBlock)) return aroundBlocks(element, walk);
  if (!pictures) {
    element.children = walk.all(element.children);
    if (isQuestion(element)) element.properties.className = ['question'];
    return element.children.every((child) => child.type === 'text' && isBlank(child.value)) ? [] : undefined;
  }
  const children = pictures.flatMap((child) => block(child, walk));
  return children.every((child) => child.type !== 'text') ? children : [{ ...element, children }];
};
