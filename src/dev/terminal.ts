import type { Colors } from 'picocolors/types.js';
import { DiagnosedError } from '../diagnostics/diagnosed-error.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createExcerpts } from '../diagnostics/excerpt.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { printMessages } from '../diagnostics/print-messages.ts';
import { placeFields } from '../places/place-fields.ts';

export interface TerminalInput {
  /** The site's folder, absolute. */
  readonly root: string;
  readonly language: MessageLanguage;
  readonly colors: Colors;
  /** Prints lines on the terminal. */
  readonly print: (text: string) => void;
}

/** What the dev server prints while it runs. */
export interface Terminal {
  /** Prints the problems that are new since the last call, and whether all errors are gone. */
  readonly showProblems: (problems: readonly Diagnostic[]) => void;
  /** Prints an unexpected error. */
  readonly showFailure: (error: unknown) => void;
  /** Prints that the system refuses to watch files. */
  readonly showRefusal: (reason: string) => void;
  /** Prints that the drive reports no changes. */
  readonly showNoEvents: () => void;
}

const phrases = {
  vi: {
    mended: 'Đã hết lỗi',
    refused: 'Hệ thống từ chối theo dõi tệp, nên mỗi giây dò lại một lần',
    noEvents: 'Ổ đĩa này không báo khi tệp thay đổi; hãy chạy “broadsheet dev --poll”',
    failed: 'Máy chủ gặp lỗi của chính nó',
  },
  en: {
    mended: 'Mended',
    refused: 'The system refuses to watch files, so they are looked at every second',
    noEvents: 'This drive does not report when files change: start with “broadsheet dev --poll”',
    failed: 'The dev server met a bug of its own',
  },
} as const;

export function createTerminal({ root, language, colors, print }: TerminalInput): Terminal {
  const words = phrases[language];
  let shownKeys: ReadonlySet<string> = new Set();
  const printAll = (problems: readonly Diagnostic[]): void => {
    const excerpt = createExcerpts(root);
    for (const lines of printMessages(problems, { language, colors, excerpt })) print(lines);
  };
  return {
    showProblems: (problems) => {
      const keys = new Set(problems.map(keyOf));
      printAll(problems.filter((problem) => problem.severity !== 'info' && !shownKeys.has(keyOf(problem))));
      const isSomeGone = [...shownKeys].some((key) => !keys.has(key));
      if (isSomeGone && !problems.some(({ severity }) => severity === 'error'))
        print(colors.green(`✓ ${words.mended}.`));
      shownKeys = keys;
    },
    showFailure: (error) => {
      if (error instanceof DiagnosedError) printAll(placeFields(error.messages, root));
      else
        print(`${words.failed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    },
    showNoEvents: () => print(colors.yellow(`${words.noEvents}.`)),
    showRefusal: (reason) => print(`${words.refused} (${reason}).`),
  };
}

const keyOf = ({ rule, path: file, line, values }: Diagnostic): string =>
  JSON.stringify([rule, file, line, values]);
