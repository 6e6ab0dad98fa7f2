import type { Root as HtmlRoot } from 'hast';
import type { List, ListItem, Parents, Root } from 'mdast';
import remarkRehype, { defaultHandlers, type Options } from 'remark-rehype';
import type { VFile } from 'vfile';

import { labelsOf } from './labels.ts';
import type { Survey } from './survey.ts';

export interface ToHastOptions {
  /** Whether raw HTML is shown as text. */
  readonly escape: boolean;
}

type Handlers = NonNullable<Options['handlers']>;
type State = Parameters<typeof defaultHandlers.listItem>[0];

const isLoose = ({ spread, children }: List): boolean =>
  spread === true || children.some((item) => item.spread ?? item.children.length > 1);

/**
 * Makes a handler for list items that checks once per list whether it is loose. The default handler checks
 * the whole list for each item, which is quadratic.
 */
const createListItem = () => {
  const looseLists = new WeakMap<List, boolean>();
  return (
    state: State,
    node: ListItem,
    parent: Parents | undefined,
  ): ReturnType<typeof defaultHandlers.listItem> => {
    if (parent?.type !== 'list') return defaultHandlers.listItem(state, node, parent);
    let loose = looseLists.get(parent);
    if (loose === undefined) looseLists.set(parent, (loose = isLoose(parent)));
    return defaultHandlers.listItem(state, { ...node, spread: loose }, undefined);
  };
};

const phrasing = new Set([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'tableCell',
]);

const escapeHandlers: Handlers = {
  html(_state, node: { readonly value: string }, parent: { readonly type: string } | undefined) {
    const text = { type: 'text' as const, value: node.value };
    if (parent && phrasing.has(parent.type)) return text;
    return { type: 'element', tagName: 'p', properties: {}, children: [text] };
  },
};

/**
 * Wraps the handlers for the whole document. mdast-util-to-hast searches every node for definitions, in half
 * the time of everything else, so it gets a root with only those that the survey found.
 */
interface Stub extends Root {
  readonly whole: Root;
}
// The handler of the root returns a root, which the types of handlers do not allow.
const wholeHandler = {
  root: (state: Parameters<typeof defaultHandlers.root>[0], { whole }: Stub) =>
    defaultHandlers.root(state, whole),
} as unknown as Handlers;

const createForLanguage = (language: string, escape: boolean) => {
  const labels = labelsOf(language);
  return remarkRehype({
    allowDangerousHtml: true,
    footnoteLabel: labels.footnotes,
    footnoteBackLabel: (reference, occurrence) =>
      `${labels.back} ${reference + 1}${occurrence > 1 ? `-${occurrence}` : ''}`,
    handlers: { ...wholeHandler, listItem: createListItem(), ...(escape && escapeHandlers) },
  });
};

/**
 * Makes the function from mdast to hast, with footnote labels in the document's language. Raw HTML stays in
 * raw nodes, or becomes text.
 */
export const createToHast = ({
  escape,
}: ToHastOptions): ((
  tree: Root,
  file: VFile,
  language: string,
  definitions: Survey['definitions'],
) => HtmlRoot) => {
  const byLanguage = new Map<string, ReturnType<typeof createForLanguage>>();
  return (tree, file, language, definitions) => {
    let convert = byLanguage.get(language);
    if (!convert) byLanguage.set(language, (convert = createForLanguage(language, escape)));
    const stub: Stub = { type: 'root', children: [...definitions], whole: tree };
    return convert(stub, file);
  };
};
