import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withoutIndex } from '../addresses/markdown-name.ts';
import { sourceText } from '../bytes/utf8.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { toDateTime } from '../dates/date-time.ts';
import { readFrontMatter } from '../front-matter/front-matter.ts';
import { splitFrontMatter } from '../front-matter/split-front-matter.ts';

/** What can be read of a file that is too broken to have a page. */
export interface BrokenFacts {
  /** Its fields as parsed from YAML, not validated. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Whether these are all its fields. */
  readonly whole: boolean;
}

/**
 * Reads the fields of a broken file, one by one where they cannot be parsed together. A field that is written
 * twice is left out.
 */
export function readBroken({ root, path: file }: { root: string; path: string }): BrokenFacts {
  const text = sourceText(readFileSync(path.join(root, file))).replaceAll('\r\n', '\n');
  const matter = readFrontMatter({ text, path: file });
  if (!('rule' in matter)) return { fields: matter.fields, whole: true };
  const split = splitFrontMatter({ text, path: file });
  // Without a closing line, the front matter is assumed to end at the first empty line.
  const [, begun = ''] = /^(?:---|\+\+\+)[^\n]*\n([\s\S]*?)(?:\n[ \t]*\n|$)/.exec(text) ?? [];
  const head = split.bodyLine > 1 ? split.head : begun;
  const fence = split.format === 'toml' || text.startsWith('+++') ? '+++' : '---';
  const fields: Record<string, unknown> = {};
  const twice = new Set<string>();
  for (const chunk of head.split(/\n(?=[^\s#-]|--)/)) {
    const part = readFrontMatter({ text: `${fence}\n${chunk}\n${fence}\n`, path: file });
    if ('rule' in part) continue;
    for (const [key, value] of Object.entries(part.fields)) {
      if (key in fields) twice.add(key);
      fields[key] = value;
    }
  }
  for (const key of twice) delete fields[key];
  return { fields, whole: false };
}

/** Whether a broken file may be an article that is paid in a month, as far as it can be read. */
export function mayBePaid(
  { fields: { status, date, type }, whole }: BrokenFacts,
  { month, path, config }: { month: string; path: string; config: ResolvedConfig },
): boolean {
  if (['draft', 'pending', 'rejected', 'withdrawn'].includes(String(status))) return false;
  if (whole && status === undefined && config.workflow.approval) return false;
  if (Object.entries(config.royalties.bands).some(([name, band]) => band === false && name === type))
    return false;
  const written =
    typeof date === 'string' || !whole
      ? date
      : (date ?? /\/(\d{4}-\d{2}-\d{2})(?:[-.][^/]*)?$/.exec(withoutIndex(path))?.[1]);
  const day =
    written === undefined ? undefined : toDateTime(String(written), config.site.timeZone, config.dates);
  return day === undefined || day.startsWith(`${month}-`);
}
