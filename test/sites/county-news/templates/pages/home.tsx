import type { Card, Filled, HomeProps } from 'broadsheet';
import Layout from '../parts/layout.tsx';

const titles = (cards: readonly Card[]): string => cards.map(({ title }) => title).join();

export default function Home({ site, page, blocks }: Filled<HomeProps>) {
  const lead = blocks.find((block) => block.kind === 'lead');
  const latest = blocks.flatMap((block) => (block.kind === 'latest' ? block.cards : []));
  return (
    <Layout site={site} page={page}>
      <p>
        {lead?.lead.title}; {titles(lead?.cards ?? [])}; {titles(latest)}
      </p>
      {'\n'}
      <p>
        {blocks
          .flatMap((block) =>
            block.kind === 'section' ? [`${block.category.title}: ${titles(block.cards)}`] : [],
          )
          .join('; ')}
      </p>
    </Layout>
  );
}
