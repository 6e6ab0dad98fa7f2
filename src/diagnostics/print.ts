import type { Colors } from 'picocolors/types.js';
import { catalogue } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';

export type MessageLanguage = 'vi' | 'en';

/** A sentence of the catalogue with its values: `{name}`, and `{name, ?:words}` for words that only stand when the value is known. */
export function fillSentence(sentence: string, values: Diagnostic['values']): string {
  return sentence
    .replace(/\{(\w+), \?:((?:[^{}]|\{\w+\})*)\}/g, (_, name: string, words: string) => (values[name] === undefined ? '' : words))
    .replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** What is wrong and what to do, in the reader's language. */
export const explain = ({ rule, values }: Diagnostic, language: MessageLanguage): { message: string; remedy: string } => {
  const { message, remedy } = catalogue[rule][language];
  return { message: fillSentence(message, values), remedy: fillSentence(remedy, values) };
};

const labels = { vi: { error: 'lỗi', warning: 'cảnh báo', info: 'ghi chú' }, en: { error: 'error', warning: 'warning', info: 'note' } } as const;

/** One diagnostic as lines for a terminal: place, severity and rule, the sentence, the remedy. */
export function toLines(diagnostic: Diagnostic, { language, colors }: { language: MessageLanguage; colors: Colors }): string {
  const { message, remedy } = explain(diagnostic, language);
  const { severity, path, line, column, rule } = diagnostic;
  const paint = severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.cyan;
  const place = line === undefined ? path : `${path}:${line}:${column ?? 1}`;
  return `${colors.bold(place)}  ${paint(labels[language][severity])}  ${colors.dim(rule)}\n  ${message}\n  ${colors.dim('→')} ${remedy}`;
}
