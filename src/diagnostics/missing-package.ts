import type { RuleId } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';

/** The rule for what the compiler says of a package that is not installed; undefined for anything else. */
export function missingPackage(
  text: string,
): { readonly rule: RuleId; readonly values: Diagnostic['values'] } | undefined {
  const name = /^Could not resolve "((?:@[\w.-]+\/)?[\w-][\w.-]*)(?:\/[^"]*)?"/.exec(text)?.[1];
  if (name === undefined) return undefined;
  return { rule: /^react(?:-dom)?$/.test(name) ? 'package-react' : 'package-missing', values: { name } };
}
