import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lazy } from '../bytes/lazy.ts';
import { sourceText } from '../bytes/utf8.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type FrontMatter, readFrontMatter } from '../front-matter/front-matter.ts';
import { configName, findConfigFile } from './find-config-file.ts';
import { findOption } from './find-option.ts';
import { findPlace } from './find-place.ts';

/**
 * Gives messages about front matter fields, or options of the configuration, line and column, by reading
 * their files again: there are few of them.
 */
export function placeFields(messages: readonly Diagnostic[], root: string): Diagnostic[] {
  const config = lazy(() => {
    const name = findConfigFile(root) ?? configName;
    return { name, source: readFileSync(path.join(root, name), 'utf8') };
  });
  const matters = new Map<string, FrontMatter | undefined>();
  const matterOf = (file: string): FrontMatter | undefined => {
    if (!matters.has(file)) {
      const matter = readFrontMatter({ text: sourceText(readFileSync(path.join(root, file))), path: file });
      matters.set(file, 'rule' in matter ? undefined : matter);
    }
    return matters.get(file);
  };
  return messages.map(({ field, ...message }) => {
    if (field === undefined) return message;
    if (message.path === configName)
      return { ...message, path: config().name, ...findOption(config().source, field) };
    return placeField({ ...message, field }, matterOf(message.path));
  });
}

/** Rules of which the key is wrong, whatever its value. */
const keyRules: ReadonlySet<string> = new Set([
  'unknown-key',
  'held-back',
  'held-back-file',
  'foreign-key',
  'foreign-date',
  'other-name',
  'not-indented',
  'foreign-link',
]);

/** The message with line and column of its field. */
export function placeField(
  { field = [], ...message }: Diagnostic,
  matter: Pick<FrontMatter, 'head' | 'headLine' | 'format'> | undefined,
): Diagnostic {
  return {
    ...message,
    ...(matter === undefined
      ? { line: 1, column: 1 }
      : findPlace(matter, field, keyRules.has(message.rule) ? 'key' : 'value')),
  };
}
