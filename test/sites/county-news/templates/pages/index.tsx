import type { Filled, IndexProps } from 'broadsheet';
import Layout from '../parts/layout.tsx';

export default function Index({ site, page, kind, links }: Filled<IndexProps>) {
  return (
    <Layout site={site} page={page}>
      <p>
        {kind} {links.map(({ title, address }) => `${title} ${address}`).join('; ')}
      </p>
    </Layout>
  );
}
