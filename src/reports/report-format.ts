import type { ResolvedConfig } from '../config/config.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { isVietnamese } from '../words/vietnamese.ts';

/** Options of all reports. */
export interface ReportFlags {
  readonly site: string;
  readonly now?: string;
  readonly format: string;
  readonly language: MessageLanguage;
}

const formats = ['table', 'csv', 'json'];

/** Throws a `UsageError` for an unknown format. */
export function checkFormat(format: string): void {
  if (!formats.includes(format))
    throw new UsageError({
      en: `--format ${format}: expected ${formats.join(', ')}`,
      vi: `--format ${format}: cần ${formats.join(', ')}`,
    });
}

/** The language of files for later readers, which does not depend on the terminal. */
export const languageOfSite = ({ site }: ResolvedConfig): MessageLanguage =>
  isVietnamese(site.language) ? 'vi' : 'en';
