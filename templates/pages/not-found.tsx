import type { Filled, NotFoundProps } from 'broadsheet';
import Layout from '../parts/layout.tsx';
import LinkList from '../parts/link-list.tsx';
import { words } from '../words.ts';

export default function NotFound({ site, page }: Filled<NotFoundProps>) {
  const w = words(page.lang);
  return (
    <Layout site={site} page={page} kind="not-found">
      <div class="wrap">
        <h1>{w.notFound}</h1>
        <p>{w.notFoundText}</p>
        <p>
          <a href={site.home}>{w.notFoundHome}</a>
        </p>
        <LinkList links={site.navigation} label={w.notFoundSections} />
      </div>
    </Layout>
  );
}
