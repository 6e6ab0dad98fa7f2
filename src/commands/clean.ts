import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../usage-error.ts';

/** Removes what builds made: the output folder and the cache. */
export async function clean({ site, out }: { site: string; out?: string }): Promise<number> {
  const root = path.resolve(site);
  if (!existsSync(root)) throw new UsageError({ en: `there is no folder ${root}`, vi: `không có thư mục ${root}` });
  const target = path.resolve(out ?? path.join(root, 'dist'));
  if (existsSync(target) && !existsSync(path.join(target, '.broadsheet')))
    throw new UsageError({ en: `${target} was not made by Broadsheet: remove it yourself`, vi: `${target} không do Broadsheet tạo: hãy tự xóa nó` });
  rmSync(target, { recursive: true, force: true });
  rmSync(`${target}.building`, { recursive: true, force: true });
  rmSync(path.join(root, '.cache'), { recursive: true, force: true });
  return 0;
}
