import type { Filled, HomeProps } from 'broadsheet';
import Layout from '../parts/layout.tsx';

export default function Home({ site, page, lead, featured, latest, blocks }: Filled<HomeProps>) {
  return (
    <Layout site={site} page={page}>
      <p>
        {lead?.title}; {featured.map(({ title }) => title).join()}; {latest.map(({ title }) => title).join()}
      </p>
      {'\n'}
      <p>
        {blocks
          .map(({ category, cards }) => `${category.title}: ${cards.map(({ title }) => title).join()}`)
          .join('; ')}
      </p>
    </Layout>
  );
}
