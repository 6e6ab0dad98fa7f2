import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sourceText } from '../source-text.ts';
import { findPlace } from './find-place.ts';
import { readFrontMatter } from './front-matter.ts';

/** Gives messages about front matter fields the field's line and column, by reading their files again: there are few of them. */
export function placeFields(messages: readonly Diagnostic[], root: string): Diagnostic[] {
  const sources = new Map<string, string | undefined>();
  const yamlOf = (file: string): string | undefined => {
    if (!sources.has(file)) {
      const matter = readFrontMatter({ text: sourceText(readFileSync(path.join(root, file))), path: file });
      sources.set(file, 'rule' in matter ? undefined : matter.yaml);
    }
    return sources.get(file);
  };
  return messages.map(({ field, ...message }) => {
    if (field === undefined) return message;
    const yaml = yamlOf(message.path);
    return { ...message, ...(yaml === undefined ? { line: 1, column: 1 } : findPlace(yaml, field)) };
  });
}
