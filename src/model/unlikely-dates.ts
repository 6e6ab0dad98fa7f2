import type { SourcePath } from '../brands.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { TwoReadings } from '../front-matter/data.ts';
import type { ArticleDocument } from '../types.ts';

/** Dates before this year are doubtful: few newspapers are older. */
const firstYear = 1800;
/** Dates more than this many years ahead are doubtful. */
const mostAhead = 20;

/** What is doubtful about the dates of an article at a moment, in milliseconds since the epoch. */
export function unlikelyDates(document: ArticleDocument, now: number): Diagnostic[] {
  const { path, data } = document;
  const { date, updated, corrections } = data;
  const messages: Diagnostic[] = [];
  const last = new Date(now).getUTCFullYear() + mostAhead;
  const check = (written: string | undefined, field: readonly (string | number)[]): void => {
    const year = Number(written?.slice(0, 4) ?? firstYear);
    if (year < firstYear || year > last)
      messages.push(diagnose('unlikely-year', path, { field }, { key: String(field[0]), year }));
  };
  check(date, ['date']);
  check(updated, ['updated']);
  for (const [index, correction] of corrections.entries())
    check(correction.date, ['corrections', index, 'date']);
  for (const reading of data.twoReadings ?? []) messages.push(...doubtful(reading, { path, now }));
  return messages;
}

/** What is told of a date that can be read in two ways, where the present lies between them. */
function doubtful(
  { field, as, first, second }: TwoReadings,
  { path, now }: { readonly path: SourcePath; readonly now: number },
): Diagnostic[] {
  const [earlier, later] = Date.parse(first) < Date.parse(second) ? [first, second] : [second, first];
  if (Date.parse(earlier) > now || Date.parse(later) <= now) return [];
  // Where the first reading is still to come, the article waits anyway.
  if (as === 'date' && first === later) return [];
  const day = (date: string): string => date.slice(0, 10);
  const message = (rule: RuleId, values: Diagnostic['values']): Diagnostic[] => [
    diagnose(rule, path, { field }, values),
  ];
  if (as === 'date') return message('ambiguous-date', { first: day(first), second: day(second) });
  if (as === 'expires') return message('ambiguous-end', { first: day(earlier), second: day(later) });
  const counts = { pinnedUntil: earlier, correction: later, updated: first }[as];
  const key = as === 'correction' ? 'corrections.date' : as;
  return message('ambiguous-field', { key, first: day(first), second: day(second), counts: day(counts) });
}
