import type { Words } from 'broadsheet';
import { layers } from './word-layers.ts';

/** Words for templates, with their language. */
export type Table = Words & { readonly lang: string };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** A text, or one for each plural form. */
const isWord = (value: unknown): boolean =>
  isObject(value) ? 'other' in value && Object.values(value).every(isText) : isText(value);

/** The texts of the first layer, each replaced by that of the last layer with one. */
function overlay(wordLayers: readonly unknown[]): Record<string, unknown> {
  const [base, ...others] = wordLayers.filter(isObject);
  return Object.fromEntries(
    Object.entries(base ?? {}).map(([name, text]) => {
      const written = others.map((other) => other[name]);
      return [name, name === 'types' ? overlay([text, ...written]) : (written.findLast(isWord) ?? text)];
    }),
  );
}

function merge(): Record<string, Table> {
  const merged: Record<string, Table> = {};
  const written = (lang: string) => layers.flatMap((layer) => (layer[lang] ? [layer[lang]] : []));
  for (const lang of new Set(layers.flatMap((layer) => Object.keys(layer))))
    merged[lang.toLowerCase()] = {
      ...(overlay([...written('en'), ...written(lang)]) as unknown as Words),
      lang,
    };
  return merged;
}

/** All words of each language, by its code in lower case. Missing words are in English. */
export const tables: Readonly<Record<string, Table>> = merge();
