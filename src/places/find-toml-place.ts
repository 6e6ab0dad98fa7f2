import { headLines } from '../front-matter/split-front-matter.ts';

const part = /"((?:[^"\\]|\\.)*)"|'([^']*)'|([\w-]+)/g;
const table = /^[ \t]*(\[\[?)([^\]]+)\]/;
const pair = /^([ \t]*)((?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w.\- \t])+?)[ \t]*=[ \t]*/;

const partsOf = (name: string): string[] =>
  [...name.matchAll(part)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');

/**
 * Line and column (from 1) in TOML of the field that `keys` leads to, or of the deepest one around it that is
 * found line by line; the first line where there is none.
 */
export function findTomlPlace(
  toml: string,
  keys: readonly PropertyKey[],
  on: 'key' | 'value',
): { line: number; column: number } {
  const names = keys.map(String);
  let best = { depth: 0, line: 1, column: 1 };
  let inside: string[] = [];
  const counts = new Map<string, number>();
  const see = (path: readonly string[], line: number, column: number): void => {
    const depth = path.findIndex((step, index) => step !== names[index]);
    if (depth === -1 && path.length > best.depth) best = { depth: path.length, line, column };
  };
  for (const { index, line, text } of headLines(toml.split('\n'), 'toml')) {
    if (text) continue;
    const [, bracket, name = ''] = table.exec(line) ?? [];
    if (bracket !== undefined) {
      inside = partsOf(name);
      const key = inside.join('.');
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      see(inside, index + 1, line.indexOf('[') + 1);
      if (bracket === '[[') inside = [...inside, String(count)];
      see(inside, index + 1, line.indexOf('[') + 1);
      continue;
    }
    const [whole = '', indent = '', key = ''] = pair.exec(line) ?? [];
    if (whole === '') continue;
    const path = [...inside, ...partsOf(key)];
    const isKey = on === 'key' && path.length === names.length;
    see(path, index + 1, (isKey ? indent : whole).length + 1);
  }
  const { line, column } = best;
  return { line, column };
}
