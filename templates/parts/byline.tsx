import type { Author, DateTime, Language } from 'broadsheet';
import { counted } from '../counted.ts';
import { formatDate, formatDateTime, listParts, readingMinutes } from '../format.ts';
import { words } from '../words.ts';

interface BylineProps {
  readonly date: DateTime;
  readonly updated?: DateTime;
  readonly authors: readonly Author[];
  /** Words in the text; 0 when the reading time is not shown. */
  readonly length?: number;
  readonly lang: Language;
}

/** `28/11/2022 | Tuyết Ngọc`, with links to the authors' pages, then the last update and the reading time. */
export default function Byline({ date, updated, authors, length = 0, lang }: BylineProps) {
  const w = words(lang);
  const minutes = readingMinutes(length, lang);
  return (
    <p class="byline">
      <span>
        <time dateTime={date}>{formatDate(date, lang)}</time>
        {authors.length > 0 && ' | '}
        {listParts(authors, lang).map((part) => (typeof part === 'string' ? part : <Name {...part} />))}
      </span>
      {updated && (
        <span>
          {w.updated}: <time dateTime={updated}>{formatDateTime(updated, lang)}</time>
        </span>
      )}
      {minutes > 1 && <span>{counted(w.minutes, minutes, lang)}</span>}
    </p>
  );
}

function Name({ name, address }: Author) {
  if (!address) return name;
  return (
    <a href={address} rel="author">
      {name}
    </a>
  );
}
