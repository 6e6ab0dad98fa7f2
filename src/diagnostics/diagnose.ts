import { catalogue, type RuleId } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';

interface Place {
  readonly line?: number;
  readonly column?: number;
  readonly field?: Diagnostic['field'];
}

/** Line and column of an offset in a text, from 1. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** Creates a diagnostic with the rule's default severity. */
export const diagnose = (
  rule: RuleId,
  path: string,
  place: Place = {},
  values: Diagnostic['values'] = {},
): Diagnostic => ({
  rule,
  severity: catalogue[rule].severity,
  path,
  ...place,
  values,
});
