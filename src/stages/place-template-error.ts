import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../package-root.ts';

/** Where in the compiled module of templates something threw. */
export interface ModulePlace {
  /** Path or file address of the module. */
  readonly module: string;
  /** From 1. */
  readonly line: number;
}

/** The place in a file of templates. */
export interface TemplatePlace {
  /** Relative to the site's folder. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** Where in the module of templates an error came about; undefined when it was elsewhere. */
export function modulePlaceOf(error: unknown): ModulePlace | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const [, module, line] = /((?:file:\/\/)?\/?[^\s()]*?[/\\](?:theme-[\da-f]+|templates)\.mjs)(?:\?[^:]*)?:(\d+)(?::\d+)?/.exec(stack) ?? [];
  return module === undefined ? undefined : { module, line: Number(line) };
}

/**
 * Finds the template's file, and where it can be told the line, for places in the compiled module: each is looked up once. The compiler
 * heads each file's part of the module with a comment that names it; the line is the one of that file with the same words, where there is one.
 */
export function createPlaceTemplateError(root: string): (at: ModulePlace | undefined) => TemplatePlace | undefined {
  const known = new Map<string, TemplatePlace | undefined>();
  return (at) => {
    if (!at) return undefined;
    const key = `${at.module}:${at.line}`;
    if (!known.has(key)) known.set(key, find(at, root));
    return known.get(key);
  };
}

function find({ module, line }: ModulePlace, root: string): TemplatePlace | undefined {
  try {
    const lines = readFileSync(module.startsWith('file:') ? fileURLToPath(module) : module, 'utf8').split('\n');
    const head = lines.slice(0, line).findLastIndex((text) => /^\/\/ \S+\.[jt]sx?$/.test(text));
    const named = lines[head]?.slice(3);
    if (named === undefined) return undefined;
    const full = path.resolve(packageRoot, 'templates', named);
    const file = path.relative(root, full).split(path.sep).join('/');
    return { file, ...findLine(readFileSync(full, 'utf8').split('\n'), lines[line - 1] ?? '') };
  } catch {
    // The module or the template went meanwhile.
    return undefined;
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
