import type { Filled, ListProps } from 'broadsheet';
import Layout from '../parts/layout.tsx';

export default function List({ site, page, kind, heading, cards, pagination, children }: Filled<ListProps>) {
  return (
    <Layout site={site} page={page}>
      <h1>
        {kind} {heading}
      </h1>
      {'\n'}
      <p>
        {cards.map(({ title, address, category }) => `${title} ${address} in ${category.title}`).join('; ')}
      </p>
      {'\n'}
      <p>
        {JSON.stringify(pagination)} {children.map(({ title }) => title).join()}
      </p>
    </Layout>
  );
}
