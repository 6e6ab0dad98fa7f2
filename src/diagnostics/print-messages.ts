import { groupBy } from '../bytes/group-by.ts';
import type { RuleId, Severity } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { MessageLanguage } from './phrases.ts';
import { explain, type LinesInput, placeOf, toHeading, toLines } from './print.ts';

export interface MessagesInput extends LinesInput {
  /** Whether every message is shown in full, however many there are. */
  readonly all?: boolean;
}

/** Up to so many are shown in full. */
const few = 6;
/** How many of a rule are shown where there are more: every error. */
const shownOfRule: Readonly<Record<Severity, number>> = {
  error: Number.POSITIVE_INFINITY,
  warning: 2,
  info: 0,
};

const words: Readonly<Record<MessageLanguage, { also: string; others: (counts: string) => string }>> = {
  vi: {
    also: 'cũng như vậy ở',
    others: (counts) => `… và còn nữa: ${counts} (“broadsheet check --all” liệt kê hết)`,
  },
  en: {
    also: 'the same at',
    others: (counts) => `… and more: ${counts} (“broadsheet check --all” lists them)`,
  },
};

/**
 * Messages for a terminal. A few are shown in full; of many every error, the first warnings of
 * each rule, a line each with what to do, and the numbers of the others. Errors with the same words stand
 * together.
 */
export function* printMessages(
  messages: readonly Diagnostic[],
  { all = false, ...input }: MessagesInput,
): Generator<string> {
  const groups = groupErrors(messages, { language: input.language, most: all ? Infinity : few });
  if (!groups) {
    yield* printBriefly(messages, input);
    return;
  }
  for (const [first, ...others] of groups) {
    const places = others.map((other) => placeOf(other, input)).join(', ');
    const also = places && `\n  ${input.colors.dim('=')} ${words[input.language].also} ${places}`;
    yield `${toLines(first, input)}${also}\n`;
  }
}

type Group = readonly [Diagnostic, ...Diagnostic[]];

/**
 * Errors that say the same of several places together, each other message alone; in the order of the first
 * ones. Undefined when there are more than `most`.
 */
function groupErrors(
  messages: readonly Diagnostic[],
  { language, most }: { readonly language: MessageLanguage; readonly most: number },
): Group[] | undefined {
  const groups = new Map<unknown, [Diagnostic, ...Diagnostic[]]>();
  for (const message of messages) {
    const { severity, rule } = message;
    const key = severity === 'error' ? `${rule} ${explain(message, language).message}` : message;
    const group = groups.get(key);
    if (group) group.push(message);
    else groups.set(key, [message]);
    if (groups.size > most) return undefined;
  }
  return [...groups.values()];
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

function* printBriefly(messages: readonly Diagnostic[], input: LinesInput): Generator<string> {
  const { language, colors } = input;
  const rules = [...groupBy(messages, ({ rule }) => rule).values()];
  const rank = ([first]: readonly Diagnostic[]): number => severities.indexOf(first?.severity ?? 'info');
  rules.sort((a, b) => rank(a) - rank(b));
  const others: (readonly [RuleId, number])[] = [];
  for (const ofRule of rules) {
    const shown = firstTexts(ofRule, language);
    for (const [index, [message, ...same]] of shown.entries()) {
      const { message: text, remedy } = explain(message, language);
      yield `${toHeading(message, input)}  ${text}`;
      if (message.severity === 'error' && same.length > 0)
        yield `  ${colors.dim('=')} ${words[language].also} ${same.map((one) => placeOf(one, input)).join(', ')}`;
      const next = shown[index + 1]?.[0];
      if (!next || explain(next, language).remedy !== remedy) yield `  ${colors.dim('→')} ${remedy}`;
    }
    const rule = ofRule[0]?.rule;
    const isError = ofRule[0]?.severity === 'error';
    if (rule && !isError && ofRule.length > shown.length) others.push([rule, ofRule.length - shown.length]);
  }
  const counts = others.map(([rule, count]) => `${count.toLocaleString(language)} ${rule}`).join(', ');
  yield counts && `${colors.dim(words[language].others(counts))}\n`;
}

/** The first messages of a rule that say something of their own, each with those that say the same. */
function firstTexts(messages: readonly Diagnostic[], language: MessageLanguage): Group[] {
  const most = shownOfRule[messages[0]?.severity ?? 'info'];
  const byText = new Map<string, [Diagnostic, ...Diagnostic[]]>();
  for (const message of messages) {
    if (byText.size >= most) break;
    const { message: text } = explain(message, language);
    const group = byText.get(text);
    if (group) group.push(message);
    else byText.set(text, [message]);
  }
  return [...byText.values()];
}
