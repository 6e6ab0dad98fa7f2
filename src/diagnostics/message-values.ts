import type { RuleId } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';

/** A written value for a message, shortened when it is long. */
export function showValue(value: unknown): string {
  const text =
    typeof value === 'string'
      ? `“${value}”`
      : typeof value === 'function'
        ? 'function'
        : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** How many names are shown. */
const most = 3;

/** The values of a message about several files: how many, the first names, and how many more. */
export function firstNames(names: readonly string[]) {
  const more = names.length - most;
  return {
    count: names.length,
    names: names.slice(0, most).join(', '),
    ...(more > 0 && { more }),
  };
}

/** The rule for the compiler's error about a package that is not installed; undefined for other errors. */
export function missingPackage(
  text: string,
): { readonly rule: RuleId; readonly values: Diagnostic['values'] } | undefined {
  const name = /^Could not resolve "((?:@[\w.-]+\/)?[\w-][\w.-]*)(?:\/[^"]*)?"/.exec(text)?.[1];
  if (name === undefined) return undefined;
  return { rule: /^react(?:-dom)?$/.test(name) ? 'package-react' : 'package-missing', values: { name } };
}
