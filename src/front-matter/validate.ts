import type * as z from 'zod';
import { classifyUrl } from '../addresses/classify-url.ts';
import { lazy } from '../bytes/lazy.ts';
import { toDateTime } from '../dates/date-time.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { expectation } from '../diagnostics/expectation.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { showValue } from '../diagnostics/show-value.ts';
import { toFocus } from '../images/focus.ts';
import type { DocumentKind } from '../types.ts';
import type { FrontMatter } from './front-matter.ts';
import { applyForeignDates, createForeignReader } from './held-back.ts';
import { misplacedFields } from './misplaced-fields.ts';
import { schemas } from './schema.ts';

export interface Validated {
  /** The validated fields; undefined when a mistake makes the file unusable. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly messages: readonly Diagnostic[];
}

/**
 * The schemas field by field: most fields are missing in most files, and what becomes of those is asked once.
 * Where anything is wrong the whole schema says what.
 */
const createReader = (kind: DocumentKind) =>
  lazy(() => {
    const schema: z.ZodObject = schemas[kind];
    const fields = Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).map(
      ([name, field]) => ({ name, field, missing: field.safeParse(undefined) }),
    );
    return {
      names: Object.keys(schema.shape),
      read: (values: Readonly<Record<string, unknown>>): z.ZodSafeParseResult<Record<string, unknown>> => {
        const data: Record<string, unknown> = {};
        for (const { name, field, missing } of fields) {
          const result = values[name] === undefined ? missing : field.safeParse(values[name]);
          if (!result.success) return schema.safeParse(values);
          if (result.data !== undefined) data[name] = result.data;
        }
        return { success: true, data };
      },
    };
  });
const readers = {
  article: createReader('article'),
  category: createReader('category'),
  page: createReader('page'),
  author: createReader('author'),
};

const dateKeys = ['date', 'updated', 'pinnedUntil', 'approvedAt', 'expires'];

interface ValidateInput {
  readonly kind: DocumentKind;
  readonly matter: FrontMatter;
  readonly path: string;
  readonly timeZone: string;
}

/**
 * Checks the fields against the content type of their kind and puts dates on the clock of the site's zone.
 * Its messages name fields, whose places are not looked up here.
 */
export function validate(input: ValidateInput): Validated {
  const { kind, matter, path, timeZone } = input;
  const { names, read } = readers[kind]();
  const foreign = createForeignReader({ path, kind, timeZone });
  const { fields, messages } = takeFields(input, { names, foreign });
  const result = read(fields);
  const place: PlaceDate = (key, value, at) => {
    const dateTime = toDateTime(String(value), timeZone);
    if (dateTime === undefined)
      messages.push(diagnose('impossible-date', path, { field: at }, { key, value: String(value) }));
    return dateTime;
  };
  if (!result.success) {
    for (const issue of result.error.issues) messages.push(...toDiagnostics(issue, { path, fields }));
    // Whether dates exist is asked all the same: what is wrong is said at once.
    tryDates({ fields, names, place });
    return { messages };
  }
  const { data } = result;
  placeDates(data, place);
  applyForeignDates(data, foreign.dates);
  for (const key of Object.keys(data)) if (data[key] === undefined) delete data[key];
  messages.push(...endsTooEarly({ path, data }), ...doubts({ path, data, body: matter.body }));
  return messages.some((message) => message.severity === 'error') ? { messages } : { data, messages };
}

interface Reading {
  /** The fields that the kind has. */
  readonly names: readonly string[];
  readonly foreign: ReturnType<typeof createForeignReader>;
}

/** The fields that the kind has, and what is wrong with others, with characters, addresses and places. */
function takeFields(
  { kind, matter, path }: ValidateInput,
  { names, foreign }: Reading,
): { readonly fields: Record<string, unknown>; readonly messages: Diagnostic[] } {
  const messages: Diagnostic[] = [];
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(matter.fields)) {
    // An empty field (`summary:`) is one that was not written.
    if (value === null) continue;
    const name = key === 'author' && kind === 'article' ? 'authors' : key;
    if (names.includes(name)) fields[name] ??= value;
    else {
      const unknown = () =>
        diagnose('unknown-key', path, { field: [key] }, withNear({ key }, nearest(key, names)));
      messages.push(foreign.read({ at: [key], value }) ?? unknown());
    }
  }
  for (const { at, character } of matter.replaced)
    messages.push(diagnose('unusable-character', path, { field: at }, { character }));
  messages.push(...unsafeAddresses({ kind, path, fields }));
  messages.push(...misplacedFields({ matter, path, known: names, isDate: foreign.isDate }));
  if (kind === 'article' && fields.date === undefined) {
    const inName = /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]+(?:\/index\.md|\.md)$/.exec(path)?.[1];
    if (inName) fields.date = inName;
    else messages.push(diagnose('missing-field', path, { line: 1, column: 1 }, { key: 'date' }));
  }
  messages.push(...unknownInside({ path, fields, foreign }));
  return { fields, messages };
}

/** Puts a date on the clock of the site's zone; undefined, and reported, for one that does not exist. */
type PlaceDate = (key: string, value: unknown, at: readonly (string | number)[]) => unknown;

function placeDates(data: Record<string, unknown>, place: PlaceDate): void {
  for (const key of dateKeys) if (data[key] !== undefined) data[key] = place(key, data[key], [key]);
  if (!Array.isArray(data.corrections)) return;
  data.corrections = data.corrections.map((correction: { readonly date: string }, index) => ({
    ...correction,
    date: place('corrections.date', correction.date, ['corrections', index, 'date']),
  }));
}

interface TryInput extends Pick<Reading, 'names'> {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly place: PlaceDate;
}

/** Reports the dates that do not exist in fields of which others are wrong. */
function tryDates({ fields, names, place }: TryInput): void {
  const isText = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
  for (const key of dateKeys) if (names.includes(key) && isText(fields[key])) place(key, fields[key], [key]);
  const corrections: readonly unknown[] = Array.isArray(fields.corrections) ? fields.corrections : [];
  for (const [index, correction] of corrections.entries()) {
    const isObject = typeof correction === 'object' && correction !== null;
    const date: unknown = isObject ? Reflect.get(correction, 'date') : undefined;
    if (isText(date)) place('corrections.date', date, ['corrections', index, 'date']);
  }
}

/** An article that ends before it begins. */
function endsTooEarly({
  path,
  data: { date, expires },
}: {
  readonly path: string;
  readonly data: Readonly<Record<string, unknown>>;
}): Diagnostic[] {
  if (typeof date !== 'string' || typeof expires !== 'string' || Date.parse(expires) > Date.parse(date))
    return [];
  const clock = (moment: string): string => moment.slice(0, 16).replace('T', ' ');
  return [
    diagnose(
      'expires-before-date',
      path,
      { field: ['expires'] },
      { expires: clock(expires), date: clock(date) },
    ),
  ];
}

/** Warnings for values that are of the right type and hardly meant. */
function doubts({
  path,
  data,
  body,
}: {
  path: string;
  data: Readonly<Record<string, unknown>>;
  body: string;
}): Diagnostic[] {
  const { image, date, updated, link, attachments } = data;
  const messages: Diagnostic[] = [];
  if (
    image &&
    typeof image === 'object' &&
    'focus' in image &&
    typeof image.focus === 'string' &&
    !toFocus(image.focus)
  )
    messages.push(diagnose('bad-focus', path, { field: ['image', 'focus'] }, { value: image.focus }));
  if (typeof date === 'string' && typeof updated === 'string' && Date.parse(updated) < Date.parse(date))
    messages.push(diagnose('updated-early', path, { field: ['updated'] }, { date, updated }));
  if (link !== undefined && (/\S/.test(body) || (Array.isArray(attachments) && attachments.length > 0)))
    messages.push(diagnose('link-content', path, { field: ['link'] }));
  return messages;
}

/**
 * Fields whose texts, or `src` of objects, become addresses of pages. `link` has a form of its own; the
 * `aliases` of an author are names.
 */
const addressKeys: Readonly<Record<DocumentKind, readonly string[]>> = {
  article: ['image', 'attachments', 'aliases'],
  page: ['aliases'],
  author: ['image'],
  category: [],
};

/** An error for each address of a scheme that could run something: it is read as a browser reads it. */
function unsafeAddresses({ kind, path, fields }: Context & { readonly kind: DocumentKind }): Diagnostic[] {
  const check = (value: unknown, at: readonly (string | number)[]): Diagnostic[] => {
    if (Array.isArray(value)) return value.flatMap((item, index) => check(item, [...at, index]));
    if (typeof value === 'object' && value !== null)
      return 'src' in value ? check(value.src, [...at, 'src']) : [];
    const target = typeof value === 'string' ? classifyUrl(value, { origin: '', base: '/' }) : undefined;
    return target?.kind === 'unsafe'
      ? [
          diagnose(
            'address-scheme',
            path,
            { field: at },
            { key: at.join('.'), url: String(value).trim().slice(0, 80), scheme: target.scheme },
          ),
        ]
      : [];
  };
  return addressKeys[kind].flatMap((key) => check(fields[key], [key]));
}

/** What the objects among the fields may hold. */
const insideKeys: Readonly<Record<string, readonly string[]>> = {
  image: ['src', 'alt', 'caption', 'credit', 'focus'],
  royalty: ['pages', 'photos', 'amount', 'shares'],
  attachments: ['src', 'title'],
  corrections: ['date', 'text'],
};

/** A warning for each unknown key of an object among the fields, or of the objects in a list. */
function unknownInside({
  path,
  fields,
  foreign,
}: Context & { readonly foreign: ReturnType<typeof createForeignReader> }): Diagnostic[] {
  return Object.entries(insideKeys).flatMap(([field, known]) => {
    const value = fields[field];
    const objects: (readonly [readonly (string | number)[], unknown])[] = Array.isArray(value)
      ? value.map((item, index) => [[field, index], item])
      : [[[field], value]];
    return objects.flatMap(([at, object]) => {
      if (typeof object !== 'object' || object === null || Array.isArray(object)) return [];
      return Object.keys(object)
        .filter((key) => !known.includes(key))
        .map(
          (key) =>
            foreign.read({ at: [...at, key], value: Reflect.get(object, key) }) ??
            diagnose(
              'unknown-key',
              path,
              { field: [...at, key] },
              withNear({ key: [...at, key].join('.') }, nearest(key, known)),
            ),
        );
    });
  });
}

const withNear = (values: Diagnostic['values'], near: string | undefined): Diagnostic['values'] =>
  near === undefined ? values : { ...values, near };

interface Context {
  readonly path: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

function toDiagnostics(issue: z.core.$ZodIssue, context: Context): Diagnostic[] {
  const { path, fields } = context;
  const key = issue.path.map(String).join('.');
  const value = issue.path.reduce<unknown>(
    (inner, step) => (inner && typeof inner === 'object' ? Reflect.get(inner, step) : undefined),
    fields,
  );
  if (issue.code === 'invalid_union') {
    // The alternative that the value was meant to be: the one of its type.
    const meant = issue.errors.find(
      (inner) =>
        inner.length > 0 &&
        inner.every(
          (one) =>
            one.path.length > 0 || !['invalid_type', 'invalid_union', 'invalid_value'].includes(one.code),
        ),
    );
    if (meant)
      return meant.flatMap((inner) =>
        toDiagnostics({ ...inner, path: [...issue.path, ...inner.path] }, context),
      );
  }
  const field = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (value === undefined || (issue.code === 'too_small' && typeof value === 'string'))
    return [
      diagnose(
        'missing-field',
        path,
        field.length === 1 && value === undefined ? { line: 1, column: 1 } : { field },
        { key },
      ),
    ];
  return [
    diagnose('wrong-type', path, { field }, { key, expected: expectation(issue), found: showValue(value) }),
  ];
}
