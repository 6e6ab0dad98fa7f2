import type { Filled, ListProps } from 'broadsheet';
import Entry, { toClock } from '../parts/entry.tsx';
import Frame from '../parts/frame.tsx';

/** A category with pages of 20, or a tag with all its articles in one line each. */
export default function List({ site, page, kind, heading, cards, pagination }: Filled<ListProps>) {
  const { number, newer, older } = pagination;
  if (kind === 'tag') {
    return (
      <Frame site={site} page={page}>
        <h1>{heading}</h1>
        <ul class="list">
          {cards.map((card) => (
            <li>
              <a href={card.address}>{card.title}</a> <time dateTime={card.date}>{toClock(card.date)}</time>
            </li>
          ))}
        </ul>
      </Frame>
    );
  }
  return (
    <Frame site={site} page={page}>
      <h1>{heading}</h1>
      <ul class="list">
        {cards.map((card) => (
          <Entry card={card} />
        ))}
      </ul>
      <nav class="pager">
        {newer && (
          <a rel="prev" href={newer}>
            Tin mới hơn
          </a>
        )}
        {number && <span>{number}</span>}
        {older && (
          <a rel="next" href={older}>
            Tin cũ hơn
          </a>
        )}
      </nav>
    </Frame>
  );
}
