import type { ArticleProps, Filled } from 'broadsheet';

export default function Article({ title, date, authors, body }: Filled<ArticleProps>) {
  return (
    <html lang="vi">
      <h1>{title}</h1>
      {'\n'}
      <p>
        {date} {authors.map(({ name }) => name).join()}
      </p>
      {'\n'}
      <main dangerouslySetInnerHTML={body} />
      {'\n'}
    </html>
  );
}
