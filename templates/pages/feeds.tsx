import type { FeedsProps, Filled } from 'broadsheet';
import Layout from '../parts/layout.tsx';
import { words } from '../words.ts';

/** The list of feeds with their addresses. */
export default function Feeds({ site, page, heading, lists }: Filled<FeedsProps>) {
  return (
    <Layout site={site} page={page} kind="list">
      <div class="wrap">
        <header class="list-header">
          <h1>{heading}</h1>
          <p>{words(page.lang).feedsHelp}</p>
        </header>
        <ul class="feed-list">
          {lists.map(({ title, feeds }) => (
            <li>
              <span>{title}</span>
              {feeds.map((feed) => (
                <a href={feed.address} aria-label={`${title}: ${feed.title}`}>
                  {feed.title}
                </a>
              ))}
            </li>
          ))}
        </ul>
      </div>
    </Layout>
  );
}
