import pc from 'picocolors';
import type { DiagnosedError } from '../diagnostics/diagnosed-error.ts';
import { createExcerpts } from '../diagnostics/excerpt.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { explain, helpOf, pathFrom, toLines } from '../diagnostics/print.ts';
import { toAnnotation } from '../diagnostics/to-annotation.ts';
import type { UsageError } from '../diagnostics/usage-error.ts';
import { findTop } from '../history/find-repository.ts';

interface Input {
  readonly error: DiagnosedError | UsageError;
  readonly language: MessageLanguage;
  readonly format: 'text' | 'json' | 'github';
}

/** Prints why a command did nothing, in the format of its report. */
export function printFailure({ error, language, format }: Input): void {
  if (!('messages' in error)) {
    const message = error.sentences[language];
    if (format === 'json')
      process.stdout.write(
        `${JSON.stringify({ errors: 1, warnings: 0, messages: [{ severity: 'error', message }] })}\n`,
      );
    process.stderr.write(`broadsheet: ${message}\n`);
    return;
  }
  const { messages, root } = error;
  if (format === 'json') {
    const explained = messages.map((message) => ({
      ...message,
      ...explain(message, language),
      help: helpOf(message.rule),
    }));
    process.stdout.write(
      `${JSON.stringify({ errors: explained.length, warnings: 0, messages: explained })}\n`,
    );
  } else if (format === 'github') {
    for (const message of messages)
      process.stdout.write(
        `${toAnnotation({ ...message, path: pathFrom({ from: findTop(root) ?? process.cwd(), root, file: message.path }) }, language)}\n`,
      );
  } else {
    const excerpt = createExcerpts(root);
    for (const message of messages)
      process.stderr.write(
        `${toLines(message, { language, colors: pc, excerpt, from: process.cwd(), root })}\n\n`,
      );
  }
}
