import type { ResolvedConfig } from '../config.ts';
import type { ArticleDocument, Document, SourcePath } from '../types.ts';

/** A value that is nobody's business, with the front matter key that it stands under. */
export interface Secret {
  readonly key: string;
  readonly value: string;
}

export interface Secrets {
  /** Generators of the site's own, whose data may be anything. */
  readonly generators: ReadonlySet<string>;
  /** Addresses of authors, in lower case, that the site does not publish itself. */
  readonly emails: readonly string[];
  /** The private values of an article that are distinctive enough to be looked for. */
  readonly of: (path: SourcePath | undefined) => readonly Secret[];
}

/** What must not be in any output. */
export function createSecrets(documents: readonly Document[], config: ResolvedConfig): Secrets {
  const emails = new Set<string>();
  const byPath = new Map<string, readonly Secret[]>();
  for (const document of documents) {
    if (document.kind === 'author') for (const address of document.data.email ?? []) emails.add(address.toLowerCase());
    if (document.kind !== 'article') continue;
    const secrets = secretsIn(document, config);
    if (secrets.length > 0) byPath.set(document.path, secrets);
  }
  emails.delete(config.site.organisation.email?.toLowerCase() ?? '');
  return { generators: new Set(Object.keys(config.routes)), emails: [...emails], of: (path) => (path === undefined ? [] : (byPath.get(path) ?? [])) };
}

function secretsIn({ data }: ArticleDocument, config: ResolvedConfig): Secret[] {
  const secrets: Secret[] = [];
  const add = (key: string, value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) add(key, item);
    else if (typeof value === 'object' && value !== null) for (const [inner, item] of Object.entries(value)) add(`${key}.${inner}`, item);
    else if ((typeof value === 'string' && value.length >= 8) || (typeof value === 'number' && value >= 100_000)) secrets.push({ key, value: String(value) });
  };
  add('royalty.amount', data.royalty?.amount);
  add('approvedAt', data.approvedAt);
  for (const key of config.private) add(`extra.${key}`, data.extra?.[key]);
  return secrets;
}
