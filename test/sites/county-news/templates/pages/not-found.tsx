import type { Filled, NotFoundProps } from 'broadsheet';
import Layout from '../parts/layout.tsx';

export default function NotFound({ site, page }: Filled<NotFoundProps>) {
  return (
    <Layout site={site} page={page}>
      <h1>Nothing here</h1>
    </Layout>
  );
}
