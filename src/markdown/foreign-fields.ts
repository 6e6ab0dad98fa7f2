import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { findTemplates } from './foreign-markup.ts';

/** Fields that are shown, and what of them is when they hold others. */
const shown: Readonly<Record<string, readonly string[]>> = {
  title: [],
  summary: [],
  description: [],
  role: [],
  image: ['alt', 'caption', 'credit'],
  attachments: ['title'],
  corrections: ['text'],
};

type Field = readonly [keys: readonly (string | number)[], value: unknown];

const inside = ([at, value]: Field, names: readonly string[]): Field[] =>
  typeof value === 'object' && value !== null
    ? names.map((name) => [[...at, name], Reflect.get(value, name)] as const)
    : [[at, value]];

/**
 * Shortcodes and templates of other systems in the fields that readers see as they are typed. A character
 * reference in front, which is read as its character, says that it is meant.
 */
export function foreignFields({
  fields,
  data,
  names,
  path,
}: {
  /** As they stand in the file. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** What was read of them, under our names. */
  readonly data: object;
  /** Our names of the fields that the site has names of its own for. */
  readonly names: Readonly<Record<string, string>>;
  readonly path: string;
}): Diagnostic[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    const name = names[key] ?? key;
    const parts = name in data ? shown[name] : undefined;
    if (!parts) return [];
    const items: Field[] = Array.isArray(value)
      ? value.map((item, index) => [[key, index], item] as const)
      : [[[key], value]];
    return items
      .flatMap((item) => inside(item, parts))
      .flatMap(([at, text]) => {
        const [template] = typeof text === 'string' ? findTemplates(text) : [];
        return template === undefined
          ? []
          : [diagnose('foreign-markup', path, { field: at }, { found: template, key: at.join('.') })];
      });
  });
}
