import type { Author, DateTime, Language } from 'broadsheet';
import { counted } from '../counted.ts';
import { formatDate, formatDateTime, listParts, readingMinutes } from '../format.ts';
import { words } from '../words.ts';

interface BylineProps {
  readonly date: DateTime;
  readonly updated?: DateTime;
  readonly authors: readonly Author[];
  /** Words of the text; none when its length is not to be told. */
  readonly length?: number;
  readonly lang: Language;
}

/** `28/11/2022 | Tuyết Ngọc`, each author linked to the author's page; then when it was updated, and how long it is. */
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
