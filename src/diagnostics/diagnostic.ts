import type { RuleId, Severity } from './catalogue.ts';

/**
 * A user's mistake as data: rule, position and values. The language is chosen when it is printed, so it can
 * be cached.
 */
export interface Diagnostic {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** The file, relative to the site's folder. */
  readonly path: string;
  /** From 1; absent for the whole file. */
  readonly line?: number;
  readonly column?: number;
  /**
   * A front matter field instead of line and column: `['related', 1]`. Its position is found before printing.
   */
  readonly field?: readonly (string | number)[];
  /** Values for the placeholders of the catalogue's sentences. */
  readonly values: Readonly<Record<string, string | number>>;
}
