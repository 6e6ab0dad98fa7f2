import type { Filled, PlainProps } from 'broadsheet';
import Layout from '../parts/layout.tsx';

export default function Plain({ site, page, title, body }: Filled<PlainProps>) {
  return (
    <Layout site={site} page={page}>
      <h1>{title}</h1>
      <main dangerouslySetInnerHTML={body} />
    </Layout>
  );
}
