import type { Element } from 'hast';

/** Declarations by which browsers do not show an element. */
const hiding =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:opacity|font-size)\s*:\s*0(?:\.0*)?(?:px|r?em|pt|%)?)\s*(?:!\s*important\s*)?(?:;|$)/i;

/** How an element keeps what it holds from readers, as HTML; undefined when it does not. */
export const hiddenBy = ({ tagName, properties }: Element): string | undefined => {
  if (tagName === 'template' || (tagName === 'dialog' && properties.open === undefined))
    return `<${tagName}>`;
  const { hidden, style } = properties;
  if (hidden !== undefined && hidden !== null && hidden !== false) return `<${tagName} hidden>`;
  const found = typeof style === 'string' ? hiding.exec(style) : null;
  return found ? `<${tagName} style="${found[0].replace(/^[;\s]+|[;\s]+$/g, '')}">` : undefined;
};
