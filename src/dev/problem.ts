import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createExcerpts } from '../diagnostics/excerpt.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { explain } from '../diagnostics/print.ts';

/** A diagnostic as the browser shows it. */
export interface Problem {
  readonly rule: string;
  readonly severity: Diagnostic['severity'];
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly remedy: string;
  readonly excerpt?: { readonly text: string; readonly caret: string };
}

/** Puts diagnostics into words, with their source lines. */
export function toProblems(
  diagnostics: readonly Diagnostic[],
  { root, language }: { root: string; language: MessageLanguage },
): Problem[] {
  const find = createExcerpts(root);
  return diagnostics.map((diagnostic) => {
    const { rule, severity, path: file, line, column } = diagnostic;
    const excerpt = find(diagnostic);
    return {
      rule,
      severity,
      file,
      ...(line !== undefined && { line, column: column ?? 1 }),
      ...explain(diagnostic, language),
      ...(excerpt && { excerpt }),
    };
  });
}
