import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuleId } from '../diagnostics/catalogue.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import { DiagnosedError } from '../diagnostics/diagnosed-error.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { configName, findConfigFile } from './find-config-file.ts';
import {
  createPlaceSiteCode,
  findTopAwait,
  isTemplateModule,
  type ModulePlace,
  modulePlaceOf,
} from './place-site-code.ts';

/** The folders of sites by the modules of their configurations; the last one is that of the site at work. */
const roots = new Map<string, string>();

/**
 * Notes whose configuration a module (its path) is, so that what its code throws can be told at its place.
 */
export function noteConfigModule({ module, root }: { readonly module: string; readonly root: string }): void {
  roots.delete(module);
  roots.set(module, root);
}

const pathOf = (module: string): string => (module.startsWith('file:') ? fileURLToPath(module) : module);
const rootOf = (at: ModulePlace | undefined): string =>
  (at && roots.get(pathOf(at.module))) ?? [...roots.values()].at(-1) ?? path.resolve('.');

/**
 * Whether the site's own code threw: it is in the stack, or what was thrown is not an Error, which our code
 * never throws.
 */
export const isOfSite = (error: unknown): boolean =>
  roots.size > 0 && (!(error instanceof Error) || modulePlaceOf(error) !== undefined);

interface Told {
  readonly rule: RuleId;
  readonly values?: Diagnostic['values'];
  /** The option that is meant where the place in the code cannot be told. */
  readonly field?: Diagnostic['field'];
}

/** What the site's own code threw, as what stops the work: with the file and line where it happened. */
export function toSiteFailure(error: unknown, { rule, values = {}, field }: Told): DiagnosedError {
  if (error instanceof DiagnosedError) return error;
  const at = modulePlaceOf(error);
  const root = rootOf(at);
  const { file, ...place } = createPlaceSiteCode(root)(at) ?? { file: findConfigFile(root) ?? configName };
  // The option's place is looked up under the common name, whatever the file's is.
  const message =
    at === undefined && field
      ? diagnose(rule, configName, { field }, values)
      : diagnose(rule, file, place, values);
  return new DiagnosedError([{ ...message, values: { ...values, reason: toReason(error) } }], {
    root,
    cause: error,
  });
}

/** The error for a module of the site that never finishes loading. */
export function toUnsettledModule(module: string): DiagnosedError {
  const at = findTopAwait(module);
  const root = rootOf({ module, line: 1 });
  const rule = isTemplateModule(module) ? 'broken-template' : 'broken-config';
  const whole = isTemplateModule(module) ? 'templates' : (findConfigFile(root) ?? configName);
  const { file, ...place } = createPlaceSiteCode(root)(at) ?? { file: whole };
  return new DiagnosedError([diagnose(rule, file, place, { reason: unsettled })], { root });
}

/** The error for one of the site's own generators, by name, that never ends. */
export const toUnsettledGenerator = (name: string): DiagnosedError =>
  toSiteFailure(new Error(unsettled), {
    rule: 'generator-failed',
    values: { name },
    field: ['routes', name],
  });

const unsettled = 'it waits for a promise that never settles';

function toReason(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.trim().replace(/\.$/, '');
}
