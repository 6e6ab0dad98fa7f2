import type { Filled, NotFoundProps } from 'broadsheet';
import Layout from '../parts/layout.tsx';
import LinkList from '../parts/link-list.tsx';
import { words } from '../words.ts';

export default function NotFound({ site, page }: Filled<NotFoundProps>) {
  const w = words(page.lang);
  return (
    <Layout site={site} page={page} kind="not-found">
      <div class="wrap">
        <p class="code" aria-hidden="true">
          404
        </p>
        <h1>{w.notFound}</h1>
        <p class="standfirst">{w.notFoundText}</p>
        <p>
          <a href={site.home}>{w.notFoundHome}</a>
        </p>
        <h2>{w.notFoundSections}</h2>
        <LinkList links={site.navigation} label={w.notFoundSections} />
      </div>
    </Layout>
  );
}
