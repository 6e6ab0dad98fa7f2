import type { ArticleVersion, Language } from 'broadsheet';
import { formatDateTime, formatNumber } from '../format.ts';
import { words } from '../words.ts';

interface HistoryProps {
  readonly history?: readonly ArticleVersion[];
  readonly lang: Language;
}

/** The published versions of the article, collapsed. */
export default function History({ history = [], lang }: HistoryProps) {
  if (history.length === 0) return null;
  const w = words(lang);
  return (
    <details class="history">
      <summary>
        {w.history} ({formatNumber(history.length, lang)})
      </summary>
      <ol reversed>
        {history.map(({ date, author, message }, index) => (
          <li>
            <time dateTime={date}>{formatDateTime(date, lang)}</time>
            {author && ` | ${author}`}
            {message ? `: ${message}` : index === history.length - 1 && `: ${w.firstPublished}`}
          </li>
        ))}
      </ol>
    </details>
  );
}
