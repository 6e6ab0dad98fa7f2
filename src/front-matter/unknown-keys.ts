import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { fieldName } from './examples.ts';
import { ourField } from './foreign-names.ts';
import type { Foreign } from './held-back.ts';

/** Reports a key that the content type does not have, with our name for it where another system has it. */
export function unknownKey({
  key,
  known,
  path,
  fields,
}: {
  readonly key: string;
  readonly known: readonly string[];
  readonly path: string;
  readonly fields: Readonly<Record<string, unknown>>;
}): Diagnostic {
  const bare = Object.keys(insideKeys).find(
    (field) => fields[field] === null && insideKeys[field]?.includes(key),
  );
  if (bare !== undefined) return diagnose('not-indented', path, { field: [key] }, { key, field: bare });
  const ours = ourField(key, known);
  return ours === undefined
    ? diagnose(
        'unknown-key',
        path,
        { field: [key] },
        withNear(
          { key, ...(known.includes('extra') && { extra: 'extra' }) },
          known.includes(key) ? undefined : nearest(key, known),
        ),
      )
    : diagnose('other-name', path, { field: [key] }, { key, ours });
}

/** What the objects among the fields may hold. */
const insideKeys: Readonly<Record<string, readonly string[]>> = {
  image: ['src', 'alt', 'caption', 'credit', 'focus'],
  royalty: ['pages', 'photos', 'amount', 'shares'],
  attachments: ['src', 'title'],
  corrections: ['date', 'text'],
};

/** A warning for each unknown key of an object among the fields, or of the objects in a list. */
export function unknownInside({
  path,
  fields,
  foreign,
}: Context & { readonly foreign: Foreign }): Diagnostic[] {
  return Object.entries(insideKeys).flatMap(([field, innerKeys]) => {
    const value = fields[field];
    const objects: (readonly [readonly (string | number)[], unknown])[] = Array.isArray(value)
      ? value.map((item, index) => [[field, index], item])
      : [[[field], value]];
    return objects.flatMap(([at, object]) => {
      if (typeof object !== 'object' || object === null || Array.isArray(object)) return [];
      return Object.keys(object)
        .filter((key) => !innerKeys.includes(key))
        .map(
          (key) =>
            foreign.read({ at: [...at, key], value: Reflect.get(object, key) }) ??
            diagnose(
              'unknown-key',
              path,
              { field: [...at, key] },
              withNear({ key: fieldName([...at, key]) }, nearest(key, innerKeys)),
            ),
        );
    });
  });
}

const withNear = (values: Diagnostic['values'], near: string | undefined): Diagnostic['values'] =>
  near === undefined ? values : { ...values, near };

interface Context {
  readonly path: string;
  readonly fields: Readonly<Record<string, unknown>>;
}
