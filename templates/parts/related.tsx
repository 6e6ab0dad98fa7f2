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
    <aside class="related wrap" aria-labelledby="label_related">
      <h2 class="part-heading" id="label_related">
        {words(lang).related}
      </h2>
      <CardList cards={cards} size="stack" lang={lang} level={3} />
    </aside>
  );
}
