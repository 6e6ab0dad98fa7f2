import type * as z from 'zod';

/** Examples for fields whose format is easier to show than to describe. */
const examples: Readonly<Record<string, string>> = {
  lang: 'vi | en | en-GB | …',
  handle: '@ten | @nhom/ten | ten@mien.vn',
};

/** What the schema expected, as a phrase that {@link translate} knows. */
export function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ');
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'invalid_format')
    return issue.format === 'url'
      ? 'https://…'
      : (examples[String(issue.path[0])] ?? (issue.format === 'regex' ? issue.message : issue.format));
  if (issue.code === 'invalid_union') return [...new Set(issue.errors.flat().map(expectation))].join(' | ');
  if (issue.code === 'too_small')
    return issue.origin === 'string'
      ? 'not empty'
      : issue.origin === 'array'
        ? 'a list that is not empty'
        : `≥ ${String(issue.minimum)}`;
  if (issue.code === 'too_big') return `≤ ${String(issue.maximum)}`;
  return issue.message;
}
