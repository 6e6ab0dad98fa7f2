import type { HomeBlock, Language } from 'broadsheet';
import Card from './card.tsx';
import CardList from './card-list.tsx';

interface HomeSectionProps {
  readonly block: Extract<HomeBlock, { kind: 'section' }>;
  readonly lang: Language;
  /** Id of the heading, unique on the page. */
  readonly id: string;
}

/**
 * A category on the front page. `feature`: the first story large, with the others beside it; if there are at
 * most two others, the first of them has its picture above. `columns`: equal cards; `list`: headlines;
 * `pictures`: cards on a dark background.
 */
export default function HomeSection({ block, lang, id }: HomeSectionProps) {
  const { as, category, children, cards } = block;
  // The first story with a picture is the large one.
  const first = cards.find((card) => card.image) ?? cards[0];
  const others = cards.filter((card) => card !== first);
  const second = others.length <= 2 ? others[0] : undefined;
  return (
    <section
      class={['home-section', `home-${as}`, category.accent].filter(Boolean).join(' ')}
      aria-labelledby={id}
    >
      <div class="part-heading">
        <h2 id={id}>
          <a href={category.address}>{category.title}</a>
        </h2>
        {children.length > 0 && (
          <ul>
            {children.map(({ title, address }) => (
              <li>
                <a href={address}>{title}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
      {as === 'feature' && first && cards.length > 1 ? (
        <div class="beside">
          <Card card={first} size="lead" lang={lang} level={3} summary as="div" />
          <div>
            {second && <Card card={second} size="second" lang={lang} level={3} summary as="div" />}
            <CardList
              cards={second ? others.slice(1) : others}
              size="row"
              lang={lang}
              level={3}
              summary={cards.length <= 4 || 'bare'}
            />
          </div>
        </div>
      ) : (
        <CardList
          cards={cards}
          size={as === 'list' ? 'headline' : 'stack'}
          lang={lang}
          level={3}
          summary={as === 'columns' && 'bare'}
        />
      )}
    </section>
  );
}
