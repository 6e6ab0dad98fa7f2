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
}

export default function CardList({ cards, size, ...rest }: CardListProps) {
  if (cards.length === 0) return null;
  return (
    <ul class={`cards cards-${size}`}>
      {cards.map((card) => (
        <Card card={card} size={size} {...rest} />
      ))}
    </ul>
  );
}
