import { classifyUrl } from '../addresses/classify-url.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DocumentKind } from '../types.ts';
import { fieldName } from './examples.ts';

/**
 * Fields whose texts, or `src` of objects, become addresses of pages. `link` has a form of its own; the
 * `aliases` of an author are names.
 */
const addressKeys: Readonly<Record<DocumentKind, readonly string[]>> = {
  article: ['image', 'attachments', 'aliases'],
  page: ['aliases'],
  author: ['image'],
  category: ['aliases'],
  tag: [],
};

interface Input {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly value: unknown;
  readonly path: string;
}

/**
 * An error for each address in a field of a scheme that could run something: it is read as a browser reads
 * it.
 */
export function unsafeAddresses({ kind, name, value: whole, path }: Input): Diagnostic[] {
  const check = (value: unknown, at: readonly (string | number)[]): Diagnostic[] => {
    if (Array.isArray(value)) return value.flatMap((item, index) => check(item, [...at, index]));
    if (typeof value === 'object' && value !== null)
      return 'src' in value ? check(value.src, [...at, 'src']) : [];
    const target = typeof value === 'string' ? classifyUrl(value, { origin: '', base: '/' }) : undefined;
    if (target?.kind !== 'unsafe') return [];
    const url = String(value).trim().slice(0, 80);
    return [
      diagnose('address-scheme', path, { field: at }, { key: fieldName(at), url, scheme: target.scheme }),
    ];
  };
  return addressKeys[kind].includes(name) ? check(whole, [name]) : [];
}
