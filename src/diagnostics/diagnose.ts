import { catalogue, type RuleId } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';

interface Place {
  readonly line?: number;
  readonly column?: number;
  readonly field?: Diagnostic['field'];
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
