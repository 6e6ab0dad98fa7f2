import type { Filled, NotFoundProps } from 'broadsheet';
import CardList from '../parts/card-list.tsx';
import Layout from '../parts/layout.tsx';
import LinkList from '../parts/link-list.tsx';
import SearchForm from '../parts/search-form.tsx';
import { words } from '../words.ts';

/** The page for missing and removed addresses. */
export default function NotFound({ site, page, gone = false, latest = [] }: Filled<NotFoundProps>) {
  const w = words(page.lang);
  return (
    <Layout site={site} page={page} kind="not-found">
      <div class="wrap">
        <p class="code" aria-hidden="true">
          {gone ? '410' : '404'}
        </p>
        <h1>{gone ? w.gone : w.notFound}</h1>
        <p class="standfirst">{gone ? w.goneText : w.notFoundText}</p>
        <SearchForm site={site} />
        <p>
          <a href={site.home}>{w.notFoundHome}</a>
        </p>
        {latest.length > 0 && (
          <section>
            <h2>{w.latest}</h2>
            <CardList cards={latest} size="row" lang={page.lang} level={3} category time />
          </section>
        )}
        <h2>{w.notFoundSections}</h2>
        <LinkList links={site.navigation} label={w.notFoundSections} />
      </div>
    </Layout>
  );
}
