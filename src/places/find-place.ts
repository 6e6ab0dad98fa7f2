import { isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { FrontMatter } from '../front-matter/front-matter.ts';
import { headLines, lineOfKey } from '../front-matter/split-front-matter.ts';
import { findTomlPlace } from './find-toml-place.ts';

/** Other names of fields. */
const otherNames: Readonly<Record<string, string>> = { authors: 'author', permalink: 'url' };

/** A field that begins at the left margin, and the line, from 0, on which it does. */
interface Part {
  readonly text: string;
  readonly line: number;
}

/** Cache of the last front matter: one file may have many messages. */
let last: { readonly head: string; readonly parts: ReadonlyMap<string, Part> } | undefined;

/** The fields of YAML whose keys stand at the left margin, found line by line; of equals the first. */
function partsOf(head: string): ReadonlyMap<string, Part> {
  if (last?.head === head) return last.parts;
  const lines = head.split('\n');
  const begins: { key: string; index: number }[] = [];
  for (const { index, line, text } of headLines(lines, 'yaml')) {
    const end = text || /^[\s#\-[{]/.test(line) ? -1 : line.search(/:(?=\s|$)/);
    if (end > 0)
      begins.push({
        key: line
          .slice(0, end)
          .trimEnd()
          .replace(/^(["'])(.*)\1$/, '$2'),
        index,
      });
  }
  const parts = new Map<string, Part>();
  for (const [at, { key, index }] of begins.entries())
    if (!parts.has(key))
      parts.set(key, { text: lines.slice(index, begins[at + 1]?.index).join('\n'), line: index });
  last = { head, parts };
  return parts;
}

/**
 * Line and column (from 1) in the file of the field that `keys` leads to, for the messages of wrong values.
 * Most stand on the line of their key; for what lies deeper that field alone is parsed.
 * `yaml` refuses some files that js-yaml reads, so the deepest field that it finds is good enough.
 */
export function findPlace(
  { head, headLine, format }: Pick<FrontMatter, 'head' | 'headLine' | 'format'>,
  keys: readonly PropertyKey[],
  on: 'key' | 'value' = 'value',
): { line: number; column: number } {
  if (format === 'toml') {
    const { line, column } = findTomlPlace(head, keys, on);
    return { line: line + headLine - 1, column };
  }
  const [first = ''] = keys.map(String);
  const named = format === 'yaml' ? partsOf(head) : undefined;
  const part = named?.get(first) ?? named?.get(otherNames[first] ?? '');
  if (part && keys.length === 1) {
    if (on === 'key') return { line: part.line + headLine, column: 1 };
    const value = /^[^\n]*?:[ \t]+(?=[^\s#&!|>])/.exec(part.text)?.[0];
    if (value !== undefined) return { line: part.line + headLine, column: value.length + 1 };
  }
  // JSON is YAML.
  const place = findInYaml(part?.text ?? head, keys, on);
  if (!place) return { line: lineOfKey(head, first) + headLine - 2, column: 1 };
  return { line: place.line + (part?.line ?? 0) + headLine - 1, column: place.column };
}

/** Cache of the last YAML: one field may have many messages. */
let read:
  | {
      readonly yaml: string;
      readonly document: ReturnType<typeof parseDocument>;
      readonly lines: LineCounter;
    }
  | undefined;

function parseYaml(yaml: string): NonNullable<typeof read> {
  if (read?.yaml === yaml) return read;
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, strict: false, logLevel: 'silent' });
  read = { yaml, document, lines };
  return read;
}

/** Line and column of a field, or of the deepest one around it that is there. */
function findInYaml(
  yaml: string,
  keys: readonly PropertyKey[],
  on: 'key' | 'value',
): { line: number; column: number } | undefined {
  const { document, lines } = parseYaml(yaml);
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const [depth, key] of keys.entries()) {
    if (isMap(node)) {
      const { items } = node;
      const named = (name: string) =>
        items.find((item) => isPair(item) && isNode(item.key) && String(item.key) === name);
      const pair = named(String(key)) ?? (depth === 0 ? named(otherNames[String(key)] ?? '') : undefined);
      if (!pair) break;
      const target = on === 'key' && depth === keys.length - 1 ? pair.key : (pair.value ?? pair.key);
      if (isNode(target) && target.range) offset = target.range[0];
      node = pair.value;
    } else if (node && typeof node === 'object' && 'items' in node && Array.isArray(node.items)) {
      node = node.items[Number(key)];
      if (isNode(node) && node.range) offset = node.range[0];
    } else break;
  }
  if (offset === undefined) return undefined;
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
