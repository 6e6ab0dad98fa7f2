import type { ArticleData } from '../front-matter/data.ts';
import type { BlockReference, Reference } from '../types.ts';
import { bodyText } from './body-text.ts';
import type { Texts } from './terms.ts';

/** The parts of an article that are searched, as named in the configuration. */
export const searchFields = ['title', 'summary', 'tags', 'captions', 'authors', 'body'] as const;
export type SearchField = (typeof searchFields)[number];

interface Input {
  readonly data: ArticleData;
  readonly references: readonly Reference[];
  /** The stored body. */
  readonly html: string;
  readonly fields: readonly SearchField[];
}

/** The searched texts in an article's own file; names of authors are not in it. */
export function articleTexts({ data, references, html, fields }: Input): Texts {
  const has = (field: SearchField): boolean => fields.includes(field);
  const pictures = references.filter((reference) => reference.kind === 'picture');
  const { number, issuer, signer, field } = data.document ?? {};
  const summary = [
    ...(has('summary') ? [data.summary, ...data.keyPoints, number, issuer, signer, field] : []),
    ...(has('tags') ? data.tags : []),
    ...(has('captions')
      ? [
          data.image?.caption,
          data.image?.alt,
          ...pictures.flatMap(({ title, alt }) => [title, alt]),
          ...data.attachments.map(({ title }) => title),
          ...references.flatMap((reference) => (reference.kind === 'block' ? wordsOf(reference) : [])),
        ]
      : []),
  ];
  return {
    title: has('title') ? data.title : '',
    summary: summary.filter((text) => text !== undefined && text !== '').join('\n'),
    body: has('body') ? bodyText(html) : '',
  };
}

/** The words in the opening line of a block: its label, and attributes of several words. */
const wordsOf = ({ label, attributes }: BlockReference): readonly (string | undefined)[] => [
  label,
  ...Object.values(attributes).flatMap(([value]) => (/\S\s+\S/.test(value) ? value : [])),
];
