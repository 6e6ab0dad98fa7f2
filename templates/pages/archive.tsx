import type { ArchiveProps, Filled } from 'broadsheet';
import { formatMonth } from '../format.ts';
import Layout from '../parts/layout.tsx';
import { words } from '../words.ts';

/** The months that have articles. */
export default function Archive({ site, page, years }: Filled<ArchiveProps>) {
  const w = words(page.lang);
  return (
    <Layout site={site} page={page} kind="archive">
      <div class="wrap">
        <h1>{page.title || w.archive}</h1>
        {years.map(({ year, months }) => (
          <section aria-labelledby={`label_year_${year}`}>
            <h2 id={`label_year_${year}`}>{year}</h2>
            <ul class="chips">
              {months.map(({ month, address }) => (
                <li>
                  <a href={address}>
                    {formatMonth(month, page.lang)}
                    <span class="sr-only"> {year}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Layout>
  );
}
