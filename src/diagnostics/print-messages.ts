import type { RuleId } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { MessageLanguage } from './phrases.ts';
import { explain, type LinesInput, placeOf, toLines } from './print.ts';

export interface MessagesInput extends LinesInput {
  /** Whether every place of a warning is shown. */
  readonly all?: boolean;
}

/** Places that are shown of the warnings of a rule, and of the hints. */
const shownPlaces = 3;

const words: Readonly<
  Record<MessageLanguage, { also: string; more: (count: number, rule: RuleId) => string }>
> = {
  vi: {
    also: 'cũng như vậy ở',
    more: (count, rule) =>
      `… và ${count.toLocaleString('vi')} chỗ nữa của ${rule} (“broadsheet check --all” liệt kê hết)`,
  },
  en: {
    also: 'the same at',
    more: (count, rule) =>
      `… and ${count.toLocaleString('en')} more of ${rule} (“broadsheet check --all” lists them)`,
  },
};

/**
 * Messages for a terminal, each with lines of its own. Errors are all shown, those with the same words
 * together. Of the warnings of a rule the first places are shown, and the number of the others.
 */
export function* printMessages(
  messages: readonly Diagnostic[],
  { all = false, ...input }: MessagesInput,
): Generator<string> {
  const { language, colors } = input;
  const counts = new Map<RuleId, number>();
  for (const group of groupErrors(messages, language)) {
    const [first, ...others] = group as [Diagnostic, ...Diagnostic[]];
    const count = (counts.get(first.rule) ?? 0) + 1;
    counts.set(first.rule, count);
    if (first.severity !== 'error' && !all && count > shownPlaces) continue;
    const places = others.map((other) => placeOf(other, input)).join(', ');
    yield toLines(first, input) + (places && `\n  ${colors.dim('=')} ${words[language].also} ${places}`);
  }
  if (all) return;
  const isError = new Set(messages.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));
  for (const [rule, count] of counts)
    if (!isError.has(rule) && count > shownPlaces)
      yield colors.dim(words[language].more(count - shownPlaces, rule));
}

/** Errors that say the same of several places together, each other message alone; in the order of the first ones. */
function groupErrors(messages: readonly Diagnostic[], language: MessageLanguage): Diagnostic[][] {
  const groups: Diagnostic[][] = [];
  const groupByText = new Map<string, Diagnostic[]>();
  for (const message of messages) {
    const text = message.severity === 'error' ? `${message.rule} ${explain(message, language).message}` : '';
    const group = groupByText.get(text);
    if (text !== '' && group) group.push(message);
    else {
      const begun = [message];
      groups.push(begun);
      if (text !== '') groupByText.set(text, begun);
    }
  }
  return groups;
}
