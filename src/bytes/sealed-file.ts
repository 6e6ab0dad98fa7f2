import { readFileSync } from 'node:fs';
import { digestOf } from './digest.ts';
import { replaceFile } from './replace-file.ts';

/** Writes a value as JSON with a digest of its bytes, so that {@link readSealed} detects damage. */
export function writeSealed(file: string, magic: string, value: unknown): void {
  const text = JSON.stringify(value);
  replaceFile(file, [`${magic} ${digestOf(text)}\n`, text]);
}

/**
 * Reads what {@link writeSealed} wrote; undefined when there is no such file, another version wrote it, or a
 * byte of it changed.
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
