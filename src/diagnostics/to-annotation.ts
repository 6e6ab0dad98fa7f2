import type { Diagnostic } from './diagnostic.ts';
import type { MessageLanguage } from './phrases.ts';
import { explain } from './print.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** A line that makes GitHub Actions show the message at the source line (a workflow command). */
export function toAnnotation(diagnostic: Diagnostic, language: MessageLanguage): string {
  const { severity, path, line, column, rule } = diagnostic;
  const { message, remedy } = explain(diagnostic, language);
  const properties = [
    `file=${property(path)}`,
    ...(line === undefined ? [] : [`line=${line}`, `col=${column ?? 1}`]),
    `title=${property(rule)}`,
  ];
  return `::${commands[severity]} ${properties.join(',')}::${data(`${message} ${remedy}`)}`;
}

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
