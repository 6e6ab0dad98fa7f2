import type { Filled, ListProps } from 'broadsheet';
import Body from '../parts/body.tsx';
import CardList from '../parts/card-list.tsx';
import Layout from '../parts/layout.tsx';
import LinkList from '../parts/link-list.tsx';
import Pagination from '../parts/pagination.tsx';
import Picture from '../parts/picture.tsx';
import { words } from '../words.ts';

/** Articles of a category, a tag, an author or a month, newest first. */
export default function List({
  site,
  page,
  kind,
  heading,
  description,
  cards,
  pagination,
  children,
  feed,
  body,
  author,
}: Filled<ListProps>) {
  const w = words(page.lang);
  return (
    <Layout site={site} page={page} kind="list">
      <div class="wrap">
        <header class="list-header">
          {author?.image && <Picture picture={author.image} sizes="7rem" eager />}
          <div>
            {kind === 'tag' && <p class="kicker">{w.tags}</p>}
            <h1>
              {heading}
              {pagination.number !== undefined && (
                <span>
                  {' '}
                  {w.page} {pagination.number}
                </span>
              )}
            </h1>
            {author?.role && <p class="role">{author.role}</p>}
            {description && !body && <p class="description">{description}</p>}
            {body && <Body html={body} />}
            {feed && (
              <p class="feed">
                <a href={feed} type="application/rss+xml">
                  {w.feed}
                </a>
              </p>
            )}
          </div>
        </header>
        <LinkList links={children} label={w.subcategories} />
        {cards.length > 0 ? (
          <CardList
            cards={cards}
            size="row"
            lang={page.lang}
            level={2}
            summary
            time
            category={kind !== 'category' || children.length > 0}
          />
        ) : (
          <p>{w.empty}</p>
        )}
        <Pagination pagination={pagination} lang={page.lang} />
      </div>
    </Layout>
  );
}
