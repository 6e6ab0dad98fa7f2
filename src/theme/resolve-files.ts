import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Resolves a theme file in the site's folder first, then in the default theme, wherever the import is. A file
 * that replaces a default one may import that one by its `broadsheet/templates/` name.
 */
export function resolveIn(roots: readonly string[], resolvePreact = (name: string): string => name): Plugin {
  const endings = ['', '.tsx', '.ts', '.jsx', '.js', '.css'];
  return {
    name: 'broadsheet-theme',
    setup(build) {
      build.onResolve({ filter: /^preact(\/|-render-to-string$|$)/ }, ({ path: name }) => ({
        path: resolvePreact(name),
        external: true,
      }));
      build.onResolve(
        { filter: /^(?:\.{1,2}\/|broadsheet\/templates\/)/ },
        ({ path: written, importer, resolveDir }) => {
          const root = roots.find(
            (folder) => resolveDir === folder || resolveDir.startsWith(folder + path.sep),
          );
          if (root === undefined) return undefined;
          // Fonts for old browsers have a query: `x.eot?#iefix`.
          const [, name = written, suffix = ''] = /^([^?#]*)([?#].*)?$/s.exec(written) ?? [];
          const relative = name.startsWith('broadsheet/templates/')
            ? name.slice('broadsheet/templates/'.length)
            : path.relative(root, path.resolve(resolveDir, name));
          // Code that the reader's script shares with the tool is no template.
          if (relative.startsWith('..')) return undefined;
          for (const folder of roots) {
            for (const ending of endings) {
              const file = path.join(folder, relative) + ending;
              if (file !== importer && existsSync(file) && !file.endsWith(path.sep))
                return { path: file, suffix };
            }
          }
          return undefined;
        },
      );
    },
  };
}
