import { existsSync } from 'node:fs';
import path from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourcePlace } from '../places/place-site-code.ts';

/**
 * Reports that a page could not be made: at the position where its template threw, else for the site's own
 * template of that name, or the folder where there is none.
 */
export function templateFailed({
  root,
  output,
  template,
  reason,
  place,
}: {
  root: string;
  output: string;
  template: string;
  reason: string;
  place: SourcePlace | undefined;
}): Diagnostic {
  const own = `templates/pages/${template}.tsx`;
  const { file, ...at } = place ?? { file: existsSync(path.join(root, own)) ? own : 'templates' };
  return diagnose('template-failed', file, at, { output, reason: reason.replace(/\.$/, '') });
}
