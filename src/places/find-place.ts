import { isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { FrontMatter } from '../front-matter/front-matter.ts';
import { lineOfKey } from '../front-matter/line-of-key.ts';
import { findTomlPlace } from './find-toml-place.ts';

/** Other names of fields. */
const otherNames: Readonly<Record<string, string>> = { authors: 'author', permalink: 'url' };

/** The front matter at hand: one file may have many messages. */
let last:
  | {
      readonly yaml: string;
      readonly document: ReturnType<typeof parseDocument>;
      readonly lines: LineCounter;
    }
  | undefined;

function read(yaml: string): NonNullable<typeof last> {
  if (last?.yaml === yaml) return last;
  const lines = new LineCounter();
  last = {
    yaml,
    document: parseDocument(yaml, { lineCounter: lines, strict: false, logLevel: 'silent' }),
    lines,
  };
  return last;
}

/**
 * Line and column (from 1) in the file of the field that `keys` leads to, for the messages of wrong values.
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
  // JSON is YAML.
  const { document, lines } = read(head);
  let node: unknown = document.contents;
  let offset = 0;
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
  if (offset === 0) return { line: lineOfKey(head, String(keys[0])) + headLine - 2, column: 1 };
  const { line, col } = lines.linePos(offset);
  return { line: line + headLine - 1, column: col };
}
