import type { Card as CardData, Filled, ListProps } from 'broadsheet';
import { formatDate, formatRange } from '../format.ts';
import Body from '../parts/body.tsx';
import Card from '../parts/card.tsx';
import CardList from '../parts/card-list.tsx';
import Layout from '../parts/layout.tsx';
import LinkList from '../parts/link-list.tsx';
import { profileTags } from '../parts/open-graph.ts';
import Pagination from '../parts/pagination.tsx';
import Phrase from '../parts/phrase.tsx';
import Picture from '../parts/picture.tsx';
import { listData } from '../parts/structured-data.ts';
import { words } from '../words.ts';

/** Articles of a category, tag, author or month, the newest first. */
export default function List(props: Filled<ListProps>) {
  const { site, page, kind, cards, pagination, children } = props;
  return (
    <Layout site={site} page={page} kind="list" data={listData(props)} tags={profileTags(props)}>
      <div class="wrap">
        <ListHeader {...props} />
        <LinkList links={children} label={words(page.lang).subcategories} />
        {cards.length === 0 && <p>{words(page.lang).empty}</p>}
        {kind === 'month' ? <Days {...props} /> : <Cards {...props} />}
        <Pagination pagination={pagination} lang={page.lang} />
      </div>
    </Layout>
  );
}

/** The title of the list; on archive pages also its period. */
function ListHeader({
  page,
  kind,
  heading,
  description,
  cards,
  pagination,
  feed,
  body,
  author,
}: Filled<ListProps>) {
  const w = words(page.lang);
  const [newest, oldest] = [cards[0], cards.at(-1)];
  return (
    <header class="list-header">
      {author?.image && <Picture picture={author.image} sizes="7rem" eager />}
      <div>
        {kind === 'tag' && <p class="kicker">{w.tags}</p>}
        <h1>
          <Phrase text={heading} lang={page.lang} />
        </h1>
        {pagination.number !== undefined && newest && oldest && (
          <p class="range">{formatRange(oldest.date, newest.date, page.lang)}</p>
        )}
        {author?.role && <p class="role">{author.role}</p>}
        {description && !body && (
          <p class="description">
            <Phrase text={description} lang={page.lang} />
          </p>
        )}
        {body && <Body html={body} />}
        {feed && (
          <p class="feed">
            <a href={feed} type={page.feeds.find(({ address }) => address === feed)?.type}>
              {w.feed}
            </a>
          </p>
        )}
      </div>
    </header>
  );
}

/** A lead story on the first page of a category, if it has a picture, then the other cards. */
function Cards({ page, kind, cards, pinned, children, pagination }: Filled<ListProps>) {
  const [first] = cards;
  const lead = kind === 'category' && pagination.number === undefined && first?.image ? first : undefined;
  const shown = { lang: page.lang, level: 2, summary: true, time: true } as const;
  const category = kind !== 'category' || children.length > 0;
  const others = lead ? cards.slice(1) : cards;
  return (
    <>
      {lead && (
        <Card card={lead} size="lead" {...shown} category={category} pinned={pinned > 0} eager as="div" />
      )}
      <CardList
        cards={others}
        size="row"
        {...shown}
        category={category}
        pinned={lead ? Math.max(0, pinned - 1) : pinned}
      />
    </>
  );
}

/** The articles of a month, grouped by day. */
function Days({ page, cards }: Filled<ListProps>) {
  const days = new Map<string, CardData[]>();
  for (const card of cards) {
    const day = card.date.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), card]);
  }
  return [...days].map(([day, ofDay]) => (
    <section class="day" aria-labelledby={`label_day_${day}`}>
      <h2 id={`label_day_${day}`}>
        {ofDay[0] && <time dateTime={day}>{formatDate(ofDay[0].date, page.lang)}</time>}
      </h2>
      <CardList cards={ofDay} size="row" lang={page.lang} level={3} summary category time />
    </section>
  ));
}
