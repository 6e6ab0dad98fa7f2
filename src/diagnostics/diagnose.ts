import { catalogue, type RuleId } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';

interface Place {
  readonly line?: number;
  readonly column?: number;
  readonly field?: Diagnostic['field'];
}

/** A diagnostic of the rule's own severity. */
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
