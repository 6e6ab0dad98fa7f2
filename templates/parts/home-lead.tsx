import type { HomeBlock, Language } from 'broadsheet';
import { words } from '../words.ts';
import Card from './card.tsx';
import CardList from './card-list.tsx';

interface HomeLeadProps {
  readonly block: Extract<HomeBlock, { kind: 'lead' }>;
  readonly lang: Language;
}

/** The lead story, with others beside it (`split`) or below it (`hero`; `live` for ongoing events). */
export default function HomeLead({ block: { as, lead, cards }, lang }: HomeLeadProps) {
  const w = words(lang);
  const [first, ...others] = cards;
  const main = (
    <section aria-labelledby="label_lead">
      <h2 id="label_lead" class={as === 'live' ? 'live-label' : 'sr-only'}>
        {as === 'live' ? w.live : w.lead}
      </h2>
      <Card
        card={lead}
        size={as === 'hero' ? 'hero' : 'lead'}
        lang={lang}
        level={3}
        summary
        category
        eager
        as="div"
      />
    </section>
  );
  if (!first) return <div class={`home-lead ${as}`}>{main}</div>;
  const featured = (
    <section aria-labelledby="label_featured">
      <h2 id="label_featured" class="sr-only">
        {w.featured}
      </h2>
      {as === 'hero' ? (
        <CardList cards={cards} size="stack" lang={lang} level={3} category />
      ) : (
        <>
          <Card card={first} size="second" lang={lang} level={3} category as="div" />
          <CardList cards={others} size="headline" lang={lang} level={3} category />
        </>
      )}
    </section>
  );
  return (
    <div class={`home-lead ${as}${as === 'hero' ? '' : ' beside'}`}>
      {main}
      {featured}
    </div>
  );
}
