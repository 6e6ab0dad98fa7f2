import type { Card as CardData, Language } from 'broadsheet';
import Card, { type CardSize, type CardSummary } from './card.tsx';

interface CardListProps {
  readonly cards: readonly CardData[];
  readonly size: CardSize;
  readonly lang: Language;
  readonly level: 2 | 3;
  readonly summary?: CardSummary;
  readonly category?: boolean;
  readonly time?: boolean;
  /** How many cards at the top are pinned. */
  readonly pinned?: number;
}

export default function CardList({ cards, size, pinned = 0, ...rest }: CardListProps) {
  if (cards.length === 0) return null;
  return (
    <ul class={`cards cards-${size}`}>
      {cards.map((card, index) => (
        <Card card={card} size={size} pinned={index < pinned} {...rest} />
      ))}
    </ul>
  );
}
