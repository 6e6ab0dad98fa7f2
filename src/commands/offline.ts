import path from 'node:path';
import { toOutput } from '../addresses/permalink.ts';
import { loadConfig } from '../config/load-config.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { copySite } from '../offline/copy-site.ts';
import { isWithin, locateOutput } from '../stages/locate-output.ts';
import { openOutput } from '../stages/output-folder.ts';
import { builtSite } from './built-site.ts';

export interface OfflineFlags {
  readonly site: string;
  readonly out?: string;
  readonly language: MessageLanguage;
}

/** Copies the built site into a folder such that browsers show it from a disk without a server. */
export async function offline(folder: string, { site, out, language }: OfflineFlags): Promise<number> {
  const root = path.resolve(site);
  const from = locateOutput({ root, out: path.resolve(out ?? path.join(root, 'dist')) });
  builtSite(from);
  const { config } = await loadConfig(root);
  const place = locateOutput({ root, out: path.resolve(folder) });
  if (isWithin(from, place) || isWithin(place, from))
    throw new UsageError({
      en: `${folder} holds the built site, or lies in it: choose another folder`,
      vi: `${folder} chứa trang đã dựng, hoặc nằm trong đó: hãy chọn thư mục khác`,
    });
  const to = openOutput(place);
  try {
    const count = await copySite({ from, to, toOutput: (address) => toOutput(config, address) });
    const start = path.join(path.relative(process.cwd(), place), 'index.html');
    process.stdout.write(
      language === 'vi' ? `${count} tệp; mở ${start}\n` : `${count} files; open ${start}\n`,
    );
    return 0;
  } catch (error) {
    to.abandon();
    throw error;
  }
}
