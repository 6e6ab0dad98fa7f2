import type { Address, ArticleProps, Filled, Link } from 'broadsheet';
import { inLanguage } from '../direction.ts';
import { formatDate } from '../format.ts';
import Attachments from '../parts/attachments.tsx';
import Body from '../parts/body.tsx';
import Byline from '../parts/byline.tsx';
import Contents from '../parts/contents.tsx';
import Corrections from '../parts/corrections.tsx';
import DateLine from '../parts/date-line.tsx';
import Figure from '../parts/figure.tsx';
import History from '../parts/history.tsx';
import KeyPoints from '../parts/key-points.tsx';
import Layout from '../parts/layout.tsx';
import Neighbours from '../parts/neighbours.tsx';
import { articleTags } from '../parts/open-graph.ts';
import Phrase from '../parts/phrase.tsx';
import Readers from '../parts/readers.tsx';
import Related from '../parts/related.tsx';
import Sheet from '../parts/sheet.tsx';
import SignOff from '../parts/sign-off.tsx';
import { articleData } from '../parts/structured-data.ts';
import Tags from '../parts/tags.tsx';
import Tools from '../parts/tools.tsx';
import Withdrawn from '../parts/withdrawn.tsx';
import { words } from '../words.ts';

/** An article with at least this many words is long. */
const long = 600;

/** One article. Its layout is a class, and decides the order of its parts. */
export default function Article(props: Filled<ArticleProps>) {
  const { site, page, lang, layout } = props;
  if (props.withdrawn) return <Withdrawn {...props} />;
  const withContents =
    layout !== 'photo' &&
    layout !== 'feature' &&
    site.contents > 0 &&
    props.headings.length >= site.contents &&
    props.words >= long;
  const isVideoFirst =
    layout === 'video' && props.body.blocks?.some(({ block }) => block === 'video' || block === 'embed');
  const lead = props.image && !isVideoFirst && (
    <Figure figure={props.image} lang={lang} lead layout={layout} />
  );
  const official = layout === 'document' || layout === 'announcement';
  const attachments = <Attachments attachments={props.attachments} lang={lang} />;
  return (
    <Layout
      site={site}
      page={page}
      kind={`article layout-${layout}${withContents ? ' with-contents' : ''}`}
      data={[articleData(props)]}
      tags={articleTags(props)}
      bar={<DateLine date={props.date} lang={lang} />}
      styles={stylesOf(props)}
      viewer={layout === 'photo'}
      scheme={layout === 'photo' ? 'dark' : site.scheme}
    >
      <article>
        {layout === 'feature' && lead}
        <ArticleHeader {...props} />
        {layout !== 'feature' && lead}
        {props.document && <Sheet document={props.document} lang={lang} />}
        {official && attachments}
        {withContents && <Contents headings={props.headings} lang={lang} />}
        <KeyPoints points={props.keyPoints} lang={lang} tags={titlesOf(props.tags)} />
        <Body html={props.body} />
        <SignOff authors={props.authors} lang={lang} />
        {!official && attachments}
        <Corrections corrections={props.corrections} lang={lang} />
        <Tags tags={props.tags} lang={lang} />
        <Readers readers={props.readers} lang={lang} />
        <History history={props.history} lang={lang} />
      </article>
      <Related cards={props.related} lang={lang} />
      <Neighbours previous={props.previous} next={props.next} lang={lang} />
    </Layout>
  );
}

/** Additional style sheets of its layout. */
function stylesOf({ site, layout, document }: Filled<ArticleProps>): readonly Address[] {
  const names: readonly string[] = [layout === 'announcement' || document ? 'document' : '', layout];
  return Object.entries(site.assets.layouts)
    .filter(([name]) => names.includes(name))
    .map(([, address]) => address);
}

/** Kicker, headline, standfirst, byline, tools and corrections. */
function ArticleHeader(props: Filled<ArticleProps>) {
  const { site, page, lang, corrections } = props;
  const w = words(lang);
  const last = corrections.at(-1);
  const tags = titlesOf(props.tags);
  return (
    <header class="article-header">
      {props.original && (
        <p class="note" {...inLanguage(site.language, lang)}>
          {words(site.language).untranslated}
        </p>
      )}
      {props.type !== 'news' && (
        <p class="kicker">
          <span>{w.types[props.type]}</span>
        </p>
      )}
      <h1>
        <Phrase text={props.title} lang={lang} tags={tags} />
      </h1>
      {props.summaryWritten && (
        <p class="standfirst">
          <Phrase text={props.summary} lang={lang} tags={tags} />
        </p>
      )}
      <Byline
        date={props.date}
        // When the last update was a correction, it is shown below.
        updated={corrections.some(({ date }) => date === props.updated) ? undefined : props.updated}
        authors={props.authors}
        length={props.words}
        lang={lang}
      />
      {page.canonical && <Tools site={site} title={props.title} canonical={page.canonical} lang={lang} />}
      {last && (
        <p class="note">
          <a href="#label_corrections">
            {w.corrected} <time dateTime={last.date}>{formatDate(last.date, lang)}</time>
          </a>
        </p>
      )}
    </header>
  );
}

const titlesOf = (tags: readonly Link[]): readonly string[] => tags.map(({ title }) => title);
