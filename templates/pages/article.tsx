import type { ArticleProps, Filled } from 'broadsheet';
import { formatDateTime } from '../format.ts';
import Attachments from '../parts/attachments.tsx';
import Body from '../parts/body.tsx';
import Byline from '../parts/byline.tsx';
import Corrections from '../parts/corrections.tsx';
import DateLine from '../parts/date-line.tsx';
import Figure from '../parts/figure.tsx';
import History from '../parts/history.tsx';
import Layout from '../parts/layout.tsx';
import Neighbours from '../parts/neighbours.tsx';
import Readers from '../parts/readers.tsx';
import Related from '../parts/related.tsx';
import Share from '../parts/share.tsx';
import SignOff from '../parts/sign-off.tsx';
import { articleData } from '../parts/structured-data.ts';
import Tags from '../parts/tags.tsx';
import TextSize from '../parts/text-size.tsx';
import { words } from '../words.ts';

/** One article, in the order of the portal that this replaces. */
export default function Article(props: Filled<ArticleProps>) {
  const { site, page, lang, withdrawn } = props;
  const w = words(lang);
  return (
    <Layout site={site} page={page} kind="article" data={withdrawn ? [] : [articleData(props)]}>
      <article class="wrap">
        <div class="article-main">
          <header class="article-header">
            <p class="kicker">
              <a href={props.category.address}>{props.category.title}</a>
              {props.type !== 'news' && <span>{w.types[props.type]}</span>}
            </p>
            <DateLine date={props.date} lang={lang} />
            <h1>{props.title}</h1>
            <TextSize lang={lang} />
            <Byline date={props.date} authors={props.authors} lang={lang} />
          </header>
          <div class="article-content">
            {withdrawn ? (
              <div class="notice">
                <h2>{w.withdrawn}</h2>
                <p>{w.withdrawnText}</p>
              </div>
            ) : (
              <>
                {props.summaryWritten && <p class="standfirst">{props.summary}</p>}
                {props.image && <Figure figure={props.image} lang={lang} lead />}
                <Body html={props.body} />
                <SignOff authors={props.authors} />
              </>
            )}
            {props.updated && (
              <p class="updated">
                {w.updated}: <time dateTime={props.updated}>{formatDateTime(props.updated, lang)}</time>
              </p>
            )}
            <Readers readers={props.readers} lang={lang} />
            <History history={props.history} lang={lang} />
            <Corrections corrections={props.corrections} lang={lang} />
            {!withdrawn && (
              <>
                <Attachments attachments={props.attachments} lang={lang} />
                <Tags tags={props.tags} lang={lang} />
                {page.canonical && <Share title={props.title} canonical={page.canonical} lang={lang} />}
              </>
            )}
          </div>
        </div>
        <Related cards={props.related} lang={lang} />
      </article>
      <Neighbours previous={props.previous} next={props.next} lang={lang} />
    </Layout>
  );
}
