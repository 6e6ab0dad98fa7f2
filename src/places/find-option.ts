import { placeAt } from '../diagnostics/diagnose.ts';

const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|[\p{L}_$][\p{L}\d_$]*|\S/gsu;

/**
 * An object (its present key), or a list (its present number), that the search is in; null for other
 * brackets.
 */
type Level = { key?: string; index?: number } | null;

/**
 * Line and column (from 1) of an option in the source of a configuration: its key, or the entry of a list.
 * Only the nesting of objects and lists is looked at, so where the option is not written out (it is imported,
 * or missing) the place is that of the deepest one around it that is.
 */
export function findOption(
  source: string,
  keys: readonly (string | number)[],
): { line: number; column: number } {
  const levels: Level[] = [];
  let best = { depth: 0, offset: 0 };
  let previous = '';
  const see = (offset: number): void => {
    const path = levels.slice(levels.lastIndexOf(null) + 1).map((level) => level?.index ?? level?.key);
    if (path.length > best.depth && path.every((step, depth) => step !== undefined && step === keys[depth]))
      best = { depth: path.length, offset };
  };
  for (const { 0: text, index: offset } of source.matchAll(token)) {
    if (text.startsWith('//') || text.startsWith('/*')) continue;
    const level = levels.at(-1);
    const begins = previous === '{' || previous === '[' || previous === ',';
    if (level && begins && text !== ']' && text !== '}') {
      if (level.index === undefined) level.key = /^['"]/.test(text) ? text.slice(1, -1) : text;
      see(offset);
    }
    if (text === '{') levels.push({});
    else if (text === '[') levels.push({ index: 0 });
    else if (text === '(') levels.push(null);
    else if (text === '}' || text === ']' || text === ')') levels.pop();
    else if (text === ',' && level?.index !== undefined) level.index += 1;
    previous = text;
  }
  return placeAt(source, best.offset);
}
