import type { RuleId, Severity } from './catalogue.ts';

/**
 * A user's mistake as a value: what, where, and the words' values. Language comes in when it is printed, so
 * it can be cached.
 */
export interface Diagnostic {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** The file, as the user knows it: relative to the site's folder. */
  readonly path: string;
  /** From 1; absent when the whole file is meant. */
  readonly line?: number;
  readonly column?: number;
  /**
   * Instead of line and column the front matter field that is meant: `['related', 1]`. Its place is looked up
   * before it is printed.
   */
  readonly field?: readonly (string | number)[];
  /** What the sentences of the catalogue name in braces. */
  readonly values: Readonly<Record<string, string | number>>;
}
