import matter from 'gray-matter';
import { CORE_SCHEMA, FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { parse, TomlDate, TomlError } from 'smol-toml';
import { type CleanValue, cleanFields, isUsable } from '../bytes/usable-text.ts';
import { diagnose, placeAt } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lineOfKey, type SplitFile, splitFrontMatter } from './split-front-matter.ts';

export interface FrontMatter extends Omit<SplitFile, 'doubt'> {
  /** The fields as they are written; dates stay text. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Where in them a character that no page can hold was replaced. */
  readonly replaced: CleanValue<unknown>['replaced'];
}

/**
 * Splits a file into its fields and its body, or says why that cannot be done.
 * YAML, TOML and JSON are read: gray-matter evaluates `---js` as code, so other languages are refused before
 * it sees the file.
 */
export function readFrontMatter({ text, path }: { text: string; path: string }): FrontMatter | Diagnostic {
  if (!/\S/.test(text)) return diagnose('empty-file', path, { line: 1, column: 1 });
  const { doubt, ...parts } = splitFrontMatter({ text, path });
  if (doubt) return doubt;
  const { head, headLine, format } = parts;
  const gap = endOfLongGap(head);
  if (gap !== undefined)
    return diagnose(
      'yaml-syntax',
      path,
      { line: gap + headLine - 1, column: 1 },
      { reason: `more than ${mostEmptyLines} empty lines in a row` },
    );
  const fields = readFields(parts, path);
  if ('rule' in fields) return fields.rule;
  const unbounded = Object.keys(fields.values).find((key) => !isBounded(fields.values[key]));
  if (unbounded !== undefined)
    return diagnose(
      'yaml-syntax',
      path,
      { line: format === 'yaml' ? lineOfKey(head, unbounded) : headLine, column: 1 },
      { reason: `anchors that refer to themselves, or more than ${mostValues} values` },
    );
  // Most unusable characters can only come from escapes (`"\0"`).
  const clean =
    head.includes('\\') || !isUsable(head)
      ? cleanFields(fields.values)
      : { value: fields.values, replaced: [] };
  return { ...parts, fields: clean.value, replaced: clean.replaced };
}

/** The fields of front matter, or why it cannot be read. */
function readFields(
  { head, headLine, format }: Omit<SplitFile, 'doubt'>,
  path: string,
): { readonly values: Readonly<Record<string, unknown>> } | { readonly rule: Diagnostic } {
  const text = head.normalize('NFC');
  let values: unknown;
  try {
    const fence = format === 'toml' ? '+++' : '---';
    values = matter(`${fence}\n${text}\n${fence}\n`, {
      ...options,
      language: format,
      delimiters: fence,
    }).data;
  } catch (error) {
    if (format === 'yaml') return { rule: yamlDiagnostic(error, head, path) };
    return { rule: (format === 'toml' ? tomlDiagnostic : jsonDiagnostic)(error, { head, headLine, path }) };
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    return {
      rule: diagnose(
        'yaml-syntax',
        path,
        { line: headLine, column: 1 },
        { reason: 'expected "key: value" lines' },
      ),
    };
  const fields = values as Readonly<Record<string, unknown>>;
  return { values: format === 'yaml' ? keepWriting(fields, head) : fields };
}

const mostEmptyLines = 1_000;

/**
 * The line, from 1, with which too many empty ones end, whatever ends them: gray-matter takes time in the
 * square of their number.
 */
function endOfLongGap(yaml: string): number | undefined {
  let empty = 0;
  for (const [index, line] of yaml.split('\n').entries()) {
    for (const part of line.split(/[\r\u2028\u2029]/)) {
      empty = /\S/.test(part) ? 0 : empty + 1;
      if (empty > mostEmptyLines) return index + 1;
    }
  }
  return undefined;
}

const refuse = (): never => {
  throw new Error('front matter in a language other than YAML, TOML and JSON');
};
const options = {
  // Dates stay text: YAML's own are read as UTC, which would shift them.
  engines: {
    yaml: (yaml: string) => (load(yaml, { schema: CORE_SCHEMA }) ?? {}) as object,
    toml: (toml: string) => withTextDates(parse(toml, { maxDepth: 50 })) as object,
    json: (json: string) => JSON.parse(json) as object,
    js: refuse,
    javascript: refuse,
    coffee: refuse,
  },
};

/** Dates and times of TOML as text. They are as written, except for their precision. */
function withTextDates(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString().replace(/\.000/, '');
  if (Array.isArray(value)) return value.map(withTextDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withTextDates(inner)]));
}

interface Broken extends Pick<SplitFile, 'head' | 'headLine'> {
  readonly path: string;
}

function tomlDiagnostic(error: unknown, { headLine, path }: Broken): Diagnostic {
  if (!(error instanceof TomlError)) throw error;
  const reason = error.message.split('\n', 1)[0]?.replace(/^Invalid TOML document: /, '') ?? '';
  // gray-matter hands on the newline after the fence.
  return diagnose('toml-syntax', path, { line: headLine + error.line - 2, column: error.column }, { reason });
}

/** V8 gives the place of a syntax error only in the message, and not always. */
function jsonDiagnostic(error: unknown, { head, headLine, path }: Broken): Diagnostic {
  if (!(error instanceof SyntaxError)) throw error;
  const position = /at position (\d+)/.exec(error.message)?.[1];
  const { line, column } = placeAt(head, position === undefined ? 0 : Number(position) - 1);
  const reason = error.message.split(/ in JSON| \(line/, 1)[0] ?? '';
  return diagnose(
    'json-syntax',
    path,
    { line: headLine + line - 1, column },
    { reason: reason.replaceAll('\n', ' ') },
  );
}

const isScalar = (value: unknown): boolean => typeof value === 'number' || typeof value === 'boolean';

const texts = new Set(['title', 'slug', 'name']);

/** Keeps numbers in lists, and titles that are numbers, as they are written: the tag `1.50` is not 1.5. */
function keepWriting(
  fields: Readonly<Record<string, unknown>>,
  yaml: string,
): Readonly<Record<string, unknown>> {
  const keys = Object.keys(fields).filter((key) => {
    const value = fields[key];
    return (texts.has(key) && isScalar(value)) || (Array.isArray(value) && value.some(isScalar));
  });
  if (keys.length === 0) return fields;
  const written = load(yaml.normalize('NFC'), { schema: FAILSAFE_SCHEMA });
  if (typeof written !== 'object' || written === null) return fields;
  const asWritten: Record<string, unknown> = { ...fields };
  for (const key of keys) {
    const value = fields[key];
    const text: unknown = Reflect.get(written, key);
    if (Array.isArray(value) && Array.isArray(text))
      asWritten[key] = value.map((item, index) => (isScalar(item) ? text[index] : item));
    else if (typeof text === 'string') asWritten[key] = text;
  }
  return asWritten;
}

const mostValues = 10_000;

/**
 * Whether the values are a tree of a sane size: anchors can make a circle of them, or billions out of ten
 * lines.
 */
function isBounded(root: unknown): boolean {
  let left = mostValues;
  const visit = (value: unknown, depth: number): boolean => {
    if (--left < 0 || depth > 50) return false;
    return (
      typeof value !== 'object' ||
      value === null ||
      Object.values(value).every((inner) => visit(inner, depth + 1))
    );
  };
  return visit(root, 0);
}

function yamlDiagnostic(error: unknown, yaml: string, path: string): Diagnostic {
  if (!(error instanceof YAMLException)) throw error;
  // gray-matter hands on the newline after the fence, so the mark's line, which counts from 0, is one less
  // than the file's.
  const line = error.mark ? error.mark.line + 1 : 2;
  const column = error.mark ? error.mark.column + 1 : 1;
  if (error.reason === 'duplicated mapping key') {
    const lines = yaml.split(/\r?\n/);
    const keyOn = (index: number): { indent: number; key: string } | undefined => {
      const line = lines[index] ?? '';
      const indent = /^[ \t-]*/.exec(line)?.[0].length ?? 0;
      const [, bare, quoted] =
        /^(?:([^"'#:][^:]*)|["']([^"']+)["'][ \t]*):(?=\s|$)/.exec(line.slice(indent)) ?? [];
      const key = quoted ?? bare?.trimEnd();
      return key === undefined ? undefined : { indent, key };
    };
    const second = keyOn(line - 2);
    if (second) {
      let first = line - 3;
      for (; first >= 0; first--) {
        const other = keyOn(first);
        if (other?.key === second.key && other.indent === second.indent) break;
      }
      return diagnose(
        'duplicate-key',
        path,
        { line, column },
        { key: second.key, first: first + 2, second: line },
      );
    }
  }
  const tab = tabNear(yaml, line);
  if (tab) return diagnose('yaml-tab', path, tab);
  return diagnose('yaml-syntax', path, { line, column }, { reason: error.reason ?? error.message });
}

/** The tab that a line of the file, or the one above it, is indented with. */
function tabNear(yaml: string, line: number): { line: number; column: number } | undefined {
  const lines = yaml.split('\n');
  const at = [line, line - 1].find((number) => /^ *\t/.test(lines[number - 2] ?? ''));
  return at === undefined ? undefined : { line: at, column: (lines[at - 2] ?? '').indexOf('\t') + 1 };
}
