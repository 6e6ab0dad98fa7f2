import { toOutput } from '../content/permalink.ts';
import type { Site } from '../site.ts';
import type { SourcePath } from '../types.ts';

/** The file that a page is made from, by output: of articles, plain pages, categories and authors. */
export function sourcesOf(site: Site): Map<string, SourcePath> {
  const sources = new Map<string, SourcePath>();
  const add = (output: string | undefined, source: SourcePath): void => void (output !== undefined && sources.set(output, source));
  for (const { document, link } of [...site.categories.values(), ...site.authors]) add(toOutput(site.config, link.address), document.path);
  for (const { output, document } of [...site.pages, ...site.articles, ...site.withdrawn]) add(output, document.path);
  return sources;
}
