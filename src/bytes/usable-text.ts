/**
 * U+0000, noncharacters and halves of surrogate pairs: what HTML and XML cannot hold, and what the tokens of
 * bodies are made of.
 */
const unusable = /[\0\p{Noncharacter_Code_Point}\p{Surrogate}]/u;
const allUnusable = new RegExp(unusable, 'gu');
/** What all of those have in their first two bytes: nearly every text is without, and this is seen at once. */
const suspicious = /[\0\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;
/**
 * Control characters that neither HTML nor XML can hold, but for U+0000; tab and the ends of lines have a
 * meaning of their own.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0001-\u0008\u000B\u000C\u000E-\u001F]/g;

export const isUsable = (text: string): boolean => !suspicious.test(text) || !unusable.test(text);

/** The text with U+FFFD for each character that no page can hold. */
export const replaceUnusable = (text: string): string =>
  isUsable(text) ? text : text.replace(allUnusable, '\uFFFD');

/** Control characters that part two words: a space takes their place. */
const parting =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /(?<=\S)[\u0001-\u0008\u000B\u000C\u000E-\u001F]+(?=[\p{L}\p{N}\p{Ps}\p{Pi}])/gu;

/** The same, without the control characters that archives have from word processors; words stay apart. */
export const usableText = (text: string): string => {
  const usable = replaceUnusable(text);
  return usable.search(controls) < 0 ? usable : usable.replace(parting, ' ').replace(controls, '');
};

/**
 * The first character that no page can hold, as `U+0000`, with its place, from 1; undefined when there is
 * none.
 */
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
  /** Where in it characters were replaced, and the first one of each place. */
  readonly replaced: readonly { readonly at: readonly (string | number)[]; readonly character: string }[];
}

/** A value of front matter with all its texts and keys usable. Values are trees of a sane size. */
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
 * The text without characters of a kind at its beginning and its end. In time of its length: a pattern such
 * as `\s+$` tries each run of them from each of its places.
 */
export const trim = (text: string, kind: RegExp): string => {
  let start = 0;
  let end = text.length;
  while (start < end && kind.test(text.charAt(start))) start++;
  while (end > start && kind.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
};

/** The same text for all that differ in upper and lower case, or in their Unicode form, alone. */
export const withoutCase = (text: string): string => text.normalize('NFC').toLowerCase();
