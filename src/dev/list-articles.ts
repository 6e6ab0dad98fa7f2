import { languageOf } from '../addresses/language-of.ts';
import { toAddress } from '../addresses/permalink.ts';
import type { DateTime, Language, SourcePath } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Document } from '../types.ts';
import type { NewsroomStanding, StandingOf } from '../workflow/standings.ts';

/** A line of the list of all articles. */
export interface ListedArticle {
  readonly path: SourcePath;
  readonly title: string;
  /** The language that its file belongs to. */
  readonly language: Language;
  readonly status: NewsroomStanding;
  /** The publication date, past or future; absent for a file that cannot be read. */
  readonly date?: DateTime;
  readonly expires?: DateTime;
  /** Its present address. */
  readonly address?: string;
  readonly errors: number;
  readonly warnings: number;
}

interface Input {
  readonly documents: readonly Document[];
  /** Files by output. */
  readonly sources: ReadonlyMap<string, SourcePath>;
  readonly messages: readonly Diagnostic[];
  readonly config: ResolvedConfig;
  readonly standingOf: StandingOf;
}

/** Lists every article: unreadable files first, then the newest first. */
export function listArticles({ documents, sources, messages, config, standingOf }: Input): ListedArticle[] {
  // The first output of each source: an original may also be in the tree of another language.
  const outputs = new Map([...sources].reverse().map(([output, source]) => [source, output]));
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const { path, severity } of messages) {
    let count = counts.get(path);
    if (!count) counts.set(path, (count = { errors: 0, warnings: 0 }));
    if (severity === 'error') count.errors += 1;
    else if (severity === 'warning') count.warnings += 1;
  }
  return documents
    .flatMap((document): ListedArticle[] => {
      const { path } = document;
      const language = languageOf(path, config);
      const count = counts.get(path) ?? { errors: 0, warnings: 0 };
      if (document.kind === 'broken') return [{ path, title: path, language, status: 'broken', ...count }];
      if (document.kind !== 'article') return [];
      const { title, date, expires } = document.data;
      const output = outputs.get(path);
      const address = output === undefined ? undefined : toAddress(config, output);
      return [
        {
          path,
          title,
          language,
          status: standingOf(document).standing,
          date,
          ...(expires && { expires }),
          ...(address && { address }),
          ...count,
        },
      ];
    })
    .sort(
      (a, b) =>
        Number(b.status === 'broken') - Number(a.status === 'broken') ||
        Date.parse(b.date ?? '') - Date.parse(a.date ?? '') ||
        (a.path < b.path ? -1 : 1),
    );
}
