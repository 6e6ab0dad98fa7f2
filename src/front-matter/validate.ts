import { folderName } from '../addresses/content-paths.ts';
import { withoutIndex } from '../addresses/markdown-name.ts';
import type { DateTime } from '../brands.ts';
import { toDateTime } from '../dates/date-time.ts';
import type { DateOrder } from '../dates/read-date.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { DocumentKind } from '../types.ts';
import { splitFields } from './comma-lists.ts';
import { cutTexts } from './cut-texts.ts';
import { doubts } from './doubts.ts';
import { isEmpty, withoutEmpty } from './empty-values.ts';
import { toStatus } from './foreign-names.ts';
import type { FrontMatter } from './front-matter.ts';
import { applyForeignDates, createForeignReader, type Foreign } from './held-back.ts';
import { misplacedFields } from './misplaced-fields.ts';
import { namesOf, readFields } from './read-fields.ts';
import { articleLayouts } from './schema.ts';
import { twoReadings } from './two-readings.ts';
import { isProse, withoutQuotes } from './typographic-quotes.ts';
import { unknownInside, unknownKey } from './unknown-keys.ts';

export interface Validated {
  /** The validated fields; undefined when the document is not published for a mistake. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly messages: readonly Diagnostic[];
}

/** What the site's configuration says of front matter. */
export interface FieldOptions {
  readonly timeZone: string;
  readonly language: string;
  readonly dates?: DateOrder | undefined;
  /** Our fields by the names that the site has for them. */
  readonly keys: Readonly<Record<string, string>>;
}

interface ValidateInput {
  readonly kind: DocumentKind;
  readonly matter: FrontMatter;
  readonly path: string;
  readonly options: FieldOptions;
}

/**
 * Checks the fields against the content type of their kind and puts dates on the clock of the site's zone.
 * Its messages name fields, whose places are not looked up here.
 */
export function validate(input: ValidateInput): Validated {
  const { kind, matter, path, options } = input;
  const toDate = (written: string): DateTime | undefined =>
    toDateTime(written, options.timeZone, options.dates);
  const foreign = createForeignReader({ path, kind, toDate });
  const { fields, written, messages } = takeFields(input, foreign);
  const lists = kind === 'article' ? splitFields({ fields, path }) : undefined;
  const { data, lost, held } = readFields({ kind, path, fields, toDate });
  const all = [...messages, ...(lists?.messages ?? []), ...lost, ...held].map((message) =>
    atWrittenKey(message, written),
  );
  if (held.length > 0 || messages.some((message) => message.severity === 'error')) return { messages: all };
  applyForeignDates(data, foreign.dates);
  if (kind === 'category') completeCategory({ data, path, lost });
  if (lists?.names) data.authorList = lists.names;
  if (kind === 'article') {
    const doubtful = twoReadings({ fields, data, foreign: foreign.dates, written, options });
    if (doubtful.length > 0) data.twoReadings = doubtful;
  }
  return {
    data,
    messages: [...all, ...doubts({ path, data, body: matter.body })],
  };
}

/**
 * Completes a category whose wrong fields were left out: it gets its folder's name, nobody may approve its
 * articles if `editors` was wrong, and it is hidden if `hidden` was.
 */
function completeCategory({
  data,
  path,
  lost,
}: {
  readonly data: Record<string, unknown>;
  readonly path: string;
  readonly lost: readonly Diagnostic[];
}): void {
  const isLost = (name: string): boolean => lost.some(({ field }) => field?.[0] === name);
  data.title ??= folderName(path);
  if (isLost('editors') && Array.isArray(data.editors) && data.editors.length === 0)
    data.unknownEditors = true;
  if (isLost('hidden')) data.hidden = true;
}

/** The fields of this kind, and messages about unknown fields, unusable characters and misplaced fields. */
function takeFields(
  input: ValidateInput,
  foreign: Foreign,
): {
  readonly fields: Record<string, unknown>;
  /** The keys in the file of fields that the site has names of its own for. */
  readonly written: ReadonlyMap<string, string>;
  readonly messages: Diagnostic[];
} {
  const { kind, matter, path } = input;
  const fieldNames = namesOf(kind);
  const { fields, renamed, messages } = sortFields(input, { known: fieldNames, foreign });
  const written = new Map<string, string>();
  for (const { key, name, value } of renamed) {
    if (fields[name] === undefined) written.set(name, key);
    putField(fields, name, value);
  }
  for (const { at, character } of matter.replaced)
    messages.push(diagnose('unusable-character', path, { field: at }, { character }));
  if (matter.format === 'yaml')
    messages.push(...cutTexts({ yaml: matter.head, fields: matter.fields, path }));
  messages.push(...misplacedFields({ matter, path, known: fieldNames, isDate: foreign.isDate }));
  if (kind === 'article' && fields.date === undefined) {
    const inName = /(?:^|\/)(\d{4}-\d{2}-\d{2})(?:[-.][^/]*)?$/.exec(withoutIndex(path))?.[1];
    if (inName) fields.date = inName;
    else {
      const values = { key: 'date', ...(fields.category !== undefined && { named: 'category' }) };
      messages.push(diagnose('missing-field', path, { line: 1, column: 1 }, values));
    }
  }
  messages.push(...unknownInside({ path, fields, foreign }));
  return { fields, written, messages };
}

/** A message about a field, pointing to the key that stands for it in the file. */
function atWrittenKey(message: Diagnostic, written: ReadonlyMap<string, string>): Diagnostic {
  const [name, ...rest] = message.field ?? [];
  const key = written.get(String(name));
  return key === undefined ? message : { ...message, field: [key, ...rest] };
}

/** Other names that we have for fields of ours: `author`, and `url` for an address on this site. */
function nameOf(key: string, value: unknown, fieldNames: readonly string[]): string {
  if (key === 'author' && fieldNames.includes('authors')) return 'authors';
  const isPath = typeof value === 'string' && /^\/(?!\/)/.test(value.trim());
  return key === 'url' && isPath && fieldNames.includes('permalink') ? 'permalink' : key;
}

/** Fields whose emptiness is reported at their place. */
const required = new Set(['title', 'name']);

interface Sorted {
  readonly fields: Record<string, unknown>;
  /** Values of keys that the site has names of its own for. */
  readonly renamed: readonly { readonly key: string; readonly name: string; readonly value: unknown }[];
  readonly messages: Diagnostic[];
}

function sortFields(
  { matter, path, options }: ValidateInput,
  { known, foreign }: { readonly known: readonly string[]; readonly foreign: Foreign },
): Sorted {
  const fields: Record<string, unknown> = {};
  const renamed: Sorted['renamed'][number][] = [];
  const messages: Diagnostic[] = [];
  for (const [key, written] of Object.entries(matter.fields)) {
    const name = nameOf(key, written, known);
    const ours = Object.hasOwn(options.keys, key) ? options.keys[key] : undefined;
    const [field = ''] = (ours ?? name).split('.', 1);
    const value = isProse(field) ? written : withoutQuotes(written);
    if (value !== written && known.includes(field))
      messages.push(diagnose('typographic-quotes', path, { field: [key] }, { key }));
    if (known.includes(name) && !isForeignValue(name, value)) {
      // An empty field (`summary:`) is one that was not written, but for the one that holds an article back.
      if (name === 'status') fields.status = toStatus(value ?? '');
      else if (required.has(name)) fields[name] ??= value ?? undefined;
      else if (!isEmpty(value)) fields[name] ??= name === 'extra' ? value : withoutEmpty(value);
      continue;
    }
    if (value === null) continue;
    const message = foreign.read({ at: [key], value });
    if (ours !== undefined && message?.severity !== 'error' && known.includes(field)) {
      if (!isEmpty(value)) renamed.push({ key, name: ours, value: withoutEmpty(value) });
    } else if (message) messages.push(message);
    else if (!isEmpty(value)) messages.push(unknownKey({ key, known, path, fields: matter.fields }));
  }
  return { fields, renamed, messages };
}

/** Whether other systems give a field of this name such values: `permalink: true`, `layout: post`. */
const isForeignValue = (name: string, value: unknown): boolean =>
  (name === 'permalink' && typeof value === 'boolean') ||
  (name === 'layout' && typeof value === 'string' && nearest(value, articleLayouts) === undefined);

/** Gives a field a value unless it has one: `image.credit` goes into the picture, if there is one. */
function putField(fields: Record<string, unknown>, name: string, value: unknown): void {
  const [field = '', inner] = name.split('.');
  if (inner === undefined) {
    fields[field] ??= field === 'status' ? toStatus(value) : value;
    return;
  }
  const image = fields[field];
  const object = typeof image === 'string' ? { src: image } : image;
  if (typeof object === 'object' && object !== null && !Array.isArray(object))
    fields[field] = { [inner]: value, ...object };
}
