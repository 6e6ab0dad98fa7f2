import { block, blocks } from './blocks.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { prefix } from './inline.ts';
import { giveUp, isShown, type Printing } from './printing.ts';

/** The notes, with ways back to where they are referred to. */
export const footer = (state: Printing): string => {
  const { counts, definitions } = state.notes;
  const { labels } = state.options;
  state.ids.add('footnote-label');
  const notes: { readonly name: string; readonly key: string; readonly html: string }[] = [];
  // Notes can refer to others, which then follow.
  for (const key of counts.keys()) {
    const name = key.toLowerCase();
    const children = definitions.get(key)?.children.filter(isShown) ?? [];
    const last = children.pop();
    if (last?.type !== 'paragraph' || state.ids.has(`${prefix}fn-${name}`)) return giveUp(state);
    state.ids.add(`${prefix}fn-${name}`);
    notes.push({ name, key, html: `${blocks(children, state)}${block(last, state, { open: true })}` });
  }
  const items = notes.map(({ name, key, html }, index) => {
    const ways = Array.from({ length: counts.get(key) ?? 0 }, (_, time) => {
      const again = time > 0 ? String(time + 1) : '';
      const label = escapeAttribute(labels.back(index + 1, time + 1));
      return `<a href="#${prefix}fnref-${name}${again && `-${again}`}" data-footnote-backref="" aria-label="${label}" class="data-footnote-backref">↩${again && `<sup>${again}</sup>`}</a>`;
    });
    return `<li id="${prefix}fn-${name}">${html} ${ways.join(' ')}</p>\n</li>\n`;
  });
  return `<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">${escapeText(labels.footnotes)}</h2>\n<ol>\n${items.join('')}</ol>\n</section>`;
};
