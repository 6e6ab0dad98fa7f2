import type { SourcePath } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { ArticleDocument, Document } from '../types.ts';
import { hideKeys } from './public-data.ts';

/** A private value, with its front matter key. */
export interface Secret {
  readonly key: string;
  readonly value: string;
}

export interface Secrets {
  /** Email addresses of authors, in lower case, that the site does not publish itself. */
  readonly emails: readonly string[];
  /** Values of all articles, without duplicates, that nobody would write by chance. */
  readonly distinctive: readonly Secret[];
  /** The private values of an article that are distinctive enough to search for on its own page. */
  readonly of: (path: SourcePath | undefined) => readonly Secret[];
}

/** Collects what must not be in any output. */
export function createSecrets(documents: Iterable<Document>, config: ResolvedConfig): Secrets {
  const emails = new Set<string>();
  const distinctive = new Map<string, Secret>();
  const byPath = new Map<string, readonly Secret[]>();
  for (const document of documents) {
    if (document.kind === 'author')
      for (const address of document.data.email ?? []) emails.add(address.toLowerCase());
    if (document.kind !== 'article') continue;
    const secrets = secretsIn(document, config);
    if (secrets.length === 0) continue;
    byPath.set(document.path, secrets);
    for (const secret of secrets)
      if (isDistinctive(secret) && !distinctive.has(secret.value)) distinctive.set(secret.value, secret);
  }
  emails.delete(config.site.organisation.email?.toLowerCase() ?? '');
  return {
    emails: [...emails],
    distinctive: [...distinctive.values()],
    of: (path) => (path === undefined ? [] : (byPath.get(path) ?? [])),
  };
}

function secretsIn({ data }: ArticleDocument, config: ResolvedConfig): Secret[] {
  const secrets: Secret[] = [];
  const add = (key: string, value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) add(key, item);
    else if (typeof value === 'object' && value !== null)
      for (const [inner, item] of Object.entries(value)) add(`${key}.${inner}`, item);
    else if (
      (typeof value === 'string' && value.trim().length >= 8) ||
      (typeof value === 'number' && value >= 100_000)
    )
      secrets.push({ key, value: String(value).trim() });
  };
  add('royalty.amount', data.royalty?.amount);
  add('approvedAt', data.approvedAt);
  if (data.extra)
    hideKeys({ value: data.extra, keys: config.private, hidden: (key, value) => add(`extra.${key}`, value) });
  return secrets;
}

/**
 * Whether a value is distinctive. Times and round sums are common in texts: the secret of one article may be
 * the news of another.
 */
const isDistinctive = ({ key, value }: Secret): boolean =>
  key !== 'approvedAt' && !(key === 'royalty.amount' && value.replace(/0+$/, '').length < 5);
