import type { RuleId } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Applies the site's own severities. The order stays. */
export const applyRules = (
  messages: readonly Diagnostic[],
  rules: Readonly<Partial<Record<RuleId, 'error' | 'warning' | 'off'>>>,
): Diagnostic[] =>
  sortMessages(
    messages.flatMap((message): Diagnostic[] => {
      const severity = rules[message.rule] ?? message.severity;
      return severity === 'off' ? [] : [{ ...message, severity }];
    }),
  );

/** Sorts by file, line and column. */
export const sortMessages = (messages: readonly Diagnostic[]): Diagnostic[] =>
  [...messages].sort((a, b) =>
    a.path < b.path
      ? -1
      : a.path > b.path
        ? 1
        : (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || (a.rule < b.rule ? -1 : 1),
  );
