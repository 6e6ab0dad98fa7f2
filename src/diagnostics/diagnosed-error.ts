import type { Diagnostic } from './diagnostic.ts';
import { explain } from './print.ts';

/** Diagnostics that stop the work before a site is read. The error's message has them in English. */
export class DiagnosedError extends Error {
  override readonly name: string = 'DiagnosedError';
  readonly messages: readonly Diagnostic[];
  /** The folder that paths in the messages are relative to, absolute. */
  readonly root: string;

  constructor(
    messages: readonly Diagnostic[],
    { root, cause }: { readonly root: string; readonly cause?: unknown },
  ) {
    super(
      messages
        .map(
          (message) =>
            `${message.path}:${message.line ?? 1}:${message.column ?? 1}: ${explain(message, 'en').message}`,
        )
        .join('\n'),
      { cause },
    );
    this.messages = messages;
    this.root = root;
  }
}
