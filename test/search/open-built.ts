import { readFileSync } from 'node:fs';
import path from 'node:path';
import { find } from '../../src/search/find.ts';
import { openIndex } from '../../src/search/open-index.ts';
import { readQuery } from '../../src/search/query.ts';

/** Searches an index that lies on the disk: addresses of what a query finds, the best first. */
export async function openBuilt(folder: string) {
  const fail = (what: string) => () => {
    throw new Error(`a file of ${folder} is ${what}`);
  };
  const { entry, segments, row } = await openIndex({
    load: async (file) => readFileSync(path.join(folder, file)),
    onMissing: fail('missing'),
    onReplaced: fail('of another index'),
  });
  return async (query: string, filters: readonly number[] = []): Promise<string[]> => {
    const { weights, synonyms } = entry;
    const hits = await find({
      query: readQuery(query, synonyms),
      segments,
      filters,
      weights,
      byDate: false,
    });
    return Promise.all(
      hits.map(async ({ segment, number }) => (await row(segment, number))?.[1] ?? 'no row'),
    );
  };
}
