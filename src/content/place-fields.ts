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
  return messages.map((message) => (message.field === undefined ? message : placeField(message, yamlOf(message.path))));
}

/** The message with line and column of its field. */
export function placeField({ field = [], ...message }: Diagnostic, yaml: string | undefined): Diagnostic {
  return { ...message, ...(yaml === undefined ? { line: 1, column: 1 } : findPlace(yaml, field, message.rule === 'unknown-key' ? 'key' : 'value')) };
}
