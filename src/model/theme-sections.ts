import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { configName } from '../places/find-config-file.ts';

interface Input {
  readonly config: ResolvedConfig;
  /** The languages of the site, with their categories by the paths of their folders. */
  readonly editions: readonly { readonly categories: ReadonlyMap<string, unknown> }[];
  readonly report: (message: Diagnostic) => void;
}

/** Reports the sections that `theme` names and that are no categories of the site. */
export function checkThemeSections({ config: { theme }, editions, report }: Input): void {
  const keys = new Set(editions.flatMap(({ categories }) => [...categories.keys()]));
  const check = (key: string, field: readonly (string | number)[]): void => {
    if (keys.has(key)) return;
    const near = nearest(key, keys);
    report(
      diagnose(
        'unknown-section',
        configName,
        { field: ['theme', ...field] },
        { key, ...(near !== undefined && { near }) },
      ),
    );
  };
  for (const key of Object.keys(theme.sections)) check(key, ['sections', key]);
  for (const [index, part] of (theme.home ?? []).entries())
    if ('section' in part) check(part.section, ['home', index, 'section']);
}
