import { smartPunctuation } from './smart-punctuation.ts';

/** Fields that are sentences, with their nested fields. Names, numbers and tags are none. */
const sentences: Readonly<Record<string, readonly string[]>> = {
  title: [],
  summary: [],
  description: [],
  keyPoints: [],
  withdrawal: [],
  image: ['caption'],
  attachments: ['title'],
  corrections: ['text'],
};

/** Applies {@link smartPunctuation} to fields of a document. */
export const punctuateFields = (data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const inside = Object.hasOwn(sentences, name) ? sentences[name] : undefined;
      return [name, inside ? punctuate(value, inside) : value];
    }),
  );

function punctuate(value: unknown, inside: readonly string[]): unknown {
  if (typeof value === 'string') return inside.length === 0 ? smartPunctuation(value) : value;
  if (Array.isArray(value)) return value.map((item) => punctuate(item, inside));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, inside.includes(name) ? punctuate(item, []) : item]),
  );
}
