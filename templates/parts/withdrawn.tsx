import type { ArticleProps, Filled } from 'broadsheet';
import { words } from '../words.ts';
import Byline from './byline.tsx';
import Corrections from './corrections.tsx';
import DateLine from './date-line.tsx';
import Layout from './layout.tsx';
import Phrase from './phrase.tsx';

/** What remains of a withdrawn article: that it was withdrawn, and the newsroom's statement. */
export default function Withdrawn(props: Filled<ArticleProps>) {
  const { site, page, lang } = props;
  const w = words(lang);
  return (
    <Layout
      site={site}
      page={page}
      kind="article layout-withdrawn"
      bar={<DateLine date={props.date} lang={lang} />}
    >
      <article>
        <header class="article-header">
          <h1>{w.withdrawn}</h1>
          <p class="withdrawn-title">
            <s>
              <Phrase text={props.title} lang={lang} />
            </s>
          </p>
          <Byline date={props.date} updated={props.updated} authors={props.authors} lang={lang} />
        </header>
        <div class="note">
          <p>{props.withdrawal ?? w.withdrawnText}</p>
        </div>
        <Corrections corrections={props.corrections} lang={lang} />
      </article>
    </Layout>
  );
}
