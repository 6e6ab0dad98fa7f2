import type { SourcePath } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ApprovalCommit } from '../history/histories.ts';
import type { CategoryDraft } from '../model/categories.ts';
import type { Registry } from '../model/registry.ts';
import type { ArticleDocument } from '../types.ts';

interface Input {
  readonly config: ResolvedConfig;
  readonly registry: Registry;
  /**
   * The commit that set the present status and approver of an article; undefined when it is not committed
   * yet.
   */
  readonly commitOf?: (path: SourcePath) => ApprovalCommit | undefined;
}

export interface Approval {
  /**
   * Why the approval of an article is not valid, and who has to do what; undefined when it is valid. It also
   * covers articles that were approved before they were withdrawn.
   */
  readonly problem: (document: ArticleDocument, listed: readonly CategoryDraft[]) => Diagnostic | undefined;
  /** A message when the text changed since the approval, and not by an editor. */
  readonly change: (document: ArticleDocument, listed: readonly CategoryDraft[]) => Diagnostic | undefined;
}

interface WithEditors {
  readonly document: {
    readonly data: { readonly editors: readonly string[]; readonly unknownEditors?: true };
  };
  readonly parent?: WithEditors;
}

/**
 * The category whose editors are responsible for a category: itself, else the nearest one above with editors.
 */
function editedBy(category: WithEditors): WithEditors {
  const { editors, unknownEditors } = category.document.data;
  return editors.length > 0 || unknownEditors || !category.parent ? category : editedBy(category.parent);
}

/** Editors of a category: its own, else those of the nearest category above. */
export const editorsOf = (category: WithEditors): readonly string[] =>
  editedBy(category).document.data.editors;

/** Whether the editors of a category are unknown, since they cannot be read. */
const isUnknown = (category: WithEditors): boolean =>
  editedBy(category).document.data.unknownEditors === true;

interface Approvers {
  /** The categories that list an article, its own first. */
  readonly listed: readonly WithEditors[];
  /** Authors of the article, as written in it. */
  readonly authors: readonly string[];
  readonly registry: Registry;
}

/** Categories whose editors must approve: the article's own, and the others that list it and have editors. */
const askedOf = <Category extends WithEditors>(listed: readonly Category[]): readonly Category[] =>
  listed.filter((category, index) => index === 0 || isUnknown(category) || editorsOf(category).length > 0);

/**
 * Who can approve an article: editors of its own category who are not its authors and edit all categories
 * that list it. Where there are none, `suffice` is false, and these are the editors of its own category who
 * are not its authors.
 */
export function approversOf({ listed, authors, registry }: Approvers): {
  readonly editors: readonly string[];
  readonly suffice: boolean;
} {
  const [main] = listed;
  const written = new Set(authors.map(registry.identify));
  const able = main ? editorsOf(main).filter((editor) => !written.has(registry.identify(editor))) : [];
  const others = askedOf(listed).map((each) => new Set(editorsOf(each).map(registry.identify)));
  const best = able.filter((editor) => others.every((each) => each.has(registry.identify(editor))));
  return best.length > 0 ? { editors: best, suffice: true } : { editors: able, suffice: false };
}

/** What approvals are checked with. */
interface Rules extends Input {
  readonly isEditorOf: (category: CategoryDraft, person: string) => boolean;
  readonly nameOf: (author: string) => string;
  /** The email addresses of an author, in lower case. */
  readonly addressesOf: (author: string) => string[];
}

/**
 * Checks approvals. An approver must be an editor of each category that lists the article and not one of its
 * authors. Where commits are checked, the approver must have committed the approval.
 */
export function createApproval(input: Input): Approval {
  const { registry } = input;
  const rules: Rules = {
    ...input,
    isEditorOf: (category, person) =>
      editorsOf(category).some((editor) => registry.identify(editor) === person),
    nameOf: (author) => registry.entry(author)?.document.data.name ?? author,
    addressesOf: (author) =>
      (registry.entry(author)?.document.data.email ?? []).map((address) => address.toLowerCase()),
  };
  return {
    problem: (document, listed) => findProblem(document, listed, rules),
    change: (document, listed) => findChange(document, listed, rules),
  };
}

/** Whether an article needs a valid approval: its status says that it is or was approved. */
const isAsked = ({ data }: ArticleDocument, { workflow }: ResolvedConfig): boolean =>
  workflow.approval && (data.status === 'approved' || data.status === 'withdrawn');

/** The field for a message about the approval. */
const placeOf = ({ data }: ArticleDocument): Pick<Diagnostic, 'field'> => ({
  field: [data.approvedBy === undefined ? 'status' : 'approvedBy'],
});

function findProblem(
  document: ArticleDocument,
  listed: readonly CategoryDraft[],
  rules: Rules,
): Diagnostic | undefined {
  const { config, registry, commitOf, isEditorOf, addressesOf } = rules;
  const [main] = listed;
  if (!main || !isAsked(document, config)) return undefined;
  const { data, path } = document;
  const report = (rule: Diagnostic['rule'], category = main, values: Diagnostic['values'] = {}): Diagnostic =>
    diagnose(rule, path, placeOf(document), {
      ...valuesFor({ document, listed, main, category }, rules),
      ...values,
    });
  const unread = askedOf(listed).find(isUnknown);
  if (unread) return report('approval-unknown-editors', unread);
  if (editorsOf(main).length === 0) return report('approval-no-editors');
  if (data.approvedBy === undefined) return report('approval-missing');
  const approver = registry.identify(data.approvedBy);
  if (data.authors.some((author) => registry.identify(author) === approver))
    return report('approval-by-author');
  if (registry.mayBeSame(data.approvedBy, data.authors)) return report('approval-unknown-author');
  const foreign = askedOf(listed).find((category) => !isEditorOf(category, approver));
  if (foreign) return report('approval-not-editor', foreign);
  if (!config.workflow.commits) return undefined;
  const commit = commitOf?.(path);
  if (!commit) return report('approval-uncommitted');
  return addressesOf(data.approvedBy).includes(commit.email.toLowerCase())
    ? undefined
    : report('approval-by-other', main, { email: commit.email });
}

/** The values for a message about an approval: the category, and who can approve the article. */
function valuesFor(
  {
    document: { data },
    listed,
    main,
    category,
  }: {
    document: ArticleDocument;
    listed: readonly CategoryDraft[];
    main: CategoryDraft;
    category: CategoryDraft;
  },
  { registry, nameOf }: Rules,
): Diagnostic['values'] {
  const { editors, suffice } = approversOf({ listed, authors: data.authors, registry });
  const turn = category === main || suffice ? editors.map(nameOf).join(', ') : '';
  return {
    category: category.link.title,
    folder: category.key,
    name: data.approvedBy ?? '',
    status: data.status ?? '',
    ...(turn !== '' && { editors: turn }),
    ...(editors.length === 0 && editorsOf(main).length > 0 && { alone: main.key }),
  };
}

function findChange(
  document: ArticleDocument,
  listed: readonly CategoryDraft[],
  { config, commitOf, nameOf, addressesOf }: Rules,
): Diagnostic | undefined {
  const { data, path } = document;
  if (!config.workflow.commits || !isAsked(document, config)) return undefined;
  if (data.status !== 'approved' || data.approvedBy === undefined) return undefined;
  const trusted = new Set(listed.flatMap((category) => editorsOf(category).flatMap(addressesOf)));
  const commit = commitOf?.(path)?.later.find(({ email }) => !trusted.has(email.toLowerCase()));
  return (
    commit &&
    diagnose('changed-after-approval', path, placeOf(document), {
      commit: commit.id.slice(0, 10),
      author: commit.name,
      name: nameOf(data.approvedBy),
    })
  );
}
