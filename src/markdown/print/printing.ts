import type { FootnoteDefinition, Nodes } from 'mdast';

import type { Reference } from '../../types.ts';
import type { OwnSite } from '../classify-url.ts';
import type { Labels } from '../labels.ts';
import type { Naming } from '../name-headings.ts';
import { ENOUGH } from '../to-excerpt.ts';
import type { Place } from '../walk.ts';
import type { WordCounter } from '../word-counter.ts';
import { escapeText } from './escape.ts';

export interface PrintOptions extends OwnSite {
  readonly labels: Labels;
  /** From a place in the text to the place in the file. */
  readonly locate: (place: Place) => Place;
}

/** What is known on the way through a document. */
export interface Printing {
  readonly options: PrintOptions;
  readonly words: WordCounter;
  /** The words of paragraphs, as far as an excerpt needs them. */
  excerpt: string;
  /** Whether this is a paragraph. */
  within: boolean;
  readonly naming: Naming;
  readonly references: Reference[];
  readonly ids: Set<string>;
  readonly notes: Notes;
  /** How many tables there are, and how many were printed. */
  readonly tables: number;
  table: number;
  /** The words of the heading or paragraph at hand. */
  said: string;
  dateline: boolean;
  /** False once something was met that only the whole pipeline knows. */
  plain: boolean;
}

interface Notes {
  /** By identifier in capitals. */
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** How often each was referred to, in the order of their numbers. */
  readonly counts: Map<string, number>;
}

/** Definitions are printed where they are referred to. */
export const isShown = ({ type }: Nodes): boolean => type !== 'definition' && type !== 'footnoteDefinition';

/** What was met is for the whole pipeline. */
export const giveUp = (state: Printing): string => {
  state.plain = false;
  return '';
};

/** Words on both sides of it stand apart in the excerpt. */
export const space = (state: Printing): void => {
  if (state.excerpt.length <= ENOUGH) state.excerpt += ' ';
};

/** Words of the author, escaped. */
export const say = (text: string, state: Printing): string => {
  state.words.add(text);
  state.said += text;
  if (state.within && state.excerpt.length <= ENOUGH) state.excerpt += text;
  return escapeText(text);
};
