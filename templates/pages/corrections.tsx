import type { CorrectionsProps, Filled } from 'broadsheet';
import { inLanguage } from '../direction.ts';
import { formatDate } from '../format.ts';
import Layout from '../parts/layout.tsx';
import Pagination from '../parts/pagination.tsx';
import Phrase from '../parts/phrase.tsx';

/** All corrections, the newest first. */
export default function Corrections({
  site,
  page,
  heading,
  corrections,
  pagination,
}: Filled<CorrectionsProps>) {
  return (
    <Layout site={site} page={page} kind="list">
      <div class="wrap">
        <header class="list-header">
          <h1>{heading}</h1>
        </header>
        <ul class="correction-list">
          {corrections.map(({ date, text, article, lang }) => (
            <li {...inLanguage(lang, page.lang)}>
              <p class="card-meta">
                <time dateTime={date}>{formatDate(date, page.lang)}</time>
              </p>
              <h2>
                <a href={article.address}>
                  <Phrase text={article.title} lang={lang} />
                </a>
              </h2>
              <p>
                <Phrase text={text} lang={lang} />
              </p>
            </li>
          ))}
        </ul>
        <Pagination pagination={pagination} lang={page.lang} />
      </div>
    </Layout>
  );
}
