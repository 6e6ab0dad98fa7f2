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
  /** The commit that set the present status and approver of an article; undefined when none did yet. */
  readonly commitOf?: (path: SourcePath) => ApprovalCommit | undefined;
}

export interface Approval {
  /**
   * Why an article that says that it is approved, or was before it was withdrawn, is not: who has to do what;
   * undefined when it is.
   */
  readonly problem: (document: ArticleDocument, listed: readonly CategoryDraft[]) => Diagnostic | undefined;
  /** That its text is no longer the one that was approved, and no editor changed it. */
  readonly change: (document: ArticleDocument, listed: readonly CategoryDraft[]) => Diagnostic | undefined;
}

interface WithEditors {
  readonly document: { readonly data: { readonly editors: readonly string[] } };
  readonly parent?: WithEditors;
}

/** Editors of a category: its own, or, when it names none, those of the nearest category above. */
export function editorsOf(category: WithEditors): readonly string[] {
  const { editors } = category.document.data;
  return editors.length > 0 || !category.parent ? editors : editorsOf(category.parent);
}

interface Approvers {
  /** The categories that list an article, its own first. */
  readonly listed: readonly WithEditors[];
  /** Authors of the article, as it names them. */
  readonly authors: readonly string[];
  readonly registry: Registry;
}

/**
 * Categories whose editors have a say: the article's own, and of the others that list it those that have
 * some.
 */
const askedOf = <Category extends WithEditors>(listed: readonly Category[]): readonly Category[] =>
  listed.filter((category, index) => index === 0 || editorsOf(category).length > 0);

/**
 * Whose turn it is to approve an article, as its category names them: editors who are none of its authors,
 * and edit all categories that list it. Where nobody does, they do not `suffice`: editors of its own
 * category, who have to see to it.
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

/**
 * Checks approvals: one of the editors of each category that lists the article, not an author of the article,
 * and, where commits are checked, in person.
 */
export function createApproval({ config, registry, commitOf }: Input): Approval {
  const { approval, commits } = config.workflow;
  const isAsked = ({ data }: ArticleDocument): boolean =>
    approval && (data.status === 'approved' || data.status === 'withdrawn');
  const addressesOf = (name: string): string[] =>
    (registry.entry(name)?.document.data.email ?? []).map((address) => address.toLowerCase());
  const nameOf = (name: string): string => registry.entry(name)?.document.data.name ?? name;
  const place = ({ data }: ArticleDocument): Pick<Diagnostic, 'field'> => ({
    field: [data.approvedBy === undefined ? 'status' : 'approvedBy'],
  });
  return {
    problem: (document, listed) => {
      const [main] = listed;
      if (!isAsked(document) || !main) return undefined;
      const { data, path } = document;
      const authors = new Set(data.authors.map(registry.identify));
      const isEditorOf = (category: CategoryDraft, person: string): boolean =>
        editorsOf(category).some((editor) => registry.identify(editor) === person);
      const wrong = (
        rule: Diagnostic['rule'],
        category = main,
        values: Diagnostic['values'] = {},
      ): Diagnostic => {
        const { editors, suffice } = approversOf({ listed, authors: data.authors, registry });
        const turn = category === main || suffice ? editors.map(nameOf).join(', ') : '';
        return diagnose(rule, path, place(document), {
          category: category.link.title,
          folder: category.key,
          name: data.approvedBy ?? '',
          status: data.status ?? '',
          ...(turn !== '' && { editors: turn }),
          ...(editors.length === 0 && editorsOf(main).length > 0 && { alone: main.key }),
          ...values,
        });
      };
      if (editorsOf(main).length === 0) return wrong('approval-no-editors');
      if (data.approvedBy === undefined) return wrong('approval-missing');
      const approver = registry.identify(data.approvedBy);
      if (authors.has(approver)) return wrong('approval-by-author');
      const foreign = askedOf(listed).find((category) => !isEditorOf(category, approver));
      if (foreign) return wrong('approval-not-editor', foreign);
      if (!commits) return undefined;
      const commit = commitOf?.(path);
      if (!commit) return wrong('approval-uncommitted');
      return addressesOf(data.approvedBy).includes(commit.email.toLowerCase())
        ? undefined
        : wrong('approval-by-other', main, { email: commit.email });
    },
    change: (document, listed) => {
      const { data, path } = document;
      if (!commits || !isAsked(document) || data.status !== 'approved' || data.approvedBy === undefined)
        return undefined;
      const trusted = new Set(listed.flatMap((category) => editorsOf(category).flatMap(addressesOf)));
      const commit = commitOf?.(path)?.later.find(({ email }) => !trusted.has(email.toLowerCase()));
      return (
        commit &&
        diagnose('changed-after-approval', path, place(document), {
          commit: commit.id.slice(0, 10),
          author: commit.name,
          name: nameOf(data.approvedBy),
        })
      );
    },
  };
}
