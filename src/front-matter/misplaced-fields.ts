import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { effectOf, isHoldingWord } from './foreign-keys.ts';
import type { FrontMatter } from './front-matter.ts';
import { headLines, isNearFence } from './split-front-matter.ts';

interface Input {
  readonly matter: FrontMatter;
  readonly path: string;
  /** The fields of the kind of document. */
  readonly known: readonly string[];
  readonly isDate: (written: string) => boolean;
}

interface Written {
  readonly key: string;
  readonly value: string;
  readonly indent: number;
}

const field = /^([ \t]*)["']?([A-Za-z_][\w.-]*)["']?[ \t]*(?::(?!\/\/)|=)(.*)$/;
/** Quotes around a value, one of which may stand on another line. */
const quotes = /^["']|["',]{1,2}$/g;

/** A line as the field that it looks like; undefined when it looks like none. */
export const readLine = (line: string): Written | undefined => {
  const [, indent = '', key, rest = ''] = field.exec(line) ?? [];
  return key === undefined
    ? undefined
    : { key, value: rest.trim().replace(quotes, ''), indent: indent.length };
};

/**
 * Whether a line of text would hold the document back if it were a field. Sentences that begin with such a
 * word are none.
 */
const holdsBack = ({ key, value }: Written, isDate: Input['isDate']): boolean => {
  if (value === '') return false;
  const effect = effectOf({ key, value, isDate })?.kind;
  if (effect === 'holds') return isHoldingWord(value);
  return (effect === 'from' || effect === 'until') && /^[a-z_]/.test(key);
};

/**
 * Lines that look like fields outside of their place: at the beginning of the body, or in the values of other
 * fields. Those that would hold the document back are errors, others of known fields a warning.
 */
export function misplacedFields(input: Input): Diagnostic[] {
  const { messages, held } = inBody(input);
  const inValue = findInValues(input);
  return inValue ? [inValue] : held ? [held] : messages;
}

function inBody({ matter: { body, bodyLine }, path, known, isDate }: Input): {
  readonly messages: Diagnostic[];
  readonly held?: Diagnostic;
} {
  let first: Diagnostic | undefined;
  let index = -1;
  for (const line of linesOf(body)) {
    index++;
    if (!/\S/.test(line) || isFence(line)) continue;
    const written = readLine(line);
    if (!written || written.indent > 3) {
      // The indented rest of a field, or a comment.
      if (first && /^(?:[ \t]|- |#)/.test(line)) continue;
      break;
    }
    const place = { line: bodyLine + index, column: written.indent + 1 };
    if (holdsBack(written, isDate))
      return {
        messages: [],
        held: diagnose('held-back-in-text', path, place, {
          key: written.key,
          value: written.value.slice(0, 40),
        }),
      };
    if (known.includes(written.key)) first ??= diagnose('field-in-body', path, place, { key: written.key });
  }
  return { messages: first ? [first] : [] };
}

/** A fence of front matter, exact or nearly, but not one of a code block. */
const isFence = (line: string): boolean =>
  /^(?:---|\+\+\+)[ \t]*$/.test(line) || (isNearFence(line) && !/^\s*[`~]/.test(line));

/** A generator, so that reading stops early: most bodies begin with no such line. */
function* linesOf(text: string): Generator<string> {
  let from = 0;
  while (from <= text.length) {
    const end = text.indexOf('\n', from);
    yield text.slice(from, end < 0 ? undefined : end).replace(/\r$/, '');
    if (end < 0) return;
    from = end + 1;
  }
}

function findInValues({
  matter: { head, headLine, format, fields },
  path,
  isDate,
}: Input): Diagnostic | undefined {
  let keys: ReadonlySet<string> | undefined;
  // A text in JSON has no lines of its own.
  if (format === 'json') return undefined;
  for (const { index, line, text } of headLines(head.split('\n'), format)) {
    const isInside = text || /^[ \t]/.test(line);
    const written = isInside ? readLine(line.replace(/\r$/, '')) : undefined;
    if (!written || !holdsBack(written, isDate)) continue;
    if (!text && (keys ??= keysWithin(fields)).has(written.key)) continue;
    return diagnose(
      'held-back-in-text',
      path,
      { line: index + headLine, column: written.indent + 1 },
      { key: written.key, value: written.value.slice(0, 40) },
    );
  }
  return undefined;
}

/** The keys of the objects among the values. */
function keysWithin(fields: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const keys = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      keys.add(key);
      visit(inner);
    }
  };
  for (const value of Object.values(fields)) visit(value);
  return keys;
}
