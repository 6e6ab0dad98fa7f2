import type { ResolvedConfig } from '../config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ApprovalCommit } from '../newsroom/history.ts';
import type { ArticleDocument, SourcePath } from '../types.ts';
import type { CategoryDraft } from './categories.ts';
import type { Registry } from './registry.ts';

interface Input {
  readonly config: ResolvedConfig;
  readonly registry: Registry;
  /** The commit that set the present status and approver of an article; undefined when none did yet. */
  readonly commitOf?: (path: SourcePath) => ApprovalCommit | undefined;
}

/** Why an article that says that it is approved is not: who has to do what; undefined when it is. */
export type Approval = (document: ArticleDocument, category: CategoryDraft) => Diagnostic | undefined;

interface WithEditors {
  readonly document: { readonly data: { readonly editors: readonly string[] } };
  readonly parent?: WithEditors;
}

/** Editors of a category: its own, or, when it names none, those of the nearest category above. */
export function editorsOf(category: WithEditors): readonly string[] {
  const { editors } = category.document.data;
  return editors.length > 0 || !category.parent ? editors : editorsOf(category.parent);
}

/** Checks approvals: one of the category's editors, not an author of the article, and, where commits are checked, in person. */
export function createApproval({ config, registry, commitOf }: Input): Approval {
  const { approval, commits } = config.workflow;
  return ({ data, path }, category) => {
    if (!approval || data.status !== 'approved') return undefined;
    const editors = editorsOf(category);
    const authors = new Set(data.authors.map(registry.identify));
    const able = editors.filter((editor) => !authors.has(registry.identify(editor)));
    const turn: Diagnostic['values'] = able.length > 0 ? { editors: able.map((editor) => registry.entry(editor)?.document.data.name ?? editor).join(', ') } : {};
    const wrong = (rule: Diagnostic['rule'], values: Diagnostic['values'] = {}): Diagnostic =>
      diagnose(
        rule,
        path,
        { field: [data.approvedBy === undefined ? 'status' : 'approvedBy'] },
        { category: category.link.title, folder: category.key, name: data.approvedBy ?? '', ...turn, ...values },
      );
    if (editors.length === 0) return wrong('approval-no-editors');
    if (data.approvedBy === undefined) return wrong('approval-missing');
    const approver = registry.identify(data.approvedBy);
    if (authors.has(approver)) return wrong('approval-by-author');
    if (!editors.some((editor) => registry.identify(editor) === approver)) return wrong('approval-not-editor');
    if (!commits) return undefined;
    const commit = commitOf?.(path);
    if (!commit) return wrong('approval-uncommitted');
    const addresses = (registry.entry(data.approvedBy)?.document.data.email ?? []).map((address) => address.toLowerCase());
    return addresses.includes(commit.email.toLowerCase()) ? undefined : wrong('approval-by-other', { email: commit.email });
  };
}
