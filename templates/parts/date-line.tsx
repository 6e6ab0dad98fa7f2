import type { DateTime, Language } from 'broadsheet';
import { formatDateLine } from '../format.ts';

/** The portal's date line: `Thứ 2, Ngày 28/11/2022, 11:15`. */
export default function DateLine({ date, lang }: { readonly date: DateTime; readonly lang: Language }) {
  return (
    <p class="date-line">
      <time dateTime={date}>{formatDateLine(date, lang)}</time>
    </p>
  );
}
