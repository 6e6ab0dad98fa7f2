import type { Filled, PlainProps } from 'broadsheet';
import Body from '../parts/body.tsx';
import Layout from '../parts/layout.tsx';
import Phrase from '../parts/phrase.tsx';

/** A plain page such as "about". */
export default function Plain({ site, page, title, summary, body }: Filled<PlainProps>) {
  return (
    <Layout site={site} page={page} kind="plain">
      <div class="wrap">
        <h1>
          <Phrase text={title} lang={page.lang} />
        </h1>
        {summary && (
          <p class="standfirst">
            <Phrase text={summary} lang={page.lang} />
          </p>
        )}
        <Body html={body} />
      </div>
    </Layout>
  );
}
