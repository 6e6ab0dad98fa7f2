import { existsSync } from 'node:fs';
import path from 'node:path';

/** The configuration's name in messages and, by default, on the disk. */
export const configName = 'broadsheet.config.ts';

/** Name of the configuration that a site's folder has; undefined when it has none. */
export const findConfigFile = (root: string): string | undefined =>
  [configName, 'broadsheet.config.js', 'broadsheet.config.mjs'].find((name) =>
    existsSync(path.join(root, name)),
  );

/** Where a site's configuration may be, absolute. */
export const configFiles = (root: string): string[] =>
  ['ts', 'js', 'mjs'].map((ending) => path.join(root, `broadsheet.config.${ending}`));

/** The nearest folder, of this one and those above, that is a site's; this one where none is. */
export function findSite(folder: string): string {
  for (let above = folder; ; above = path.dirname(above)) {
    if (findConfigFile(above) !== undefined) return above;
    if (above === path.dirname(above)) return folder;
  }
}
