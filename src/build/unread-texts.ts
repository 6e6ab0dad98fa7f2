import { isData } from '../addresses/content-paths.ts';
import { isMarkdown } from '../addresses/markdown-name.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { firstNames } from '../diagnostics/message-values.ts';
import { staticFolder } from '../model/public-files.ts';
import type { SourceFile } from '../stages/discover.ts';

/** Endings of files that hold texts, and are not read. */
const textEnding =
  /\.(?:(?:md|markdown)\.[a-z]{1,8}|mdx|mdown|mdwn|mkdn?|mdtxt|mdtext|rmd|qmd|html?|xhtml|te?xt|rst|adoc|asciidoc|asc|org|textile|creole|wiki|mediawiki|tex|pug|haml|njk|liquid|docx?|odt|rtf|pages)$/i;

interface Input {
  readonly files: readonly SourceFile[];
  /** Files that something refers to, which are published. */
  readonly isUsed: (file: SourceFile) => boolean;
}

interface Group {
  readonly rule: RuleId;
  /** The ending, or the folder, that the files have in common. */
  readonly what: string;
  readonly paths: string[];
}

/**
 * Files below `content/` that look like texts but are neither read nor published. They are reported in
 * groups, one message each: by ending, by folder whose name begins with `_`, by folder below `_authors/`, and
 * all files whose own name begins with `_`.
 */
export function unreadTexts({ files, isUsed }: Input): Diagnostic[] {
  /** Files that documents are links to. */
  const linked = new Set(files.flatMap(({ kind, real }) => (kind !== undefined && real ? [real] : [])));
  const groups = new Map<string, Group>();
  for (const file of files) {
    const { path } = file;
    if (file.kind !== undefined || isData(path) || path.startsWith(staticFolder)) continue;
    if (isUsed(file) || linked.has(path)) continue;
    const common = commonOf(path);
    if (!common) continue;
    const [rule, what] = common;
    const group = groups.get(`${rule} ${what}`) ?? { rule, what, paths: [] };
    groups.set(`${rule} ${what}`, group);
    group.paths.push(path);
  }
  return [...groups.values()].map(toMessage);
}

/** What a file has in common with others that are not read for the same reason. */
function commonOf(path: string): readonly [RuleId, string] | undefined {
  const ending = textEnding.exec(path)?.[0].toLowerCase();
  if (!isMarkdown(path)) return ending === undefined ? undefined : ['unread-text', ending];
  if (path.startsWith(authorsFolder)) {
    const below = /^[^/]+(?=\/)/.exec(path.slice(authorsFolder.length))?.[0];
    return below === undefined ? ['underscore-file', ''] : ['author-folder', `${authorsFolder}${below}`];
  }
  const folder = /^(?:[^/]+\/)*?_[^/]*(?=\/)/.exec(path)?.[0];
  return folder === undefined ? ['underscore-file', ''] : ['underscore-folder', folder];
}

const authorsFolder = 'content/_authors/';

function toMessage({ rule, what, paths }: Group): Diagnostic {
  const [first = ''] = paths;
  return diagnose(rule, first, {}, { ...firstNames(paths), ...(what !== '' && { what }) });
}
