import { groupBy } from '../bytes/group-by.ts';
import type { RuleId, Severity } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { MessageLanguage } from './phrases.ts';
import { explain, type LinesInput, placeOf, toHeading, toLines } from './print.ts';

export interface MessagesInput extends LinesInput {
  /** Whether every message is shown in full. */
  readonly all?: boolean;
}

/** Up to this many messages are shown in full. */
const few = 6;
/**
 * How many positions and different sentences of a rule are shown when there are more messages; of errors all
 * are.
 */
const shownPlaces = 3;
const shownTexts = 2;

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
 * Messages for a terminal. A few are shown in full. Of many, every error is shown, and of each other rule the
 * first three positions, with equal sentences joined, the remedy, and how many more there are.
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
 * Groups errors with the same sentence; every other message is a group of its own. In order of the first
 * messages. Undefined when there are more than `most` groups.
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
    const isError = ofRule[0]?.severity === 'error';
    const first = isError ? ofRule : firstOf(ofRule, language);
    const shown = groupTexts(first, language);
    for (const [index, [message, ...same]] of shown.entries()) {
      const { message: text, remedy } = explain(message, language);
      const places = same.map((one) => placeOf(one, input)).join(', ');
      const also = places && ` ${colors.dim(`(${words[language].also} ${places})`)}`;
      yield `${toHeading(message, input)}  ${text}${also}`;
      const next = shown[index + 1]?.[0];
      if (!next || explain(next, language).remedy !== remedy) yield `  ${colors.dim('→')} ${remedy}`;
    }
    const rule = ofRule[0]?.rule;
    if (rule && ofRule.length > first.length) others.push([rule, ofRule.length - first.length]);
  }
  const counts = others.map(([rule, count]) => `${count.toLocaleString(language)} ${rule}`).join(', ');
  yield counts && `${colors.dim(words[language].others(counts))}\n`;
}

/** Groups the messages of a rule by their sentence. */
const groupTexts = (messages: readonly Diagnostic[], language: MessageLanguage): Group[] =>
  [...groupBy(messages, (message) => explain(message, language).message).values()].flatMap(
    ([first, ...others]): Group[] => (first ? [[first, ...others]] : []),
  );

/**
 * The first messages of a rule: those of three positions, of which one message may have several, and a second
 * sentence where one message has them all.
 */
function firstOf(messages: readonly Diagnostic[], language: MessageLanguage): Diagnostic[] {
  const first: Diagnostic[] = [];
  const texts = new Set<string>();
  let places = 0;
  for (const message of messages) {
    if (places >= shownPlaces && (texts.size >= shownTexts || first.length >= shownPlaces)) break;
    first.push(message);
    texts.add(explain(message, language).message);
    places += 1 + Number(message.values.others ?? 0);
  }
  return first;
}
