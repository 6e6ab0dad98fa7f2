import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { findTemplates } from './foreign-markup.ts';

/** Fields that readers see, with the nested fields of those that are objects. */
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
 * Finds shortcodes and templates of other systems in fields that are shown as plain text. A character
 * reference at the beginning marks such text as intended.
 */
export function foreignFields({
  fields,
  data,
  names,
  path,
}: {
  /** Fields as in the file. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The fields as parsed, under our names. */
  readonly data: object;
  /** Our names of the fields that the site renames. */
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
