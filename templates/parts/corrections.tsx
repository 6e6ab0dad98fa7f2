import type { ArticleProps, Language } from 'broadsheet';
import { formatDate } from '../format.ts';
import { words } from '../words.ts';

interface CorrectionsProps {
  readonly corrections: ArticleProps['corrections'];
  readonly lang: Language;
}

export default function Corrections({ corrections, lang }: CorrectionsProps) {
  if (corrections.length === 0) return null;
  return (
    <section class="corrections" aria-labelledby="label_corrections">
      <h2 id="label_corrections">{words(lang).corrections}</h2>
      {corrections.map(({ date, text }) => (
        <p>
          <time dateTime={date}>{formatDate(date, lang)}</time>: {text}
        </p>
      ))}
    </section>
  );
}
