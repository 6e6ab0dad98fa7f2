import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'esbuild';

/** The parts of the site that the default theme does not have. */
export function ownPartsOf(roots: readonly string[]): string[] {
  const [overrides, defaults] = roots;
  if (overrides === undefined || defaults === undefined) return [];
  const defaultParts = templatesIn(path.join(defaults, 'parts'));
  return templatesIn(path.join(overrides, 'parts'))
    .filter((file) => !defaultParts.includes(file) && /x$/.test(file))
    .map((file) => `parts/${file}`);
}

/** Fills `own-parts.ts` with those parts, for the front page. */
export function ownParts(roots: readonly string[]): Plugin {
  const own = ownPartsOf(roots);
  return {
    name: 'broadsheet-own-parts',
    setup(build) {
      if (own.length === 0) return;
      build.onLoad({ filter: /[\\/]own-parts\.ts$/ }, () => ({
        contents: [
          ...own.map((file, index) => `import part${index} from 'broadsheet/templates/${file}';`),
          `export const ownParts = { ${own.map((file, index) => `'${file}': part${index}`).join(', ')} };`,
        ].join('\n'),
        loader: 'ts',
        resolveDir: roots.at(-1) ?? '',
      }));
    },
  };
}

/** The names of the templates and scripts in a folder; empty where there is no folder. */
export const templatesIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((file) => /\.[jt]sx?$/.test(file)) : [];
