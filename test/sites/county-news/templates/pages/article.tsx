import type { ArticleProps, Filled } from 'broadsheet';
import Layout from '../parts/layout.tsx';

export default function Article({
  site,
  page,
  title,
  date,
  authors,
  tags,
  body,
  words,
  related,
  previous,
  next,
}: Filled<ArticleProps>) {
  return (
    <Layout site={site} page={page}>
      <h1>{title}</h1>
      {'\n'}
      <p>
        {date} {words} words by {authors.map(({ name, address }) => `${name} ${address}`).join()} about{' '}
        {tags.map(({ title: tag, address }) => `${tag} ${address}`).join()}
      </p>
      {'\n'}
      <main dangerouslySetInnerHTML={body} />
      {'\n'}
      <p>
        related {related.map((card) => card.title).join()}, previous {previous?.title}, next {next?.title}
      </p>
    </Layout>
  );
}
