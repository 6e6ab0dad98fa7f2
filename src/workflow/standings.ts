import { lazy } from '../bytes/lazy.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Status } from '../front-matter/schema.ts';
import { placeFields } from '../places/place-fields.ts';
import type { ArticleDocument } from '../types.ts';
import { beginOf, endOf } from './counted-dates.ts';

/** The standing of an article for its newsroom: its status, or what keeps an approved one from readers. */
export type NewsroomStanding =
  | 'draft'
  | 'pending'
  | 'rejected'
  | 'unapproved'
  | 'broken'
  | 'scheduled'
  | 'expired'
  | 'withdrawn'
  | 'published';
/** All standings, in display order. */
export const standings: readonly NewsroomStanding[] = [
  'draft',
  'rejected',
  'pending',
  'unapproved',
  'broken',
  'scheduled',
  'published',
  'expired',
  'withdrawn',
];

/** The status of an article. Without one it is approved or, where approval is required, a draft. */
export const statusOf = ({ data }: ArticleDocument, config: ResolvedConfig): Status =>
  data.status ?? (config.workflow.approval ? 'draft' : 'approved');

interface Moment {
  readonly config: ResolvedConfig;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Whether the article is or was marked as approved, but its approval is not valid. */
  readonly held?: boolean;
  /** Whether a mistake keeps an approved article from readers. */
  readonly broken?: boolean;
}

/** The standing of an article at a time. */
export function standingOf(
  document: ArticleDocument,
  { config, now, held = false, broken = false }: Moment,
): NewsroomStanding {
  const status = statusOf(document, config);
  if (held) return 'unapproved';
  if (status !== 'approved') return status;
  if (broken) return 'broken';
  if (isExpired(document, now)) return 'expired';
  return isAhead(document, now) ? 'scheduled' : 'published';
}

/** Whether an article has expired at a time, whatever its status. */
export const isExpired = (document: ArticleDocument, now: number): boolean => endOf(document.data) <= now;

/** Whether an article's date is in the future at a time, whatever its status. */
export const isAhead = (document: ArticleDocument, now: number): boolean => beginOf(document.data) > now;

interface SiteStandings {
  /** The site's folder, absolute. */
  readonly root: string;
  readonly config: ResolvedConfig;
  /** All messages about the site, before its own severities are applied. */
  readonly messages: readonly Diagnostic[];
  /** The published articles and their outputs. */
  readonly articles: readonly { readonly document: ArticleDocument; readonly output?: string }[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The standing of an article, and the mistake that keeps it from readers, if any, whatever its status. */
export type StandingOf = (document: ArticleDocument) => {
  readonly standing: NewsroomStanding;
  readonly mistake?: Diagnostic;
};

/** Mistakes that keep an article from readers. */
const keepOut = new Set<RuleId>([
  'unknown-category',
  'held-back-category',
  'duplicate-address',
  'expires-before-date',
  'ambiguous-date',
  'slug-path',
  'bad-permalink',
]);

const isHeldBy = ({ rule }: Diagnostic): boolean => rule.startsWith('approval-');

/**
 * Makes the function that finds the standing of each article of a site at a time, from its status, dates and
 * mistakes.
 */
export function createStandingOf({ root, config, messages, articles, now }: SiteStandings): StandingOf {
  const mistakeByPath = findMistakes({ root, messages, articles });
  return (document) => {
    const mistake = mistakeByPath.get(document.path);
    const held = mistake !== undefined && isHeldBy(mistake);
    const broken = mistake !== undefined && !held;
    return { standing: standingOf(document, { config, now, held, broken }), ...(mistake && { mistake }) };
  };
}

/** The first mistake of each article that keeps it from readers. */
function findMistakes({
  root,
  messages,
  articles,
}: Pick<SiteStandings, 'root' | 'messages' | 'articles'>): ReadonlyMap<string, Diagnostic> {
  const outputByPath = lazy(
    () =>
      new Map<string, string | undefined>(articles.map(({ document, output }) => [document.path, output])),
  );
  const isMistake = (message: Diagnostic): boolean => {
    const { rule, path, values } = message;
    if (isHeldBy(message) || keepOut.has(rule)) return true;
    if (rule !== 'duplicate-output' || values.kept === path) return false;
    return values.output === outputByPath().get(path);
  };
  const mistakes = placeFields(messages.filter(isMistake), root).reverse();
  return new Map(mistakes.map((mistake) => [mistake.path, mistake]));
}

/**
 * Who has to act next: authors write and fix (approvers where there are no authors), approvers decide, and
 * the rest needs nobody. Without `approvers` nobody can decide, as the article is in no category.
 */
export function turnOf(
  standing: NewsroomStanding,
  { authors, approvers }: { authors: readonly string[]; approvers?: readonly string[] },
): readonly string[] {
  if (standing === 'draft' || standing === 'rejected') return authors;
  if (standing === 'broken') return authors.length > 0 ? authors : (approvers ?? []);
  if (!approvers) return standing === 'pending' ? authors : [];
  return standing === 'pending' || standing === 'unapproved' ? approvers : [];
}
