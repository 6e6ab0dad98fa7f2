import type * as z from 'zod';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { expectation } from '../diagnostics/expectation.ts';
import { showValue } from '../diagnostics/message-values.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { configName } from '../places/find-config-file.ts';

interface Input {
  readonly issue: z.core.$ZodIssue;
  /** The configuration as the site writes it. */
  readonly written: unknown;
  readonly schema: z.core.$ZodType;
}

/**
 * Explains an issue of the schema to the author of the configuration. The messages name options; their
 * positions are found elsewhere.
 */
export function toConfigDiagnostics({ issue, written, schema }: Input): Diagnostic[] {
  const field = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const key = field.join('.');
  const unknown = (name: string, candidates: readonly string[]): Diagnostic => {
    const near = nearest(name, candidates);
    const at = field.at(-1) === name ? field : [...field, name];
    return diagnose(
      'config-unknown',
      configName,
      { field: at },
      { key: at.join('.'), ...(near !== undefined && { near }) },
    );
  };
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => unknown(name, keysAt(schema, field)));
  if (issue.code === 'invalid_key')
    return [unknown(String(field.at(-1)), keysAt(schema, field.slice(0, -1)))];
  const {
    unknown: allowed,
    placeholder,
    names,
    plugin,
  } = issue.code === 'custom' ? (issue.params ?? {}) : {};
  if (typeof plugin === 'string')
    return [diagnose('plugin-name', configName, { field }, { name: plugin, variable: toVariable(plugin) })];
  if (isTexts(allowed)) return [unknown(String(field.at(-1)), allowed)];
  if (typeof placeholder === 'string' && isTexts(names)) {
    const near = nearest(placeholder, names);
    return [
      diagnose(
        'config-placeholder',
        configName,
        { field },
        { key, name: placeholder, expected: expectation(issue), ...(near !== undefined && { near }) },
      ),
    ];
  }
  if (issue.code === 'invalid_union') {
    // The alternative that was probably meant: its type matches, and something inside is wrong.
    const meant = issue.errors.find(
      (inner) =>
        inner.length > 0 && inner.every((one) => one.path.length > 0 || one.code === 'unrecognized_keys'),
    );
    if (meant)
      return meant.flatMap((inner) =>
        toConfigDiagnostics({ issue: { ...inner, path: [...issue.path, ...inner.path] }, written, schema }),
      );
  }
  const value = issue.path.reduce<unknown>(
    (inner, step) => (inner && typeof inner === 'object' ? Reflect.get(inner, step) : undefined),
    written,
  );
  if (value === undefined && key !== '') return [diagnose('config-missing', configName, { field }, { key })];
  return [
    diagnose(
      'config-value',
      configName,
      { field },
      { key: key || 'default', expected: expectation(issue), found: showValue(value) },
    ),
  ];
}

/** The usual import name of a package: `remarkEmoji`. */
const toVariable = (name: string): string =>
  name
    .replace(/^@[^/]*\//, '')
    .replace(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/^\d+/, '') || 'plugin';

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** The keys that an object of the schema has, or that a record may have. */
function keysAt(schema: z.core.$ZodType, path: readonly (string | number)[]): readonly string[] {
  const { def } = schema._zod as { readonly def: Definition };
  const [step, ...rest] = path;
  if (def.innerType) return keysAt(def.innerType, path);
  if (def.options) return def.options.flatMap((option) => keysAt(option, path));
  if (def.shape) {
    if (step === undefined) return Object.keys(def.shape);
    const inner = def.shape[String(step)];
    return inner ? keysAt(inner, rest) : [];
  }
  if (step === undefined) return [...(def.keyType?._zod.values ?? [])].map(String);
  const inner = def.element ?? def.valueType;
  return inner ? keysAt(inner, rest) : [];
}

/** The inner schemas that kinds of schemas have. */
interface Definition {
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly keyType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
}
