import type { Digest } from '../brands.ts';
import { digestOf } from '../bytes/digest.ts';
import { sourceText } from '../bytes/utf8.ts';
import { toStatus } from '../front-matter/foreign-names.ts';
import { splitFrontMatter } from '../front-matter/split-front-matter.ts';

/** What readers see of a version of an article's file. */
export interface VisibleText {
  /** Digest of the body and of the fields that readers see as text. */
  readonly digest: Digest;
  /** The lines of the body and of those fields. */
  readonly lines: () => ReadonlySet<string>;
  /** The status of the version; empty for none. */
  readonly status: string;
}

/** The fields that readers see as text. */
export const visibleFields: ReadonlySet<string> = new Set([
  'title',
  'summary',
  'image',
  'attachments',
  'corrections',
  'dateline',
  'author',
  'authors',
  'link',
  'lang',
]);

const yamlField = /^["']?([A-Za-z]\w*)["']?[ \t]*:(.*)$/s;
const tomlField = /^["']?([A-Za-z]\w*)["']?[ \t]*=(.*)$/s;

/**
 * Reads a version as text, line by line: there are many old versions, and their front matter may be invalid
 * YAML. A field begins with its key at the start of a line and ends before the next one.
 */
export function visibleText(content: Buffer): VisibleText {
  const text = sourceText(content).replaceAll('\r\n', '\n');
  const { head, format, body } = splitFrontMatter({ text, path: '' });
  let shown = body.trim();
  let status = '';
  let counts = false;
  let table: string | undefined;
  for (const line of (format === 'json' ? jsonAsYaml(head) : head).split('\n')) {
    if (format === 'toml') table = /^\[\[?[ \t]*["']?(\w+)/.exec(line)?.[1] ?? table;
    const key = (format === 'toml' ? tomlField : yamlField).exec(line);
    if (key ?? table) counts = visibleFields.has(table ?? key?.[1] ?? '');
    if (table === undefined && key?.[1] === 'status')
      status = (key[2] ?? '')
        .replace(/\s#[\s\S]*$/, '')
        .trim()
        .replace(/^["']|["']$/g, '')
        .trim();
    if (counts && line.trim() !== '') shown += `\n\0${line.trimEnd()}`;
  }
  return {
    digest: digestOf(shown),
    lines: () => new Set(shown.split('\n')),
    status: String(toStatus(status)),
  };
}

/** Writes each field of a JSON object as a line of YAML. */
function jsonAsYaml(json: string): string {
  try {
    const values = JSON.parse(json) as Readonly<Record<string, unknown>>;
    return Object.entries(values)
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
      .join('\n');
  } catch {
    return json;
  }
}
