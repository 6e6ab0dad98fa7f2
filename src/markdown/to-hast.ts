import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import type { Options } from 'remark-rehype';
import remarkRehype from 'remark-rehype';
import type { VFile } from 'vfile';

import { labelsOf } from './labels.ts';

export interface ToHastOptions {
  /** Raw HTML is shown as the text it is. */
  readonly escape: boolean;
}

type Handlers = NonNullable<Options['handlers']>;

const phrasing = new Set(['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'linkReference', 'tableCell']);

const escapeHandlers: Handlers = {
  html(_state, node: { readonly value: string }, parent: { readonly type: string } | undefined) {
    const text = { type: 'text' as const, value: node.value };
    if (parent && phrasing.has(parent.type)) return text;
    return { type: 'element', tagName: 'p', properties: {}, children: [text] };
  },
};

const createForLanguage = (language: string, escape: boolean) => {
  const labels = labelsOf(language);
  return remarkRehype({
    allowDangerousHtml: true,
    footnoteLabel: labels.footnotes,
    footnoteBackLabel: (reference, occurrence) => labels.back(reference + 1, occurrence),
    ...(escape && { handlers: escapeHandlers }),
  });
};

/** A function from mdast to hast, with footnotes in the words of the document's language; raw HTML stays in raw nodes, or becomes text. */
export const createToHast = ({ escape }: ToHastOptions): ((tree: Root, file: VFile, language: string) => HtmlRoot) => {
  const byLanguage = new Map<string, ReturnType<typeof createForLanguage>>();
  return (tree, file, language) => {
    const known = byLanguage.get(language);
    if (known) return known(tree, file);
    const created = createForLanguage(language, escape);
    byLanguage.set(language, created);
    return created(tree, file);
  };
};
