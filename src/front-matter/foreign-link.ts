import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FrontMatter } from './front-matter.ts';

/** Keys under which other systems have the address of an article that stands elsewhere. */
const keys = ['source_url', 'external_url', 'sourceUrl', 'externalUrl', 'sourceURL', 'externalURL'];

/**
 * An article without a body that names an address on another site is read as one with our `link`. With a body
 * the address is its source, and the keys are ignored.
 */
export function readForeignLink(
  matter: FrontMatter,
  path: string,
): { readonly matter: FrontMatter; readonly messages: readonly Diagnostic[] } {
  const { fields, body } = matter;
  const key = keys.find((name) => /^https?:\/\//i.test(String(fields[name] ?? '')));
  if (key === undefined || (fields.link ?? '') !== '' || /\S/.test(body)) return { matter, messages: [] };
  const { [key]: link, ...others } = fields;
  return {
    matter: { ...matter, fields: { ...others, link } },
    messages: [diagnose('foreign-link', path, { field: [key] }, { key, value: String(link) })],
  };
}
