import type { Author, DateTime, Language } from 'broadsheet';
import { formatDate } from '../format.ts';

interface BylineProps {
  readonly date: DateTime;
  readonly authors: readonly Author[];
  readonly lang: Language;
}

/** `28/11/2022 | Tuyết Ngọc`, each author linked to the author's page. */
export default function Byline({ date, authors, lang }: BylineProps) {
  return (
    <p class="byline">
      <time dateTime={date}>{formatDate(date, lang)}</time>
      {authors.map(({ name, address }, index) => (
        <>
          {index === 0 ? ' | ' : ', '}
          {address ? (
            <a href={address} rel="author">
              {name}
            </a>
          ) : (
            name
          )}
        </>
      ))}
    </p>
  );
}
