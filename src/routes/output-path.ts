import type { OutputPath } from '../types.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\0-\x1F\x7F\\]/;

/** Whether a text is the path of a file below the output folder: parts that are names, and none that our own files there have. */
export function isOutputPath(text: string): text is OutputPath {
  if (control.test(text) || text.startsWith('.broadsheet')) return false;
  return text.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && Buffer.byteLength(part) <= 255);
}
