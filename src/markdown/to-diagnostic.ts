import type { VFile } from 'vfile';

import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

interface ToDiagnosticOptions {
  readonly path: string;
  /** Line of the file where the text begins. */
  readonly line: number;
}

/** Converts a message of a plugin (`file.message(…)`), with its position in the file. */
export const toDiagnostic = (
  message: VFile['messages'][number],
  { path, line }: ToDiagnosticOptions,
): Diagnostic => {
  const place =
    message.line === undefined
      ? {}
      : { line: message.line + line - 1, ...(message.column !== undefined && { column: message.column }) };
  const diagnostic = diagnose('plugin-message', path, place, {
    reason: message.reason,
    ...(message.source && { plugin: message.source }),
  });
  return {
    ...diagnostic,
    severity: message.fatal === undefined ? 'info' : message.fatal ? 'error' : 'warning',
  };
};
