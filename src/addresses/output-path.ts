import type { OutputPath } from '../brands.ts';

/** The name of the marker in output folders, which no output may have. */
const reserved = '.broadsheet';
/** Bytes: file systems end a name at 255. */
const longestName = 255;
/** Bytes of a whole path, so that the folder's own fits in front. */
const longest = 2000;

/**
 * Checks a text as a path below the output folder; undefined when it is none. Every path that comes from
 * content or configuration goes through here: a path that passes stays inside the folder, and is valid on
 * every system.
 */
export const toOutputPath = (text: string): OutputPath | undefined =>
  outputProblem(text) === undefined ? (text as OutputPath) : undefined;

/** The same for the site's own code: throws an error that says what is wrong. */
export function requireOutputPath(text: string): OutputPath {
  const problem = outputProblem(text);
  if (problem !== undefined) throw new OutputPathError(problem, String(text));
  return text as OutputPath;
}

/** A path that no output can have; the message says why. */
export class OutputPathError extends Error {
  override readonly name = 'OutputPathError';
  readonly output: string;

  constructor(problem: string, output: string) {
    super(problem);
    this.output = output;
  }
}

/** Why a text is no path below the output folder; undefined when it is one. */
export function outputProblem(text: unknown): string | undefined {
  if (typeof text !== 'string') return 'the path is no text';
  if (text === '') return 'the path is empty';
  if (text.startsWith('/')) return 'the path begins with “/”';
  if (text.endsWith('/')) return 'the path ends with “/” and names no file';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\u0000-\u001F\u007F]/.test(text)) return 'the path has a control character';
  if (/\p{Surrogate}/u.test(text)) return 'the path is no proper Unicode';
  if (text.includes('\\')) return 'the path has a backslash';
  if (/^[a-z]:/i.test(text)) return 'the path names a drive';
  const names = text.split('/');
  if (names.includes('')) return 'a part of the path is empty';
  if (names.some((name) => name === '.' || name === '..')) return 'the path has a step “.” or “..”';
  if (names[0]?.startsWith(reserved)) return `names that begin with “${reserved}” are the tool’s`;
  if (names.some((name) => Buffer.byteLength(name) > longestName))
    return `a part of the path has more than ${longestName} bytes`;
  return Buffer.byteLength(text) > longest ? `the path has more than ${longest} bytes` : undefined;
}
