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
