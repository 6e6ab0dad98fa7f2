import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { headLines } from './split-front-matter.ts';

/**
 * Fields that hold prose: a comment behind them is probably text. In other fields only `#` directly before a
 * word is.
 */
const texts = new Set([
  'title',
  'summary',
  'description',
  'name',
  'role',
  'dateline',
  'alt',
  'caption',
  'credit',
  'text',
]);
/** Fields that hold codes, where a comment is meant as one: `status: draft # chờ ảnh`. */
const codes = new Set(
  'date updated pinnedUntil approvedAt expires status type featured order hidden lang royalty pages photos amount'.split(
    ' ',
  ),
);

const field = /^([ \t]*(?:-[ \t]+)*)(?:([A-Za-z_][\w.-]*|"[^"]*"|'[^']*')[ \t]*:(?:[ \t]+|$))?(.*)$/;
/** What begins a value that is no plain text. */
const notPlain = /^["'[{|>&*!%@`]/;

interface Input {
  readonly yaml: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly path: string;
}

/**
 * A warning for each text that ends at ` #`, where a comment begins in YAML: `title: Phong trào #MeToo` is
 * “Phong trào”.
 */
export function cutTexts({ yaml, fields, path }: Input): Diagnostic[] {
  if (!/[ \t]#/.test(yaml)) return [];
  const values = textsIn(fields);
  const messages: Diagnostic[] = [];
  let key = '';
  let value = '';
  for (const { index, line: written, text } of headLines(yaml.split('\n'), 'yaml')) {
    const line = written.replace(/\r$/, '');
    if (text || /^\s*(?:#|$)/.test(line)) continue;
    const [, before = '', named, rest = ''] = field.exec(line) ?? [];
    const begins = named !== undefined || before.includes('-');
    if (named !== undefined) key = named.replace(/["']/g, '');
    const comment = /(?:^|[ \t])#/.exec(rest);
    const plain = (comment ? rest.slice(0, comment.index) : rest).trim();
    value = begins ? plain : value === '' ? plain : `${value} ${plain}`;
    if (!comment) continue;
    const remaining = value;
    value = '';
    if (codes.has(key) || notPlain.test(remaining)) continue;
    const cut = rest.slice(comment.index).trim();
    const isWord = /^#[^\s#]/.test(cut);
    if (!(isWord || (texts.has(key) && remaining !== '')) || !values.has(remaining)) continue;
    const column = line.length - rest.length + rest.indexOf('#', comment.index) + 1;
    messages.push(
      diagnose(
        'text-cut',
        path,
        { line: index + 2, column },
        { key, cut: short(cut), quoted: short(JSON.stringify(`${remaining} ${cut}`.trim())) },
      ),
    );
  }
  return messages;
}

const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

/** All texts among the values, and an empty one where there is no value. */
function textsIn(fields: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const values = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
    else values.add(value === null ? '' : String(value));
  };
  visit(fields);
  return values;
}
