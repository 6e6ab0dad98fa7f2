import { trim } from '../bytes/usable-text.ts';
import { diagnose, placeAt } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What front matter is written in: YAML between `---`, TOML between `+++`, JSON in its braces. */
export type Format = 'yaml' | 'toml' | 'json';

/** A file in its parts. Where there is no front matter, or no end of it, all is body. */
export interface SplitFile {
  readonly format: Format;
  /** The front matter as it is written, without fences. */
  readonly head: string;
  /** Line of the file, from 1, on which it begins. */
  readonly headLine: number;
  readonly body: string;
  /** Line of the file, from 1, on which the body begins. */
  readonly bodyLine: number;
  /** Why the front matter may end elsewhere than its author meant. */
  readonly doubt?: Diagnostic;
}

const fences = { '---': /^---[ \t]*\r?$/, '+++': /^\+\+\+[ \t]*\r?$/ } as const;
type Fence = keyof typeof fences;
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

/** Whether a line is no fence, but an author or YAML would take it for one. */
export const isNearFence = (line: string, fence: Fence = '---'): boolean =>
  !fences[fence].test(line) &&
  line.split(otherLineEnds).some((part) => marker.test(part) || nearFence.test(trim(part, invisible)));

const blockScalar = /(?:^|[:\-?][ \t])[ \t]*(?:[&!]\S*[ \t]+){0,2}[|>][-+\d]{0,2}[ \t]*(?:#.*)?\r?$/;
const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

export interface HeadLine {
  /** From 0. */
  readonly index: number;
  readonly line: string;
  /** Whether it is text of several lines (`|` and `>` in YAML, three quotes in TOML), which may be anything. */
  readonly text: boolean;
}

/** The lines of front matter, with what they are. */
export const headLines = (lines: readonly string[], format: Format): Generator<HeadLine> =>
  format === 'toml' ? tomlLines(lines) : yamlLines(lines);

function* yamlLines(lines: readonly string[]): Generator<HeadLine> {
  let within: number | undefined;
  for (const [index, line] of lines.entries()) {
    const text = within !== undefined && (!/\S/.test(line) || indentOf(line) > within);
    if (!text) within = blockScalar.test(line) ? indentOf(line) : undefined;
    yield { index, line, text };
  }
}

const tomlToken = /"""|'''|"(?:[^"\\]|\\.)*"|'[^']*'|#.*/g;

function* tomlLines(lines: readonly string[]): Generator<HeadLine> {
  let open: string | undefined;
  for (const [index, line] of lines.entries()) {
    yield { index, line, text: open !== undefined };
    let rest = line;
    if (open !== undefined) {
      const end = line.indexOf(open);
      if (end < 0) continue;
      rest = line.slice(end + open.length);
      open = undefined;
    }
    for (const [token] of rest.matchAll(tomlToken)) {
      if (token !== '"""' && token !== "'''") continue;
      open = open === undefined ? token : open === token ? undefined : open;
    }
  }
}

/**
 * Where front matter begins and ends, for every reader of it: between a first line `---` and the next one,
 * both from the left margin and with nothing but white space behind; `+++` for TOML; a JSON object at the
 * very beginning, or behind `---json`. A line between them that is nearly a fence leaves in doubt where its
 * author meant the front matter to end.
 */
export function splitFrontMatter({ text, path }: { text: string; path: string }): SplitFile {
  const [opening = ''] = text.split('\n', 1);
  const named = /^---[ \t]*(yaml|toml|json)[ \t]*\r?$/.exec(opening)?.[1] as Format | undefined;
  if (named !== undefined || fences['---'].test(opening))
    return splitFenced({ text, path, fence: '---', format: named ?? 'yaml' });
  if (fences['+++'].test(opening)) return splitFenced({ text, path, fence: '+++', format: 'toml' });
  if (/^\{(?![{%])/.test(opening)) return splitJson({ text, path });
  const language = /^---[ \t]*([^\s-].*)$/.exec(opening)?.[1]?.trim();
  if (language)
    return whole(
      text,
      diagnose('front-matter-language', path, { line: 1, column: 4 }, { language: language.slice(0, 40) }),
    );
  return whole(text, beginning({ text, path }));
}

const whole = (text: string, doubt: Diagnostic): SplitFile => ({
  format: 'yaml',
  head: '',
  headLine: 2,
  body: text,
  bodyLine: 1,
  doubt,
});

interface Input {
  readonly text: string;
  readonly path: string;
}

/** What is wrong with the beginning of a file that has no front matter there. */
function beginning({ text, path }: Input): Diagnostic {
  const lead = /^\s*/.exec(text)?.[0] ?? '';
  const place = placeAt(text, lead.length);
  const first = text.slice(lead.length).split('\n', 1)[0] ?? '';
  const fence = /^(?:---|\+\+\+)[ \t]*\r?$/.test(first) ? first.trim() : undefined;
  return fence === undefined || lead === ''
    ? diagnose('front-matter-missing', path, { line: 1, column: 1 })
    : diagnose('front-matter-late', path, place, { found: fence, line: place.line });
}

function splitFenced({
  text,
  path,
  fence,
  format,
}: Input & { readonly fence: Fence; readonly format: Format }): SplitFile {
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && fences[fence].test(line));
  const between = lines.slice(1, end < 0 ? undefined : end);
  let near: number | undefined;
  for (const { index, line, text: any } of headLines(between, format)) {
    if (any || !isNearFence(line, fence)) continue;
    near = index;
    break;
  }
  const nearFence = near === undefined ? '' : (between[near] ?? '').trim().slice(0, 40);
  const doubt =
    near === undefined
      ? undefined
      : diagnose('front-matter-fence', path, { line: near + 2, column: 1 }, { found: nearFence, fence });
  if (end < 0)
    return whole(text, doubt ?? diagnose('front-matter-unclosed', path, { line: 1, column: 1 }, { fence }));
  return {
    format,
    head: between.map((line) => `${line}\n`).join(''),
    headLine: 2,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
    ...(doubt && { doubt }),
  };
}

/** An object that ends a line, and the lines below it. */
function splitJson({ text, path }: Input): SplitFile {
  let depth = 0;
  let end = -1;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (token === '{') depth++;
    else if (token === '}') depth--;
    if (depth > 0) continue;
    end = index + 1;
    break;
  }
  const [, rest] = end < 0 ? [] : (/^[ \t]*\r?(?:\n|$)([\s\S]*)$/.exec(text.slice(end)) ?? []);
  if (rest === undefined)
    return whole(text, diagnose('front-matter-unclosed', path, { line: 1, column: 1 }, { fence: '}' }));
  const head = `${text.slice(0, end)}\n`;
  return { format: 'json', head, headLine: 1, body: rest, bodyLine: head.split('\n').length };
}

/**
 * Line of the file, from 1, on which a key of the front matter stands, as far as a search can tell; the first
 * of the YAML when it does not.
 */
export function lineOfKey(yaml: string, key: string): number {
  const line = yaml
    .split('\n')
    .findIndex(
      (text) =>
        text.replace(/^["']/, '').startsWith(key) &&
        /^["']?\s*:/.test(text.replace(/^["']/, '').slice(key.length)),
    );
  // The fence is the file's first line.
  return Math.max(0, line) + 2;
}
