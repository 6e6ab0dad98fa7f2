import type { Block as BlockData, Language } from 'broadsheet';
import Card from './card.tsx';
import CardList from './card-list.tsx';

interface BlockProps {
  readonly block: BlockData;
  readonly lang: Language;
  /** Names the block's heading; unique on the page. */
  readonly id: string;
}

/** A category on the front page: its newest story with a picture, and headlines. */
export default function Block({ block, lang, id }: BlockProps) {
  const { category, children, cards } = block;
  const first = cards.find((card) => card.image) ?? cards[0];
  if (!first) return null;
  return (
    <section class="block" aria-labelledby={id}>
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
        <Card card={first} size="block" lang={lang} level={3} summary as="div" />
        <CardList cards={cards.filter((card) => card !== first)} size="headline" lang={lang} level={3} />
      </div>
    </section>
  );
}
