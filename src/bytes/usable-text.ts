/** U+0000, noncharacters and lone surrogates: invalid in HTML and XML, and used for the tokens of bodies. */
const unusable = /[\0\p{Noncharacter_Code_Point}\p{Surrogate}]/u;
const allUnusable = new RegExp(unusable, 'gu');
/** What all of those have among their UTF-16 units. Nearly every text has none, which is quick to see. */
const suspicious = /[\0\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;
/** Control characters that are invalid in HTML and XML, except U+0000. Tabs and line breaks are valid. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0001-\u0008\u000B\u000C\u000E-\u001F]/g;

export const isUsable = (text: string): boolean => !suspicious.test(text) || !unusable.test(text);

/** Replaces each invalid character by U+FFFD. */
export const replaceUnusable = (text: string): string =>
  isUsable(text) ? text : text.replace(allUnusable, '\uFFFD');

/** Control characters between two words, which become a space. */
const parting =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /(?<=\S)[\u0001-\u0008\u000B\u000C\u000E-\u001F]+(?=[\p{L}\p{N}\p{Ps}\p{Pi}])/gu;

/** The same, and removes control characters that word processors left in archives. Words stay separate. */
export const usableText = (text: string): string => {
  const usable = replaceUnusable(text);
  return usable.search(controls) < 0 ? usable : usable.replace(parting, ' ').replace(controls, '');
};

/** The first invalid character, as `U+0000`, with its position, from 1; undefined when there is none. */
export function findUnusable(
  text: string,
): { readonly character: string; readonly line: number; readonly column: number } | undefined {
  const match = isUsable(text) ? null : unusable.exec(text);
  if (!match) return undefined;
  const before = text.slice(0, match.index).split(/\r\n|[\n\r]/);
  const code = match[0].codePointAt(0) ?? 0;
  return {
    character: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
  };
}

export interface CleanValue<Value> {
  readonly value: Value;
  /** Fields in which characters were replaced, with the first character of each. */
  readonly replaced: readonly { readonly at: readonly (string | number)[]; readonly character: string }[];
}

/** Makes all texts and keys in front matter usable. Values are trees of limited size. */
export function cleanFields(
  fields: Readonly<Record<string, unknown>>,
): CleanValue<Readonly<Record<string, unknown>>> {
  const replaced: { at: readonly (string | number)[]; character: string }[] = [];
  const cleanText = (text: string, at: readonly (string | number)[]): string => {
    const unusable = findUnusable(text);
    if (unusable) replaced.push({ at, character: unusable.character });
    return usableText(text);
  };
  const clean = (value: unknown, at: readonly (string | number)[]): unknown => {
    if (typeof value === 'string') return cleanText(value, at);
    if (Array.isArray(value)) return value.map((item, index) => clean(item, [...at, index]));
    return typeof value === 'object' && value !== null ? cleanObject(value, at) : value;
  };
  const cleanObject = (object: object, at: readonly (string | number)[]): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(object).map(([key, value]) => [
        cleanText(key, [...at, key]),
        clean(value, [...at, key]),
      ]),
    );
  return { value: cleanObject(fields, []), replaced };
}

/**
 * Removes characters of a kind from both ends of a text, in linear time: a pattern such as `\s+$` tries each
 * run of them from each of its positions.
 */
export const trim = (text: string, kind: RegExp): string => {
  let start = 0;
  let end = text.length;
  while (start < end && kind.test(text.charAt(start))) start++;
  while (end > start && kind.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
};

/** The same text for all that differ only in case or Unicode form. */
export const withoutCase = (text: string): string => text.normalize('NFC').toLowerCase();
