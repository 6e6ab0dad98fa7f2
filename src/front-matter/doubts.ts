import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { toFocus } from '../images/focus.ts';

/** An article that ends before it begins. */
function endsTooEarly({
  path,
  data: { date, expires },
}: {
  readonly path: string;
  readonly data: Readonly<Record<string, unknown>>;
}): Diagnostic[] {
  if (typeof date !== 'string' || typeof expires !== 'string' || Date.parse(expires) > Date.parse(date))
    return [];
  const clock = (moment: string): string => moment.slice(0, 16).replace('T', ' ');
  return [
    diagnose(
      'expires-before-date',
      path,
      { field: ['expires'] },
      { expires: clock(expires), date: clock(date) },
    ),
  ];
}

/** Warnings for values of the right type that are probably mistakes. */
export function doubts({
  path,
  data,
  body,
}: {
  path: string;
  data: Readonly<Record<string, unknown>>;
  body: string;
}): Diagnostic[] {
  const { image, date, updated, link, attachments } = data;
  const messages = endsTooEarly({ path, data });
  if (
    image &&
    typeof image === 'object' &&
    'focus' in image &&
    typeof image.focus === 'string' &&
    !toFocus(image.focus)
  )
    messages.push(diagnose('bad-focus', path, { field: ['image', 'focus'] }, { value: image.focus }));
  if (typeof date === 'string' && typeof updated === 'string' && Date.parse(updated) < Date.parse(date))
    messages.push(diagnose('updated-early', path, { field: ['updated'] }, { date, updated }));
  if (link !== undefined && (/\S/.test(body) || (Array.isArray(attachments) && attachments.length > 0)))
    messages.push(diagnose('link-content', path, { field: ['link'] }));
  return messages;
}
