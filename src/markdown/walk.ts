import type { Element, ElementContent, RootContent } from 'hast';
import type { OwnSite } from '../addresses/classify-url.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Reference } from '../types.ts';
import type { Labels } from './labels.ts';

/** Line and column in the text, from 1, unless it says in the file. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface WalkOptions extends OwnSite {
  readonly labels: Labels;
  /** Whether schemes such as `javascript:` are removed. */
  readonly safe: boolean;
}

/** One pass over a body's HTML tree: what element handlers know and what they hand in. */
export interface Walk {
  readonly options: WalkOptions;
  readonly headings: Element[];
  /** The wrappers of tables, to be labelled when their number is known. */
  readonly tables: Element[];
  /** Links within the page, to be checked when all ids are known. */
  readonly fragments: { readonly element: Element; readonly place: Place }[];
  readonly ids: Set<string>;
  readonly references: Reference[];
  /**
   * Walks the children, and returns what they have become: the same array where none gave way to something
   * else.
   */
  all<Content extends RootContent>(children: Content[]): (Content | ElementContent)[];
  /** Runs `work` with the place of `element`. */
  at<Result>(element: Element, work: () => Result): Result;
  /** Place of the element at hand, or of the nearest one around it that has a place. */
  place(): Place;
  /** From a place in the text to the place in the file. */
  locate(place: Place): Place;
  report(rule: RuleId, values: Diagnostic['values'], place?: Place): void;
}

/**
 * Walks the element's children where it wants to, and returns what takes the element's place; `undefined`
 * keeps it.
 */
export type Handler = (element: Element, walk: Walk) => ElementContent[] | undefined;
