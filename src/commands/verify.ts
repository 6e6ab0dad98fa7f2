import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../build/build.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { filesOf } from '../stages/output-folder.ts';

export interface Difference {
  readonly output: string;
  readonly cause: 'missing' | 'extra' | 'other-bytes';
}

const causes: Record<MessageLanguage, Record<Difference['cause'], string>> = {
  vi: {
    missing: 'bản dựng từ đầu có tệp này, thư mục đầu ra thì không',
    extra: 'bản dựng từ đầu không có tệp này',
    'other-bytes':
      'nội dung khác bản dựng từ đầu: tệp bị sửa tay, mẫu trang dùng đến điều khác ngoài props của nó, hoặc một hàm trong “routes” đọc tệp mà không qua site.read()',
  },
  en: {
    missing: 'the clean build has this file, the output folder does not',
    extra: 'the clean build does not have this file',
    'other-bytes':
      'its bytes are not those of the clean build: it was edited by hand, its template uses something besides its props, or a function in “routes” reads a file by other means than site.read()',
  },
};

/**
 * Builds as usual, then builds clean beside it, and compares every byte. Resolves to exit status 1 when
 * anything differs.
 */
export async function verify({
  site,
  out,
  language,
}: {
  site: string;
  out?: string;
  language: MessageLanguage;
}): Promise<number> {
  const root = path.resolve(site);
  const target = path.resolve(out ?? path.join(root, 'dist'));
  const now = Date.now();
  const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-verify-'));
  try {
    const { refused } = await build({ root, out: target, now, cache: true });
    if (refused)
      throw new UsageError({
        en: 'the templates cannot be used: broadsheet check says why',
        vi: 'không dùng được mẫu trang: broadsheet check cho biết vì sao',
      });
    const clean = path.join(scratch, 'dist');
    await build({ root, out: clean, now, cache: false, cacheFolder: path.join(scratch, 'cache') });
    const differences = compare(target, clean);
    for (const { output, cause } of differences)
      process.stdout.write(`${output}: ${causes[language][cause]}\n`);
    const count = filesOf(clean).length;
    process.stdout.write(
      language === 'vi'
        ? `${count} tệp được so sánh, ${differences.length} khác biệt\n`
        : `${count} files compared, ${differences.length} differences\n`,
    );
    return differences.length > 0 ? 1 : 0;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The differences between the folder `built` and the clean one. */
function compare(built: string, clean: string): Difference[] {
  const left = new Set(filesOf(built));
  const differences: Difference[] = [];
  for (const output of filesOf(clean)) {
    if (!left.delete(output)) differences.push({ output, cause: 'missing' });
    else if (!readFileSync(path.join(built, output)).equals(readFileSync(path.join(clean, output))))
      differences.push({ output, cause: 'other-bytes' });
  }
  for (const output of left) differences.push({ output, cause: 'extra' });
  return differences.sort((a, b) => (a.output < b.output ? -1 : 1));
}
