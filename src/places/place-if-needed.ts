import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * Gives messages about fields their places. The parser that knows these is loaded only when there is such a
 * message.
 */
export const placeIfNeeded = async (
  messages: readonly Diagnostic[],
  root: string,
): Promise<readonly Diagnostic[]> =>
  messages.some(({ field }) => field)
    ? (await import('./place-fields.ts')).placeFields(messages, root)
    : messages;
