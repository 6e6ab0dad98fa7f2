import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../package-root.ts';

interface Found {
  /** Relative to the site's folder. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * The template file, and where it can be told the line, in which what a template threw arose. The compiler heads each file's part of the
 * module with a comment that names it; the line is the one of that file with the same words, where there is one.
 */
export function placeTemplateError({ error, root, otherwise }: { error: unknown; root: string; otherwise: string }): Found {
  const none = { file: existsSync(path.join(root, otherwise)) ? otherwise : 'templates' };
  if (!(error instanceof Error)) return none;
  const [, url, at] = /((?:file:\/\/)?\/?[^\s()]*?[/\\](?:theme-[\da-f]+|templates)\.mjs)(?:\?[^:]*)?:(\d+)(?::\d+)?/.exec(error.stack ?? '') ?? [];
  if (url === undefined) return none;
  try {
    const lines = readFileSync(url.startsWith('file:') ? fileURLToPath(url) : url, 'utf8').split('\n');
    const index = Number(at) - 1;
    const head = lines.slice(0, index + 1).findLastIndex((line) => /^\/\/ \S+\.[jt]sx?$/.test(line));
    const named = lines[head]?.slice(3);
    if (named === undefined) return none;
    const full = path.resolve(packageRoot, 'templates', named);
    const file = path.relative(root, full).split(path.sep).join('/');
    return { file, ...findLine(readFileSync(full, 'utf8').split('\n'), lines[index] ?? '') };
  } catch {
    return none;
  }
}

/** The line that has most words of the compiled one; of equals the shortest. None when none has half of them. */
function findLine(source: readonly string[], compiled: string): { line?: number; column?: number } {
  const wordsOf = (text: string): string[] => text.match(/[\p{L}_$][\p{L}\d_$]*/gu) ?? [];
  const wanted = new Set(wordsOf(compiled.replaceAll('/* @__PURE__ */', '')).filter((word) => !/^_?jsxs?\d*$|^children$/.test(word)));
  let best = { index: -1, common: 0, length: 0 };
  for (const [index, text] of source.entries()) {
    const words = new Set(wordsOf(text));
    const common = [...wanted].filter((word) => words.has(word)).length;
    if (common > best.common || (common === best.common && words.size < best.length)) best = { index, common, length: words.size };
  }
  if (best.common === 0 || best.common < wanted.size / 2) return {};
  const text = source[best.index] ?? '';
  return { line: best.index + 1, column: (text.match(/^\s*/)?.[0].length ?? 0) + 1 };
}
