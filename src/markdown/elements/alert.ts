import type { Element, ElementContent, Text } from 'hast';
import { block, toBlockElement } from '../block-element.ts';
import type { Handler } from '../walk.ts';

const marker = /^\s*\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

const isElement = (node: ElementContent | undefined, tagName: string): node is Element =>
  node?.type === 'element' && node.tagName === tagName;

/** The first text of a quotation, with its paragraph. */
const beginningOf = ({ children }: Element): { paragraph: Element; text: Text } | undefined => {
  const paragraph = children.find((child) => child.type !== 'text');
  if (!isElement(paragraph, 'p')) return undefined;
  const [text] = paragraph.children;
  return text?.type === 'text' ? { paragraph, text } : undefined;
};

/** GitHub's alerts: a quotation that begins with `[!NOTE]` is the same as `:::note`. */
export const blockquote: Handler = (element, walk) => {
  const { paragraph, text } = beginningOf(element) ?? {};
  const [written, name] = (text && marker.exec(text.value)) ?? [];
  if (!paragraph || !text || written === undefined || name === undefined) {
    element.children = walk.all(element.children);
    return undefined;
  }
  const kind = name.toLowerCase();
  text.value = text.value.slice(written.length);
  // The line break of two spaces after the marker, and the end of that line.
  if (text.value === '' && isElement(paragraph.children[1], 'br')) {
    paragraph.children.splice(0, 2);
    const [next] = paragraph.children;
    if (next?.type === 'text') next.value = next.value.trimStart();
  }
  const { line, column } = walk.place();
  const box = toBlockElement(
    { block: 'box', name: kind, form: 'container', attributes: { kind: [kind, line, column] } },
    element.children,
  );
  return block({ ...box, position: element.position }, walk);
};
