import type * as z from 'zod';
import type { DateTime } from '../brands.ts';
import { lazy } from '../bytes/lazy.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DocumentKind } from '../types.ts';
import { fieldName } from './examples.ts';
import { toDiagnostics } from './mistakes.ts';
import { schemas } from './schema.ts';
import { unsafeAddresses } from './unsafe-addresses.ts';

/** The schemas field by field, with the default of each field that is missing, as most are. */
const createFields = (kind: DocumentKind) =>
  lazy(() => {
    const shape: Readonly<Record<string, z.ZodType>> = schemas[kind].shape;
    const fields = Object.entries(shape).map(([name, field]) => ({
      name,
      field,
      missing: field.safeParse(undefined),
    }));
    return { fields, names: Object.keys(shape) };
  });
const fieldsOf = {
  article: createFields('article'),
  category: createFields('category'),
  page: createFields('page'),
  author: createFields('author'),
  tag: createFields('tag'),
};

/** The names of the fields of a kind of document. */
export const namesOf = (kind: DocumentKind): readonly string[] => fieldsOf[kind]().names;

/**
 * Fields without which a document is not published when they are wrong: those that decide whether, when and
 * where it is public, that say what it is, and the corrections that it owes its readers. Any other wrong field
 * is left out by itself.
 */
const decisive: Readonly<Record<DocumentKind, readonly string[]>> = {
  article: [
    'title',
    'date',
    'status',
    'expires',
    'approvedBy',
    'approvedAt',
    'slug',
    'permalink',
    'link',
    'corrections',
  ],
  category: [],
  page: ['title', 'slug', 'permalink'],
  author: ['name'],
  tag: [],
};

const dateKeys = new Set(['date', 'updated', 'pinnedUntil', 'approvedAt', 'expires']);

interface Input {
  readonly kind: DocumentKind;
  readonly path: string;
  /** As they are written, without empty ones. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly toDate: (written: string) => DateTime | undefined;
}

interface ReadFields {
  readonly data: Record<string, unknown>;
  /** What is wrong with fields that are left out by themselves. */
  readonly lost: readonly Diagnostic[];
  /** What is wrong with fields without which the document is not published. */
  readonly held: readonly Diagnostic[];
}

/** Reads each field by itself, so that a mistake in one costs no other. */
export function readFields(input: Input): ReadFields {
  const { kind, fields } = input;
  const data: Record<string, unknown> = {};
  const lost: Diagnostic[] = [];
  const held: Diagnostic[] = [];
  for (const { name, field, missing } of fieldsOf[kind]().fields) {
    const value = fields[name];
    if (value === undefined && missing.success) {
      if (missing.data !== undefined) data[name] = missing.data;
      continue;
    }
    const { messages, read } = readField({ ...input, name, field, value });
    if (messages.length > 0) (isDecisive(name, input) ? held : lost).push(...messages);
    const used = read === undefined && missing.success ? missing.data : read;
    if (used !== undefined) data[name] = used;
  }
  // When `pinnedUntil` is wrong, `featured` is dropped: it must not stay for ever.
  if (fields.pinnedUntil !== undefined && data.pinnedUntil === undefined) delete data.featured;
  return { data, lost, held };
}

/** Nobody may approve an article of their own, so the authors of an approved article have to be known. */
const isDecisive = (name: string, { kind, fields }: Input): boolean =>
  decisive[kind].includes(name) || (name === 'authors' && fields.approvedBy !== undefined);

interface FieldInput extends Input {
  readonly name: string;
  readonly field: z.ZodType;
  readonly value: unknown;
}

/** The value of a field without its wrong parts; undefined when nothing is left. */
function readField(input: FieldInput): { messages: readonly Diagnostic[]; read: unknown } {
  const { field, value } = input;
  const { messages, read } = tryField(input);
  if (messages.length === 0) return { messages, read };
  const rest = without(
    value,
    messages.map((message) => message.field ?? []),
  );
  const again = rest === undefined ? undefined : tryField({ ...input, value: rest });
  // A royalty with a mistake is dropped as a whole: money must not be paid by half of it.
  const isWhole = again?.messages.length === 0 && input.name !== 'royalty';
  return { messages, read: isWhole ? again.read : field.safeParse(undefined).data };
}

function tryField(input: FieldInput): { messages: readonly Diagnostic[]; read: unknown } {
  const { kind, path, fields, name, field, value } = input;
  const unsafe = unsafeAddresses({ kind, name, value, path });
  const result = field.safeParse(value);
  if (result.success) {
    const placed = placeDates(result.data, input);
    return { messages: [...unsafe, ...placed.messages], read: placed.value };
  }
  const issues = result.error.issues.flatMap((issue) =>
    toDiagnostics({ ...issue, path: [name, ...issue.path] }, { path, fields: { ...fields, [name]: value } }),
  );
  return { messages: [...unsafe, ...issues, ...placeDates(value, input).messages], read: undefined };
}

/** Removes wrong items of a list, or wrong keys of an object; undefined when the whole value is wrong. */
function without(value: unknown, wrong: readonly (readonly (string | number)[])[]): unknown {
  const steps = new Set(wrong.map(([, step]) => step));
  if (steps.has(undefined) || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    const usable = value.filter((_, index) => !steps.has(index));
    return usable.length > 0 ? usable : undefined;
  }
  return Object.fromEntries(Object.entries(value).filter(([key]) => !steps.has(key)));
}

/** Puts the dates of a field on the clock of the site's zone; those that do not exist are reported. */
function placeDates(
  value: unknown,
  { name, path, toDate }: FieldInput,
): { value: unknown; messages: readonly Diagnostic[] } {
  const messages: Diagnostic[] = [];
  const place = (written: unknown, at: readonly (string | number)[]): unknown => {
    if (typeof written !== 'string' && typeof written !== 'number') return written;
    const date = toDate(String(written));
    if (date === undefined) {
      const key = fieldName(at);
      messages.push(diagnose('impossible-date', path, { field: at }, { key, value: String(written) }));
    }
    return date;
  };
  if (dateKeys.has(name)) return { value: place(value, [name]), messages };
  if (name !== 'corrections' || !Array.isArray(value)) return { value, messages };
  const placed = value.map((item: unknown, index) =>
    typeof item === 'object' && item !== null && 'date' in item
      ? { ...item, date: place(item.date, [name, index, 'date']) }
      : item,
  );
  return { value: placed, messages };
}
