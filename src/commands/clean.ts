import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { removeCache } from '../cache/cache-folder.ts';
import { configFileOf } from '../load-config.ts';
import { clearOutput, locateOutput } from '../output-folder.ts';
import { UsageError } from '../usage-error.ts';

/** Removes what builds of a site made: its outputs, and its cache. Whatever else lies there stays. */
export async function clean({ site, out }: { site: string; out?: string }): Promise<number> {
  const given = path.resolve(site);
  if (!existsSync(given)) throw new UsageError({ en: `there is no folder ${given}`, vi: `không có thư mục ${given}` });
  configFileOf(given);
  const root = realpathSync(given);
  clearOutput(locateOutput({ root, out: path.resolve(out ?? path.join(given, 'dist')) }));
  removeCache(root);
  return 0;
}
