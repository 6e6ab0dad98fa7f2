import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../bytes/replace-file.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { addressesOf, addressesPath, parseAddresses, withAddresses } from '../model/known-addresses.ts';
import { survey } from './survey.ts';

export interface AddressesFlags {
  readonly site: string;
  readonly now?: string;
  readonly write?: boolean;
  readonly language: MessageLanguage;
}

/**
 * Prints the addresses of all articles, pages and categories, one per line. With `write` adds them to the
 * list in `content/_data/`, which is to be committed.
 */
export async function addresses({ site, now, write = false, language }: AddressesFlags): Promise<number> {
  const { root, analysis } = await survey({ site, ...(now !== undefined && { now }) });
  const present = addressesOf(analysis.modelled.site);
  if (!write) {
    process.stdout.write(present.map((address) => `${address}\n`).join(''));
    return 0;
  }
  const file = path.join(root, addressesPath);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const after = withAddresses(before, present);
  if (after !== before) replaceFile(file, [after]);
  const [old, all] = [before, after].map((text) => parseAddresses(text).length) as [number, number];
  process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
  process.stderr.write(
    language === 'vi'
      ? `${all} địa chỉ, ${all - old} địa chỉ mới; hãy commit tệp này\n`
      : `${all} addresses, ${all - old} of them new; commit this file\n`,
  );
  return 0;
}
