import type { ArticleProps, Filled } from 'broadsheet';
import { toClock } from '../parts/entry.tsx';
import Frame from '../parts/frame.tsx';

export default function Article({
  site,
  page,
  title,
  date,
  authors,
  summary,
  body,
  tags,
  related,
}: Filled<ArticleProps>) {
  return (
    <Frame site={site} page={page}>
      <article>
        <h1>{title}</h1>
        <p class="meta">
          <time dateTime={date}>{toClock(date)}</time>{' '}
          <span>{authors.map((author) => author.name).join(', ')}</span>
        </p>
        <p class="summary">
          <strong>{summary}</strong>
        </p>
        <div class="body" dangerouslySetInnerHTML={body} />
        <ul class="tags">
          {tags.map((tag) => (
            <li>
              <a href={tag.address}>{tag.title}</a>
            </li>
          ))}
        </ul>
      </article>
      <aside>
        <h2>Tin liên quan</h2>
        <ul>
          {related.map((card) => (
            <li>
              <a href={card.address}>{card.title}</a>
            </li>
          ))}
        </ul>
      </aside>
    </Frame>
  );
}
