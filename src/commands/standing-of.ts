import type { Analysis } from '../build/analyse.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { placeFields } from '../places/place-fields.ts';
import type { ArticleDocument } from '../types.ts';
import { statusOf } from '../workflow/gate.ts';
import { type NewsroomStanding, toStanding } from '../workflow/standings.ts';

interface Input {
  readonly root: string;
  readonly config: ResolvedConfig;
  readonly analysis: Analysis;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Where an article stands, and the mistake that keeps it from the readers, if there is one, whatever its
 * status.
 */
export type StandingOf = (document: ArticleDocument) => {
  readonly standing: NewsroomStanding;
  readonly mistake?: Diagnostic;
};

const keepOut = new Set<RuleId>(['unknown-category', 'duplicate-address', 'expires-before-date']);

/**
 * Tells for each article where it stands at a moment: what is neither kept out by a mistake nor by its status
 * or date is in public.
 */
export function createStandingOf({ root, config, analysis: { modelled, messages }, now }: Input): StandingOf {
  const outputs = new Map<string, string | undefined>(
    modelled.site.articles.map(({ document, output }) => [document.path, output]),
  );
  const isHeld = ({ rule }: Diagnostic): boolean => rule.startsWith('approval-');
  const isMistake = (message: Diagnostic): boolean => {
    const { rule, path, values } = message;
    return (
      isHeld(message) ||
      keepOut.has(rule) ||
      (rule === 'duplicate-output' && values.output === outputs.get(path) && values.kept !== path)
    );
  };
  const mistakes = new Map(
    placeFields(messages.filter(isMistake), root)
      .reverse()
      .map((message) => [message.path, message]),
  );
  return (document) => {
    const { date, expires } = document.data;
    const mistake = mistakes.get(document.path);
    const held = mistake !== undefined && isHeld(mistake);
    const standing = toStanding({
      status: statusOf(document, config),
      held,
      broken: mistake !== undefined && !held,
      date: Date.parse(date),
      ...(expires !== undefined && { expires: Date.parse(expires) }),
      now,
    });
    return { standing, ...(mistake && { mistake }) };
  };
}
