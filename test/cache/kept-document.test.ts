import { expect, test } from 'vitest';
import type { Digest, SourcePath } from '../../src/brands.ts';
import { joinDocument, type KeptHead, splitDocument, withData } from '../../src/cache/kept-document.ts';
import type { ArticleDocument, Document } from '../../src/types.ts';

const article: ArticleDocument = {
  kind: 'article',
  path: 'content/kinh-te/lua.md' as SourcePath,
  digest: 'd1' as Digest,
  data: {
    title: 'Giá lúa',
    tags: [],
    authors: [],
    categories: [],
    related: [],
    attachments: [],
    corrections: [],
    aliases: [],
    type: 'news',
  } as unknown as ArticleDocument['data'],
  body: 'd2' as Digest,
  excerpt: 'Vụ này được mùa.',
  headings: [{ depth: 2, id: 'gia-lua', text: 'Giá lúa' }],
  ids: ['user-content-fn-1'],
  references: [{ kind: 'picture', url: 'anh.jpg', alt: '', block: true, line: 7, column: 1 }],
  files: [['anh.jpg', true]],
  words: 4,
  messages: [],
};
const keep = (document: Document): Document => {
  const { head, rest } = splitDocument(document);
  return joinDocument(document, JSON.parse(head) as KeptHead, Buffer.from(rest));
};
/** Every field, asked for by name. */
const fields = ({
  kind,
  path,
  digest,
  data,
  body,
  excerpt,
  headings,
  ids,
  references,
  files,
  words,
  messages,
}: ArticleDocument) => ({
  kind,
  path,
  digest,
  data,
  body,
  excerpt,
  headings,
  ids,
  references,
  files,
  words,
  messages,
});

test('a kept document says what it said', () => {
  const kept = keep(article) as ArticleDocument;
  expect(fields(kept)).toEqual(fields(article));
  const { ids: _, files: __, ...bare } = article;
  expect(fields(keep(bare) as ArticleDocument)).toEqual(
    fields({ ...bare, ids: undefined, files: undefined }),
  );
});

test('with other front matter all else stays, read already or not', () => {
  const data = { ...article.data, title: 'Giá ngô' };
  const kept = keep(article) as ArticleDocument;
  expect(fields(withData(kept, data))).toEqual(fields({ ...article, data }));
  expect(fields(withData(withData(kept, article.data), data))).toEqual(fields({ ...article, data }));
  expect(fields(withData(article, data))).toEqual(fields({ ...article, data }));
});

test('a broken document has no second part', () => {
  const broken: Document = { kind: 'broken', path: article.path, digest: article.digest, messages: [] };
  expect(splitDocument(broken).rest).toBe('');
  expect(keep(broken)).toEqual(broken);
});
