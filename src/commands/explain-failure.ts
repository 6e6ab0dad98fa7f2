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
 * Why a command ended without doing what it was asked, in a sentence: 2 for what its user can mend, 70 for a
 * bug. With `details` also where in the code.
 */
export function explainFailure(
  error: unknown,
  { language, details }: { language: MessageLanguage; details: boolean },
): Failure {
  const { text, status } = sentenceOf(error, language);
  const trace = details && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  return { text: `broadsheet: ${text}${trace}\n`, status };
}

/** What the system refused, in words; undefined for what it did not. */
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
