import { statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../diagnostics/usage-error.ts';

/** The folder of a built site. Throws a {@link UsageError} where there is none. */
export function builtSite(folder: string): string {
  if (statSync(path.join(folder, 'index.html'), { throwIfNoEntry: false })?.isFile()) return folder;
  throw new UsageError({
    en: `${folder} has no index.html: run "broadsheet build" first`,
    vi: `${folder} không có index.html: hãy chạy "broadsheet build" trước`,
  });
}
