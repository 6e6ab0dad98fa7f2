import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { removeCache } from '../cache/cache-folder.ts';
import { configFileOf } from '../config/load-config.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { locateOutput } from '../stages/locate-output.ts';
import { clearOutput } from '../stages/output-folder.ts';

/** Removes what builds of a site made: its outputs, and its cache. Whatever else lies there stays. */
export async function clean({ site, out }: { site: string; out?: string }): Promise<number> {
  const given = path.resolve(site);
  if (!existsSync(given))
    throw new UsageError({ en: `there is no folder ${given}`, vi: `không có thư mục ${given}` });
  configFileOf(given);
  const root = realpathSync(given);
  clearOutput(locateOutput({ root, out: path.resolve(out ?? path.join(given, 'dist')) }));
  removeCache(root);
  return 0;
}
