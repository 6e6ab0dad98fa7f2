import type { Block as BlockData, Language } from 'broadsheet';
import Card from './card.tsx';
import CardList from './card-list.tsx';

interface BlockProps {
  readonly block: BlockData;
  readonly lang: Language;
  /** Names the block's heading; unique on the page. */
  readonly id: string;
  /** As wide as the page: the first story large, the others beside it. */
  readonly wide?: boolean;
}

/** A category on the front page: its newest story with a picture, and headlines. */
export default function Block({ block, lang, id, wide = false }: BlockProps) {
  const { category, children, cards } = block;
  const first = cards.find((card) => card.image) ?? cards[0];
  if (!first) return null;
  return (
    <section class={wide ? 'block block-wide' : 'block'} aria-labelledby={id}>
      <div class="block-heading">
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
      <div class="block-stories">
        <Card card={first} size={wide ? 'wide' : 'block'} lang={lang} level={3} summary as="div" />
        <CardList
          cards={cards.filter((card) => card !== first)}
          size={wide ? 'row' : 'headline'}
          lang={lang}
          level={3}
          summary={wide && 'bare'}
        />
      </div>
    </section>
  );
}
