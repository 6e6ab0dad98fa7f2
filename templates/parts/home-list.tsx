import type { HomeBlock, Language } from 'broadsheet';
import { words } from '../words.ts';
import CardList from './card-list.tsx';

interface HomeListProps {
  readonly block: Extract<HomeBlock, { kind: 'latest' | 'mostRead' }>;
  readonly lang: Language;
  /** Id of the heading, unique on the page. */
  readonly id: string;
}

/** The latest or the most read articles, as headlines only. */
export default function HomeList({ block: { kind, cards }, lang, id }: HomeListProps) {
  const w = words(lang);
  return (
    <section class={kind === 'latest' ? 'home-latest' : 'most-read'} aria-labelledby={id}>
      <h2 class="part-heading" id={id}>
        {kind === 'latest' ? w.latest : w.mostRead}
      </h2>
      <CardList cards={cards} size="headline" lang={lang} level={3} category time={kind === 'latest'} />
    </section>
  );
}
