import type { ArticleData } from '../front-matter/data.ts';
import type { BlockReference, Reference } from '../types.ts';
import { bodyText } from './body-text.ts';
import type { Texts } from './terms.ts';

/** What is looked through, as the configuration names it. */
export const searchFields = ['title', 'summary', 'tags', 'captions', 'authors', 'body'] as const;
export type SearchField = (typeof searchFields)[number];

interface Input {
  readonly data: ArticleData;
  readonly references: readonly Reference[];
  /** As the store has it. */
  readonly html: string;
  readonly fields: readonly SearchField[];
}

/** What is looked through of an article that stands in its own file: the names of authors do not. */
export function articleTexts({ data, references, html, fields }: Input): Texts {
  const has = (field: SearchField): boolean => fields.includes(field);
  const pictures = references.filter((reference) => reference.kind === 'picture');
  const summary = [
    ...(has('summary') ? [data.summary, ...data.keyPoints, data.document?.number] : []),
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

/** The words of a block that stand in its opening line: its label, and attributes of several words. */
const wordsOf = ({ label, attributes }: BlockReference): readonly (string | undefined)[] => [
  label,
  ...Object.values(attributes).flatMap(([value]) => (/\S\s+\S/.test(value) ? value : [])),
];
