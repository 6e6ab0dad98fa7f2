import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ArticleDocument } from '../types.ts';

/** Newspapers are younger. */
const firstYear = 1800;
/** Years ahead for which nobody writes. */
const mostAhead = 20;

/** What is doubtful about the dates of an article at a moment, in milliseconds since the epoch. */
export function unlikelyDates(document: ArticleDocument, now: number): Diagnostic[] {
  const { path, data } = document;
  const { date, otherDate, expires, otherExpires, updated, corrections } = data;
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
  // Where the first reading is still to come, the article waits anyway.
  if (otherDate !== undefined && Date.parse(otherDate) > now && Date.parse(date) <= now)
    messages.push(
      diagnose(
        'ambiguous-date',
        path,
        { field: ['date'] },
        { first: date.slice(0, 10), second: otherDate.slice(0, 10) },
      ),
    );
  if (expires !== undefined && otherExpires !== undefined) {
    const [first, second] =
      Date.parse(expires) < Date.parse(otherExpires) ? [expires, otherExpires] : [otherExpires, expires];
    if (Date.parse(first) <= now && Date.parse(second) > now)
      messages.push(
        diagnose(
          'ambiguous-end',
          path,
          { field: ['expires'] },
          { first: first.slice(0, 10), second: second.slice(0, 10) },
        ),
      );
  }
  return messages;
}
