import { readFileSync } from 'node:fs';
import { digestOf } from './digest.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Writes a value as JSON under the digest of its own bytes, so that {@link readSealed} tells a damaged file
 * from a whole one.
 */
export function writeSealed(file: string, magic: string, value: unknown): void {
  const text = JSON.stringify(value);
  replaceFile(file, [`${magic} ${digestOf(text)}\n`, text]);
}

/**
 * What {@link writeSealed} wrote; undefined when there is no such file, when another version wrote it, and
 * when a byte of it is not what was written.
 */
export function readSealed<Value>(file: string, magic: string): Value | undefined {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const newline = content.indexOf('\n');
  const text = content.slice(newline + 1);
  return content.slice(0, newline) === `${magic} ${digestOf(text)}` ? (JSON.parse(text) as Value) : undefined;
}
