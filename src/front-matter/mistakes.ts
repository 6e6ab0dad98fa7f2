import type * as z from 'zod';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { expectation } from '../diagnostics/expectation.ts';
import { showValue } from '../diagnostics/message-values.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { exampleOf, fieldName } from './examples.ts';
import { statusMeant } from './foreign-names.ts';

interface Context {
  readonly path: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What an issue of the schema means for the author. Its messages name fields, whose places are not looked up. */
export function toDiagnostics(issue: z.core.$ZodIssue, context: Context): Diagnostic[] {
  const { path, fields } = context;
  const key = fieldName(issue.path);
  const value = issue.path.reduce<unknown>(
    (inner, step) => (inner && typeof inner === 'object' ? Reflect.get(inner, step) : undefined),
    fields,
  );
  if (issue.code === 'invalid_union') {
    // The alternative that the value was meant to be: the one of its type.
    const meant = issue.errors.find(
      (inner) =>
        inner.length > 0 &&
        inner.every(
          (one) =>
            one.path.length > 0 || !['invalid_type', 'invalid_union', 'invalid_value'].includes(one.code),
        ),
    );
    if (meant)
      return meant.flatMap((inner) =>
        toDiagnostics({ ...inner, path: [...issue.path, ...inner.path] }, context),
      );
  }
  const field = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (value === undefined || (issue.code === 'too_small' && typeof value === 'string'))
    return [
      diagnose(
        'missing-field',
        path,
        field.length === 1 && value === undefined ? { line: 1, column: 1 } : { field },
        { key },
      ),
    ];
  const near = nearWord(issue, value);
  return [
    diagnose(
      'wrong-type',
      path,
      { field },
      {
        key,
        expected: expectation(issue),
        found: showValue(value),
        ...withExample(near !== undefined && key === 'status' ? `status: ${near}` : exampleOf(issue.path)),
        ...withNear(near),
      },
    ),
  ];
}

const withExample = (example: string | undefined): Diagnostic['values'] =>
  example === undefined ? {} : { example };
const withNear = (near: string | undefined): Diagnostic['values'] => (near === undefined ? {} : { near });

/** The word of a fixed list that a misspelt one was meant to be. */
function nearWord(issue: z.core.$ZodIssue, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const inner = issue.code === 'invalid_union' ? issue.errors.flat() : [issue];
  const words = inner.flatMap((one) => (one.code === 'invalid_value' ? one.values.map(String) : []));
  return (issue.path[0] === 'status' ? statusMeant(value) : undefined) ?? nearest(value, words);
}
