import { readFileSync } from 'node:fs';
import path from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourcePath } from '../types.ts';
import { parseViews, type ViewsData } from './views-data.ts';

/** Reads the numbers of readers; a file that is damaged is a warning, and there are none. */
export function readViews({ root, path: file }: { root: string; path: SourcePath }): { readonly data?: ViewsData; readonly messages: readonly Diagnostic[] } {
  try {
    return { data: parseViews(readFileSync(path.join(root, file), 'utf8')), messages: [] };
  } catch (error) {
    return { messages: [diagnose('broken-views', file, {}, { file, reason: error instanceof Error ? error.message.slice(0, 200) : '' })] };
  }
}
