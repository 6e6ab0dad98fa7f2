import type { Element, ElementContent, RootContent } from 'hast';
import type { OwnSite } from '../addresses/classify-url.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Reference } from '../types.ts';
import type { Labels } from './labels.ts';

/** Line and column in the text, from 1, unless noted as in the file. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface WalkOptions extends OwnSite {
  readonly labels: Labels;
  /** Whether unsafe schemes such as `javascript:` are removed. */
  readonly safe: boolean;
}

/** One pass over a body's HTML tree: what element handlers read and add to. */
export interface Walk {
  readonly options: WalkOptions;
  readonly headings: Element[];
  /** The wrappers of tables, labelled at the end when their number is known. */
  readonly tables: Element[];
  /** Links within the page, checked at the end when all ids are known. */
  readonly fragments: { readonly element: Element; readonly place: Place }[];
  readonly ids: Set<string>;
  readonly references: Reference[];
  /** Walks the children and returns the new list: the same array where no child was replaced. */
  all<Content extends RootContent>(children: Content[]): (Content | ElementContent)[];
  /** Runs `work` with the position of `element`. */
  at<Result>(element: Element, work: () => Result): Result;
  /** Position of the current element, or of its nearest ancestor with a position. */
  place(): Place;
  /** Converts a position in the text to one in the file. */
  locate(place: Place): Place;
  report(rule: RuleId, values: Diagnostic['values'], place?: Place): void;
}

/**
 * Handles an element, and walks its children if it wants to. Returns the nodes that replace the element;
 * `undefined` keeps it.
 */
export type Handler = (element: Element, walk: Walk) => ElementContent[] | undefined;
