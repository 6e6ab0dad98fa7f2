import path from 'node:path';
import { toSetup } from '../build/analyse.ts';
import { cacheFolderOf } from '../cache/cache-folder.ts';
import { readCache } from '../cache/read-cache.ts';
import { createState } from '../cache/state.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import { pipelineFingerprint } from '../config/pipeline-fingerprint.ts';
import { allCategories } from '../model/addresses.ts';
import { createClaims } from '../model/claims.ts';
import { indexCategories } from '../model/find-categories.ts';
import { placeArticles } from '../model/placed-articles.ts';
import type { AddressedArticle } from '../readers/article-addresses.ts';
import { discover } from '../stages/discover.ts';
import { inOrder, read } from '../stages/read.ts';
import type { Document } from '../types.ts';
import { createPool } from '../workers/pool.ts';

/**
 * Every article of a site with its addresses, published or not: what has expired was read while it was there.
 * Costs little where a build has left its cache, as nothing is known but addresses.
 */
export async function listArticles({ site }: { site: string }): Promise<{
  readonly root: string;
  readonly config: ResolvedConfig;
  readonly articles: readonly AddressedArticle[];
}> {
  const root = path.resolve(site);
  const now = Date.now();
  const { config, module, digest } = await loadConfig(root);
  const { files } = discover({ root });
  const { state: old, bodies } = readCache({
    folder: cacheFolderOf(root),
    fingerprint: pipelineFingerprint(config, digest),
  });
  const next = createState('', '');
  const pool = createPool({
    jobs: 1,
    limits: config.limits,
    setup: toSetup({ root, config, module, theme: '', bodies: '' }),
  });
  try {
    await read({ root, files, old, next, pool, bodies, started: now, progress: () => {} });
  } finally {
    await pool.close();
    bodies.close();
  }
  const documents = inOrder(files, next.documents());
  const ofKind = <Kind extends Document['kind']>(kind: Kind) =>
    documents.filter((document): document is Extract<Document, { kind: Kind }> => document.kind === kind);
  const claims = createClaims(() => {});
  const unpublished: AddressedArticle[] = [];
  const placed = placeArticles({
    documents: ofKind('article'),
    categories: indexCategories(allCategories(documents, { config, claims }).categories),
    config,
    claims,
    now,
    drafts: false,
    report: () => {},
    // Whether an article is published is not asked.
    approval: { problem: () => undefined, change: () => undefined },
    hide: ({ document, output }) =>
      unpublished.push({
        address: `${config.site.base}${output.replace(/(^|\/)index\.html$/, '$1')}`,
        aliases: document.data.aliases,
      }),
  });
  const inPublic = placed
    .filter(({ document }) => document.data.link === undefined)
    .map(({ document, place }) => ({ address: place.address, aliases: document.data.aliases }));
  return { root, config, articles: [...unpublished, ...inPublic] };
}
