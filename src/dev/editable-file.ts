import { existsSync } from 'node:fs';
import path from 'node:path';
import type { SourcePath } from '../brands.ts';
import { configFiles } from '../places/find-config-file.ts';
import type { TemplateName } from '../props.ts';

interface Input {
  /** The site's folder, absolute. */
  readonly root: string;
  readonly template: TemplateName;
  readonly output: string;
  /** Source files by the output that is made from them. */
  readonly sources: ReadonlyMap<string, SourcePath>;
}

/**
 * The file to open for a page without a source: the source of the list that it continues, else the site's own
 * template, else the configuration.
 */
export function editableFile({ root, template, output, sources }: Input): string | undefined {
  const list = sources.get(`${path.posix.dirname(path.posix.dirname(output))}/index.html`);
  if (list !== undefined && template === 'list') return list;
  const candidates = [
    ...['tsx', 'ts', 'jsx', 'js'].map((ending) =>
      path.join(root, 'templates/pages', `${template}.${ending}`),
    ),
    ...configFiles(root),
  ];
  const existing = candidates.find((file) => existsSync(file));
  return existing && path.relative(root, existing).split(path.sep).join('/');
}
