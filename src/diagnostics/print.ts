import path from 'node:path';
import type { Colors } from 'picocolors/types.js';
import { packageRoot } from '../package-root.ts';
import { catalogue, type RuleId, type Severity } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { FindExcerpt } from './excerpt.ts';
import { type MessageLanguage, translate } from './phrases.ts';

/**
 * Fills a sentence of the catalogue with values: `{name}`, and `{name, ?:words}` for words that appear only
 * when there is a value.
 */
export function fillSentence(sentence: string, values: Diagnostic['values']): string {
  return sentence
    .replace(/\{(\w+), \?:((?:[^{}]|\{\w+\})*)\}/g, (_, name: string, words: string) =>
      values[name] === undefined ? '' : words,
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** What is wrong and what to do, in the reader's language. */
export const explain = (
  { rule, values }: Diagnostic,
  language: MessageLanguage,
): { message: string; remedy: string } => {
  const { message, remedy } = catalogue[rule][language];
  const translated = { ...values };
  for (const name of phrases)
    if (typeof translated[name] === 'string') translated[name] = translate(translated[name], language);
  return { message: fillSentence(message, translated), remedy: fillSentence(remedy, translated) };
};

/** Values that are phrases. */
const phrases = ['reason', 'expected', 'found'] as const;

/** The file of the rule's page in the package. */
export const helpOf = (rule: RuleId): string => path.join(packageRoot, 'docs/rules', `${rule}.md`);

export const severityLabels = {
  vi: { error: 'lỗi', warning: 'cảnh báo', info: 'ghi chú' },
  en: { error: 'error', warning: 'warning', info: 'note' },
} as const;

export interface LinesInput {
  readonly language: MessageLanguage;
  readonly colors: Colors;
  readonly excerpt?: FindExcerpt;
  /** The folder that the path of the rule's page is relative to; without it the page is not shown. */
  readonly from?: string;
  /** The site's folder. With it, paths of files are relative to `from`, so that they can be opened. */
  readonly root?: string;
}

/** Path of the rule's page relative to a folder; by the package's name where the package is elsewhere. */
function pageFrom(from: string, rule: RuleId): string {
  const relative = path.relative(from, helpOf(rule));
  return relative.startsWith('..') ? `broadsheet/docs/rules/${rule}.md` : relative;
}

/** Path of a file of the site, relative to another folder. */
export const pathFrom = ({ from, root, file }: { from: string; root: string; file: string }): string =>
  path.relative(from, path.join(root, file)).split(path.sep).join('/');

/** The position of a diagnostic in a form that editors open: file, line and column. */
export function placeOf(
  { path: file, line, column }: Diagnostic,
  { from, root }: Pick<LinesInput, 'from' | 'root'>,
): string {
  const name = root === undefined || from === undefined ? file : pathFrom({ from, root, file });
  return line === undefined ? name : `${name}:${line}:${column ?? 1}`;
}

/** Position, severity and rule of a diagnostic. On a terminal the rule is a link to its page. */
export function toHeading(diagnostic: Diagnostic, { language, colors, from, root }: LinesInput): string {
  const { severity, rule } = diagnostic;
  const place = placeOf(diagnostic, {
    ...(from !== undefined && { from }),
    ...(root !== undefined && { root }),
  });
  const named = colors.isColorSupported
    ? `\u001B]8;;file://${encodeURI(helpOf(rule))}\u0007${colors.dim(rule)}\u001B]8;;\u0007`
    : rule;
  return `${colors.bold(place)}  ${paintOf(severity, colors)(severityLabels[language][severity])}  ${named}`;
}

const paintOf = (severity: Severity, colors: Colors): Colors['red'] =>
  severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.cyan;

/**
 * A diagnostic as lines for a terminal: position, severity and rule, the sentence, the source line, the
 * remedy.
 */
export function toLines(diagnostic: Diagnostic, input: LinesInput): string {
  const { language, colors, excerpt, from } = input;
  const { message, remedy } = explain(diagnostic, language);
  const { severity, rule } = diagnostic;
  const source = excerpt?.(diagnostic);
  const caret = source && paintOf(severity, colors)(source.caret);
  return [
    toHeading(diagnostic, input),
    `  ${message}`,
    ...(source ? [`  ${colors.dim('|')} ${source.text}`, `  ${colors.dim('|')} ${caret}`] : []),
    `  ${colors.dim('→')} ${remedy}`,
    ...(from === undefined ? [] : [`  ${colors.dim(`↗ ${pageFrom(from, rule)}`)}`]),
  ].join('\n');
}
