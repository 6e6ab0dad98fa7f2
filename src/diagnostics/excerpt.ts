import { readFileSync } from 'node:fs';
import path from 'node:path';
import stringWidth from 'fast-string-width';
import { sourceText } from '../bytes/utf8.ts';
import type { Diagnostic } from './diagnostic.ts';

export interface Excerpt {
  /** The source line, shortened around the position when it is long. */
  readonly text: string;
  /** Spaces up to the position, in terminal cells, then `^`. */
  readonly caret: string;
}

/** Finds the source line of a diagnostic; undefined when it has none, or the file cannot be read any more. */
export type FindExcerpt = (diagnostic: Diagnostic) => Excerpt | undefined;

const widest = 100;

/** Reads each file once. Create a new one when files may have changed. */
export function createExcerpts(root: string): FindExcerpt {
  const files = new Map<string, readonly string[]>();
  return ({ path: file, line, column = 1 }) => {
    if (line === undefined) return undefined;
    let lines = files.get(file);
    if (!lines) files.set(file, (lines = readLines(path.join(root, file))));
    const text = lines[line - 1];
    return text === undefined || text.trim() === '' ? undefined : cut(text, column - 1);
  };
}

function readLines(file: string): readonly string[] {
  try {
    return sourceText(readFileSync(file)).split(/\r?\n/);
  } catch {
    return [];
  }
}

/** Replaces tabs and control characters, which would shift the caret or harm a terminal. */
const plain = (text: string): string => text.replace(/\p{Cc}/gu, ' ');

function cut(line: string, column: number): Excerpt {
  const at = Math.min(column, line.length);
  const start = line.length <= widest || at < widest - 20 ? 0 : at - Math.floor(widest / 2);
  const end = Math.min(line.length, start + widest);
  const [before, after] = [start > 0 ? '…' : '', end < line.length ? '…' : ''];
  const room = stringWidth(plain(line.slice(start, at)).normalize('NFC'));
  return {
    text: `${before}${plain(line.slice(start, end))}${after}`,
    caret: `${' '.repeat(before.length + room)}^`,
  };
}
