import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../package-root.ts';

/**
 * Where in a compiled module of the site's own code (its configuration, its templates) something happened.
 */
export interface ModulePlace {
  /** Path or file address of the module. */
  readonly module: string;
  /** From 1. */
  readonly line: number;
}

/** The place in a source of it. */
export interface SourcePlace {
  /** Relative to the site's folder. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** Where in the site's own code an error was thrown; undefined when it was elsewhere. */
export function modulePlaceOf(error: unknown): ModulePlace | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frame =
    /((?:file:\/\/)?\/?[^\s()]*?[/\\](?:(?:config|theme)-[\da-f]+|templates)\.mjs)(?:\?[^:]*)?:(\d+)(?::\d+)?/;
  const [, module, line] = frame.exec(stack) ?? [];
  return module === undefined ? undefined : { module, line: Number(line) };
}

/** Whether a module is that of the compiled templates, by its name; else it is the configuration's. */
export const isTemplateModule = (module: string): boolean =>
  /[/\\](?:theme-[\da-f]+|templates)\.mjs$/.test(module);

/**
 * Finds the source file, and if possible the line, of places in compiled modules. Each is looked up once. The
 * compiler heads each file's part of a module with a comment that names it; the line is the one of that file
 * with the same words, where there is one.
 */
export function createPlaceSiteCode(root: string): (at: ModulePlace | undefined) => SourcePlace | undefined {
  const placeByKey = new Map<string, SourcePlace | undefined>();
  return (at) => {
    if (!at) return undefined;
    const key = `${at.module}:${at.line}`;
    if (!placeByKey.has(key)) placeByKey.set(key, find(at, root));
    return placeByKey.get(key);
  };
}

/**
 * The only line of a module on which it waits at its top level, where there is just one: with more nobody
 * knows which it is. The compiler indents what stands in a block or a function.
 */
export function findTopAwait(module: string): ModulePlace | undefined {
  const lines = readModule(module);
  const awaiting = lines.flatMap((text, index) =>
    /^(?![\s/]).*\bawait\b/.test(text) && !/\basync\b/.test(text) ? [index + 1] : [],
  );
  return awaiting.length === 1 && awaiting[0] !== undefined ? { module, line: awaiting[0] } : undefined;
}

const readModule = (module: string): string[] =>
  readFileSync(module.startsWith('file:') ? fileURLToPath(module) : module, 'utf8').split('\n');

function find({ module, line }: ModulePlace, root: string): SourcePlace | undefined {
  try {
    const lines = readModule(module);
    const head = lines.slice(0, line).findLastIndex((text) => /^\/\/ \S+\.[cm]?[jt]sx?$/.test(text));
    const named = lines[head]?.slice(3);
    if (named === undefined) return undefined;
    // The compiler names files from the folder that it worked in.
    const full = path.resolve(
      isTemplateModule(module) ? path.resolve(packageRoot, 'templates') : root,
      named,
    );
    const file = path.relative(root, full).split(path.sep).join('/');
    return { file, ...findLine(readFileSync(full, 'utf8').split('\n'), lines[line - 1] ?? '') };
  } catch {
    // The module or the source was removed meanwhile.
    return undefined;
  }
}

/**
 * The line that has most words of the compiled one; of equals the shortest. None when none has half of them.
 */
function findLine(source: readonly string[], compiled: string): { line?: number; column?: number } {
  const wordsOf = (text: string): string[] => text.match(/[\p{L}_$][\p{L}\d_$]*/gu) ?? [];
  const compiledWords = new Set(
    wordsOf(compiled.replaceAll('/* @__PURE__ */', '')).filter(
      (word) => !/^_?jsxs?\d*$|^children$/.test(word),
    ),
  );
  let best = { index: -1, common: 0, length: 0 };
  for (const [index, text] of source.entries()) {
    const words = new Set(wordsOf(text));
    const common = [...compiledWords].filter((word) => words.has(word)).length;
    if (common > best.common || (common === best.common && words.size < best.length))
      best = { index, common, length: words.size };
  }
  if (best.common === 0 || best.common < compiledWords.size / 2) return {};
  const text = source[best.index] ?? '';
  return { line: best.index + 1, column: (text.match(/^\s*/)?.[0].length ?? 0) + 1 };
}
