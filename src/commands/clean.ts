import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { removeCache } from '../cache/cache-folder.ts';
import { configFileOf } from '../config/load-config.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { locateOutput } from '../stages/locate-output.ts';
import { clearOutput } from '../stages/output-folder.ts';

/** Removes what builds of a site made: its outputs and its cache. Other files in these folders stay. */
export async function clean({ site, out }: { site: string; out?: string }): Promise<number> {
  const siteFolder = path.resolve(site);
  if (!existsSync(siteFolder))
    throw new UsageError({ en: `there is no folder ${siteFolder}`, vi: `không có thư mục ${siteFolder}` });
  configFileOf(siteFolder);
  const root = realpathSync(siteFolder);
  clearOutput(locateOutput({ root, out: path.resolve(out ?? path.join(siteFolder, 'dist')) }));
  removeCache(root);
  return 0;
}
