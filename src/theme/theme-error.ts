import path from 'node:path';
import type { Message } from 'esbuild';
import { diagnose } from '../diagnostics/diagnose.ts';
import { DiagnosedError } from '../diagnostics/diagnosed-error.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { missingPackage } from '../diagnostics/message-values.ts';

/** Templates that do not compile, or that throw on import. */
export class ThemeError extends DiagnosedError {
  override readonly name = 'ThemeError';
}

/** The error as a fault of templates; throws any other error. */
export function toThemeError(error: unknown): ThemeError {
  if (error instanceof ThemeError) return error;
  throw error;
}

/** A message of the compiler; its `file` is relative to the folder of the default theme. */
type CompilerMessage = Pick<Message, 'text' | 'location'>;

/** Converts the compiler's errors, with files relative to the site's folder. */
export function diagnoseErrors(
  error: unknown,
  { defaults, root }: { defaults: string; root: string },
): Diagnostic[] {
  const errors: readonly CompilerMessage[] =
    error && typeof error === 'object' && 'errors' in error && Array.isArray(error.errors)
      ? error.errors
      : [{ text: String(error), location: null }];
  return errors.map((one) => diagnoseMessage('broken-template', one, { defaults, root }));
}

/** Converts a message of the compiler, with its file relative to the site's folder. */
export function diagnoseMessage(
  rule: 'broken-template' | 'style-ignored',
  { text, location }: CompilerMessage,
  { defaults, root }: { defaults: string; root: string },
): Diagnostic {
  const reason = text.trim().replace(/\.$/, '');
  if (!location) return diagnose(rule, 'templates', {}, { reason });
  const file = path.relative(root, path.resolve(defaults, location.file)).split(path.sep).join('/');
  const place = { line: location.line, column: location.column + 1 };
  const missing = rule === 'broken-template' && !file.endsWith('.css') ? missingPackage(text) : undefined;
  return missing
    ? diagnose(missing.rule, file, place, missing.values)
    : diagnose(rule, file, place, { reason });
}
