import type { Filled, HomeProps } from 'broadsheet';
import Entry from '../parts/entry.tsx';
import Frame from '../parts/frame.tsx';

/** The newest 20; the lead story is one of the latest that the other side lists, or stands before them. */
export default function Home({ site, page, blocks }: Filled<HomeProps>) {
  const cards = blocks
    .flatMap((block) => (block.kind === 'lead' ? [block.lead] : block.kind === 'latest' ? block.cards : []))
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  return (
    <Frame site={site} page={page}>
      <h1>Tin mới nhất</h1>
      <ul class="list">
        {cards.slice(0, 20).map((card) => (
          <Entry card={card} />
        ))}
      </ul>
    </Frame>
  );
}
