import type { Card, Language } from 'broadsheet';
import { words } from '../words.ts';
import CardList from './card-list.tsx';

export default function Related({
  cards,
  lang,
}: {
  readonly cards: readonly Card[];
  readonly lang: Language;
}) {
  if (cards.length === 0) return null;
  return (
    <aside class="related" aria-labelledby="label_related">
      <h2 id="label_related">{words(lang).related}</h2>
      <CardList cards={cards} size="row" lang={lang} level={3} />
    </aside>
  );
}
