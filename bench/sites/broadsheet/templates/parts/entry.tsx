import type { Card } from 'broadsheet';

/** `28/11/2022 11:15`, as written. */
export const toClock = (date: string): string =>
  `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)} ${date.slice(11, 16)}`;

/** An article on a list. */
export default function Entry({ card }: { readonly card: Card }) {
  return (
    <li>
      <h2>
        <a href={card.address}>{card.title}</a>
      </h2>
      <p class="meta">
        <time dateTime={card.date}>{toClock(card.date)}</time> <span>{card.authors.join(', ')}</span>
      </p>
      <p>{card.summary}</p>
    </li>
  );
}
