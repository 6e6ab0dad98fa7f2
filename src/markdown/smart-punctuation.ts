/** Straight quotation marks, hyphens between spaces, and addresses, which do not change. */
const marks = /(?:https?:\/\/|www\.)[^\s"<>]+|["']|(?<=\S[^\S\n])-(?=\s)/gu;
/** A quotation may begin after these. */
const opening = /[\s([{<“‘–—/-]/u;
/** No quotation begins before these. */
const closing = /[\s,.;:!?…)\]}>]/u;
/** Words that begin with an apostrophe: `’90s`, `’tis`. */
const elided = /^(?:\d|(?:tis|twas|em|til|cause|n)(?!\p{L}))/iu;

/** Whether the option includes the language of a document: `vi` includes `vi-VN`. */
export const isSmart = (languages: readonly string[], language: string): boolean =>
  languages.includes(language.toLowerCase().split('-')[0] ?? '');

/**
 * Replaces straight quotation marks by “ ” ‘ ’, apostrophes by ’, and hyphens between spaces by en dashes.
 * The length does not change. Feet and inches (`5'`, `12"`) stay.
 */
export function smartPunctuation(text: string): string {
  let last = { at: -2, mark: '' };
  let isDouble = false;
  let isSingle = false;
  const quote = (written: string, at: number): string => {
    const before = last.at === at - 1 ? last.mark : (text[at - 1] ?? ' ');
    const after = text[at + 1] ?? ' ';
    const opens = opening.test(before) && !closing.test(after);
    const isMeasure = /\d/.test(before);
    if (written === '"') {
      if (!opens && !isDouble && isMeasure) return written;
      isDouble = opens;
      return opens ? '“' : '”';
    }
    if (opens && !elided.test(text.slice(at + 1, at + 8))) {
      isSingle = true;
      return '‘';
    }
    if (isMeasure && !isSingle && !/\p{L}/u.test(after)) return written;
    isSingle &&= /\p{L}/u.test(after);
    return '’';
  };
  return text.replace(marks, (written, at: number) => {
    if (written.length > 1) return written;
    const mark = written === '-' ? '–' : quote(written, at);
    last = { at, mark };
    return mark;
  });
}
