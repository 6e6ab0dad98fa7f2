import type { Diagnostic } from './diagnostic.ts';
import { explain } from './print.ts';

/** What stops the work before a site is read, as diagnostics; the message has them in English. */
export class DiagnosedError extends Error {
  override readonly name: string = 'DiagnosedError';
  readonly messages: readonly Diagnostic[];
  /** The folder from which the messages name their files, absolute. */
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
