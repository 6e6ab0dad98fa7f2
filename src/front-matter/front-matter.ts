import matter from 'gray-matter';
import { CORE_SCHEMA, FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { type CleanValue, cleanFields, isUsable } from '../bytes/usable-text.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lineOfKey } from './line-of-key.ts';
import { type SplitFile, splitFrontMatter } from './split-front-matter.ts';

export interface FrontMatter extends Pick<SplitFile, 'yaml' | 'body' | 'bodyLine'> {
  /** The fields as YAML has them; dates stay text. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Where in them a character that no page can hold was replaced. */
  readonly replaced: CleanValue<unknown>['replaced'];
}

/**
 * Splits a file into its fields and its body, or says why that cannot be done.
 * Only YAML is read: gray-matter evaluates `---js` as code, so a language word is refused before it sees the
 * file.
 */
export function readFrontMatter({ text, path }: { text: string; path: string }): FrontMatter | Diagnostic {
  if (!/\S/.test(text)) return diagnose('empty-file', path, { line: 1, column: 1 });
  const { yaml, body, bodyLine, doubt } = splitFrontMatter({ text, path });
  if (doubt) return doubt;
  const gap = endOfLongGap(yaml);
  if (gap !== undefined)
    return diagnose(
      'yaml-syntax',
      path,
      { line: gap + 1, column: 1 },
      { reason: `more than ${mostEmptyLines} empty lines in a row` },
    );
  let fields: Readonly<Record<string, unknown>>;
  try {
    fields = keepWriting(matter(`---\n${yaml.normalize('NFC')}\n---\n`, options).data, yaml);
  } catch (error) {
    return yamlDiagnostic(error, yaml, path);
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    return diagnose('yaml-syntax', path, { line: 2, column: 1 }, { reason: 'expected "key: value" lines' });
  }
  const unbounded = Object.keys(fields).find((key) => !isBounded(fields[key]));
  if (unbounded !== undefined)
    return diagnose(
      'yaml-syntax',
      path,
      { line: lineOfKey(yaml, unbounded), column: 1 },
      { reason: `anchors that refer to themselves, or more than ${mostValues} values` },
    );
  // Escapes (`"\0"`) are the one way in for most of what has to be replaced.
  const clean =
    yaml.includes('\\') || !isUsable(yaml) ? cleanFields(fields) : { value: fields, replaced: [] };
  return { fields: clean.value, replaced: clean.replaced, yaml, body, bodyLine };
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
  throw new Error('front matter in a language other than YAML');
};
const options = {
  language: 'yaml',
  // Dates stay text: YAML's own are read as UTC, which would shift them.
  engines: {
    yaml: (yaml: string) => (load(yaml, { schema: CORE_SCHEMA }) ?? {}) as object,
    js: refuse,
    javascript: refuse,
    json: refuse,
    coffee: refuse,
  },
};

const isScalar = (value: unknown): boolean => typeof value === 'number' || typeof value === 'boolean';

const texts = new Set(['title', 'slug', 'name']);

/** Numbers in lists, and titles that are numbers, as they are written: the tag `1.50` is not 1.5. */
function keepWriting(
  fields: Readonly<Record<string, unknown>>,
  yaml: string,
): Readonly<Record<string, unknown>> {
  const wanted = Object.keys(fields).filter((key) => {
    const value = fields[key];
    return (texts.has(key) && isScalar(value)) || (Array.isArray(value) && value.some(isScalar));
  });
  if (wanted.length === 0) return fields;
  const written = load(yaml.normalize('NFC'), { schema: FAILSAFE_SCHEMA });
  if (typeof written !== 'object' || written === null) return fields;
  const kept: Record<string, unknown> = { ...fields };
  for (const key of wanted) {
    const value = fields[key];
    const text: unknown = Reflect.get(written, key);
    if (Array.isArray(value) && Array.isArray(text))
      kept[key] = value.map((item, index) => (isScalar(item) ? text[index] : item));
    else if (typeof text === 'string') kept[key] = text;
  }
  return kept;
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
  return diagnose('yaml-syntax', path, { line, column }, { reason: error.reason ?? error.message });
}
