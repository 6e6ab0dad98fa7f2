import { trim } from '../bytes/trim.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** A file in its parts. Where there is no front matter, or no end of it, all is body. */
export interface SplitFile {
  /** The YAML between the fences; its first line is line 2 of the file. */
  readonly yaml: string;
  readonly body: string;
  /** Line of the file, from 1, on which the body begins. */
  readonly bodyLine: number;
  /** Why the parts cannot be trusted to be those that the author sees. */
  readonly doubt?: Diagnostic;
}

const fence = /^---[ \t]*\r?$/;
/** Line ends of YAML and of editors, within what `\n` parts. */
const otherLineEnds = /[\r\v\f\u0085\u2028\u2029]/;
/** A space, or a mark that no editor shows. */
const invisible = /[\s\u200B-\u200F\u2060\uFEFF]/;
const dash = '[-\u2010-\u2015\u2212\u2E3A\u2E3B\uFE58\uFE63\uFF0D]';
/**
 * Two or more dashes of any kind, a long one alone, dots, and what other tools and Markdown have for a line
 * across.
 */
const nearFence = new RegExp(
  `^(?:${dash}(?:[ \\t]*${dash})+|[\u2013-\u2015\u2E3A\u2E3B]|\\.{3,}|\u2026|([+;=*_~\`])\\1{2,})$`,
);
/** What YAML takes for the end of a document, whatever follows. */
const marker = /^(?:---|\.\.\.(?=[ \t]))/;

/** Whether a line would be taken for a fence by an author, or by YAML, and is none. */
export const isNearFence = (line: string): boolean =>
  !fence.test(line) &&
  line.split(otherLineEnds).some((part) => marker.test(part) || nearFence.test(trim(part, invisible)));

const blockScalar = /(?:^|[:\-?][ \t])[ \t]*(?:[&!]\S*[ \t]+){0,2}[|>][-+\d]{0,2}[ \t]*(?:#.*)?\r?$/;
const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

interface YamlLine {
  /** From 0. */
  readonly index: number;
  readonly line: string;
  /** Whether it is text of a block scalar (`|`, `>`), in which an indented line may be anything. */
  readonly text: boolean;
}

/** The lines of YAML, with what they are. */
export function* yamlLines(lines: readonly string[]): Generator<YamlLine> {
  let within: number | undefined;
  for (const [index, line] of lines.entries()) {
    const text = within !== undefined && (!/\S/.test(line) || indentOf(line) > within);
    if (!text) within = blockScalar.test(line) ? indentOf(line) : undefined;
    yield { index, line, text };
  }
}

/**
 * Where front matter begins and ends, for every reader of it: between a first line `---` and the next one,
 * both from the left margin and with nothing but white space behind. A line between them that is nearly one
 * leaves in doubt where its author meant the front matter to end.
 */
export function splitFrontMatter({ text, path }: { text: string; path: string }): SplitFile {
  const lines = text.split('\n');
  const whole = (doubt: Diagnostic): SplitFile => ({ yaml: '', body: text, bodyLine: 1, doubt });
  const opening = lines[0] ?? '';
  if (!fence.test(opening)) {
    const language = /^---[ \t]*([^\s-].*)$/.exec(opening)?.[1]?.trim();
    if (!language) return whole(diagnose('front-matter-missing', path, { line: 1, column: 1 }));
    return whole(
      diagnose('front-matter-language', path, { line: 1, column: 4 }, { language: language.slice(0, 40) }),
    );
  }
  const end = lines.findIndex((line, index) => index > 0 && fence.test(line));
  const between = lines.slice(1, end < 0 ? undefined : end);
  let near: number | undefined;
  for (const { index, line, text: any } of yamlLines(between)) {
    if (any || !isNearFence(line)) continue;
    near = index;
    break;
  }
  const found = near === undefined ? '' : (between[near] ?? '').trim().slice(0, 40);
  const doubt =
    near === undefined
      ? undefined
      : diagnose('front-matter-fence', path, { line: near + 2, column: 1 }, { found });
  if (end < 0) return whole(doubt ?? diagnose('front-matter-unclosed', path, { line: 1, column: 1 }));
  return {
    yaml: between.map((line) => `${line}\n`).join(''),
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
    ...(doubt && { doubt }),
  };
}
