import type { Digest } from '../brands.ts';
import { digestOf } from '../bytes/digest.ts';
import { sourceText } from '../bytes/utf8.ts';
import { splitFrontMatter } from '../front-matter/split-front-matter.ts';

/** What a version of an article's file says to readers, and whether it said so in public. */
export interface VisibleText {
  /** Digest of the body and of the fields that readers see as text. */
  readonly digest: Digest;
  /** The lines of both. */
  readonly lines: () => ReadonlySet<string>;
  /** The status that it had; empty when it named none. */
  readonly status: string;
}

const fields = new Set([
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

/**
 * Looks at a version as text, line by line: old versions may have front matter that is no YAML, and there are
 * many of them. A field begins with its key at the left edge and lasts until the next one.
 */
export function visibleText(content: Buffer): VisibleText {
  const text = sourceText(content).replaceAll('\r\n', '\n');
  const { yaml, body } = splitFrontMatter({ text, path: '' });
  let shown = body.trim();
  let status = '';
  let counts = false;
  for (const line of yaml.split('\n')) {
    const key = /^["']?([A-Za-z]\w*)["']?[ \t]*:(.*)$/s.exec(line);
    if (key) counts = fields.has(key[1] ?? '');
    if (key?.[1] === 'status')
      status = (key[2] ?? '')
        .replace(/\s#[\s\S]*$/, '')
        .trim()
        .replace(/^["']|["']$/g, '')
        .trim();
    if (counts && line.trim() !== '') shown += `\n\0${line.trimEnd()}`;
  }
  return { digest: digestOf(shown), lines: () => new Set(shown.split('\n')), status };
}
