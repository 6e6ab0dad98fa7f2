/** Control characters that neither HTML nor XML can hold; U+0000, tab and the ends of lines have a meaning of their own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0001-\u0008\u000B\u000C\u000E-\u001F]/g;

/** The text without control characters, which archives have from word processors. */
export const withoutControls = (text: string): string => text.replace(controls, '');
