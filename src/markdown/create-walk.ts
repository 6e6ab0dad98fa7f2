import type { Element, ElementContent, Properties, RootContent } from 'hast';
import { decodeFragment } from '../addresses/locate.ts';
import { replaceUnusable } from '../bytes/usable-text.ts';
import { INLINE_BLOCK } from './block-element.ts';
import { handlers } from './elements/handlers.ts';
import type { Place, Walk, WalkOptions } from './walk.ts';
import type { WordCounter } from './word-counter.ts';

const inline = new Set([
  'a',
  'abbr',
  'b',
  INLINE_BLOCK,
  'cite',
  'code',
  'del',
  'em',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'var',
]);

/** `<a name="…">` is an old anchor; HTML uses `id` now. */
const nameToId = (properties: Properties): void => {
  const { name } = properties;
  delete properties.name;
  if (typeof name === 'string' && name !== '') properties.id ??= name;
};

const cleanProperties = (element: Element, ids: Set<string>): void => {
  const { properties } = element;
  for (const name in properties) {
    const value = properties[name];
    if (typeof value === 'string') properties[name] = replaceUnusable(value);
    else if (Array.isArray(value))
      properties[name] = value.map((item) => (typeof item === 'string' ? replaceUnusable(item) : item));
  }
  if (element.tagName === 'a') nameToId(properties);
  if (typeof properties.id !== 'string') return;
  // Ids of footnotes are percent-encoded like the links to them. Browsers decode links, but not ids.
  const id = replaceUnusable(decodeFragment(properties.id));
  if (ids.has(id)) delete properties.id;
  else properties.id = id;
  ids.add(id);
};

/** Whether an element is the heading of the footnotes or a back link, which the author did not write. */
const isFurniture = ({ tagName, properties }: Element): boolean =>
  (tagName === 'a' && ('dataFootnoteBackref' in properties || 'dataFootnoteRef' in properties)) ||
  (tagName === 'h2' && properties.id === 'footnote-label');

interface Equipment {
  readonly options: WalkOptions;
  readonly words: WordCounter;
  /** Converts a position in the text to one in the file. */
  readonly locate: (place: Place) => Place;
  readonly report: Walk['report'];
}

/** Creates a walk; `all(tree.children)` runs it. */
export const createWalk = ({ options, words, locate, report }: Equipment): Walk => {
  let here: Place = { line: 1, column: 1 };
  let quiet = false;

  const visit = (element: Element, walk: Walk): ElementContent[] | undefined => {
    const outerHere = here;
    const outerQuiet = quiet;
    here = element.position?.start ?? here;
    quiet ||= isFurniture(element);
    cleanProperties(element, walk.ids);
    const breaks = !inline.has(element.tagName);
    if (breaks) words.pause();
    const handler = handlers.get(element.tagName);
    const replacement = handler
      ? handler(element, walk)
      : void (element.children = walk.all(element.children));
    if (breaks) words.pause();
    here = outerHere;
    quiet = outerQuiet;
    return replacement;
  };

  const walk: Walk = {
    options,
    headings: [],
    tables: [],
    fragments: [],
    ids: new Set(),
    references: [],
    all<Content extends RootContent>(children: Content[]) {
      // Most lists of children do not change, so a new list is only made at the first change.
      let results: (Content | ElementContent)[] | undefined;
      let index = 0;
      for (const child of children) {
        let replacement: ElementContent[] | undefined;
        if (child.type === 'text') {
          child.value = replaceUnusable(child.value);
          if (!quiet) words.add(child.value);
        } else if (child.type === 'element') replacement = visit(child, walk);
        if (replacement) (results ??= children.slice(0, index)).push(...replacement);
        else results?.push(child);
        index++;
      }
      return results ?? children;
    },
    at(element, work) {
      const outer = here;
      here = element.position?.start ?? here;
      const result = work();
      here = outer;
      return result;
    },
    place: () => here,
    locate,
    report: (rule, values, place = here) => report(rule, values, place),
  };
  return walk;
};
