import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { findRefusal, toSentence } from './refusal.ts';

export interface Failure {
  /** What to print to standard error. */
  readonly text: string;
  /** Exit status. */
  readonly status: number;
}

const bug: Record<MessageLanguage, (reason: string) => string> = {
  vi: (reason) =>
    `gặp lỗi của chính Broadsheet, không phải của bạn: ${reason}\nHãy báo cho người bảo trì, kèm những gì lệnh này in ra khi đặt BROADSHEET_DEBUG=1.`,
  en: (reason) =>
    `this is a bug of Broadsheet's own, not yours: ${reason}\nPlease report it, with what the same command prints under BROADSHEET_DEBUG=1.`,
};

/**
 * Explains in a sentence why a command failed, with the status: 2 for what the user can fix, 70 for a bug.
 * With `details` adds the position in the code.
 */
export function explainFailure(
  error: unknown,
  { language, details }: { language: MessageLanguage; details: boolean },
): Failure {
  const { text, status } = sentenceOf(error, language);
  const trace = details && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  return { text: `broadsheet: ${text}${trace}\n`, status };
}

/** A sentence for what the system refused; undefined for other errors. */
export function refusalOf(error: unknown, language: MessageLanguage): string | undefined {
  const refusal = findRefusal(error);
  return refusal && toSentence(refusal, language);
}

function sentenceOf(error: unknown, language: MessageLanguage): Failure {
  if (!(error instanceof Error)) return { text: bug[language](String(error)), status: 70 };
  const refusal = findRefusal(error);
  if (!refusal) return { text: bug[language](error.message), status: 70 };
  return {
    text: `${refusal.about === undefined ? '' : `${refusal.about}: `}${toSentence(refusal, language)}`,
    status: 2,
  };
}
