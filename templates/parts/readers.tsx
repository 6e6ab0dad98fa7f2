import type { ArticleProps, Language } from 'broadsheet';
import { formatNumber } from '../format.ts';
import { words } from '../words.ts';

interface ReadersProps {
  readonly readers: ArticleProps['readers'];
  readonly lang: Language;
}

/** `Lượt người xem: 1.175`. A number that is not printed is hidden until a script fetches it. */
export default function Readers({ readers, lang }: ReadersProps) {
  if (readers === undefined) return null;
  const label = words(lang).readers;
  if (typeof readers === 'number') {
    return (
      <p class="readers">
        {label}: {formatNumber(readers, lang)}
      </p>
    );
  }
  return (
    <p class="readers" data-views={readers.file} data-article={readers.key} hidden>
      {label}: <span />
      <script src={readers.script} defer />
    </p>
  );
}
