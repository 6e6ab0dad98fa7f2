import { setImmediate } from 'node:timers/promises';
import { DiagnosedError } from '../diagnostics/diagnosed-error.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { placeIfNeeded } from '../places/place-if-needed.ts';
import { isTemplateModule, modulePlaceOf } from '../places/place-site-code.ts';
import { isOfSite, toSiteFailure, toUnsettledGenerator, toUnsettledModule } from '../places/site-failure.ts';
import { firstListing } from '../routes/own-routes.ts';
import { firstLoading } from '../tool/import-module.ts';
import { explainFailure } from './explain-failure.ts';
import { printFailure } from './print-failure.ts';

interface Surroundings {
  readonly language: MessageLanguage;
  /** The arguments of the command. */
  readonly argv: readonly string[];
  /** Whether to print the position in the code. */
  readonly details: boolean;
}

/**
 * Reports why a command failed. Resolves to the exit status: 1 for a mistake in the site's files, its
 * configuration and code included, 2 for wrong usage and what the system refuses, 70 for a bug.
 */
export async function reportEnd(thrown: unknown, { language, argv, details }: Surroundings): Promise<number> {
  const error = toOwnFailure(thrown);
  if (error instanceof DiagnosedError || error instanceof UsageError) {
    const outputFormat = / --(?:format[ =])?(json|github)(?= |$)/.exec(` ${argv.join(' ')}`)?.[1];
    const placed =
      error instanceof DiagnosedError
        ? new DiagnosedError(await placeIfNeeded(error.messages, error.root).catch(() => error.messages), {
            root: error.root,
            cause: error,
          })
        : error;
    printFailure({
      error: placed,
      language,
      format: outputFormat === 'json' || outputFormat === 'github' ? outputFormat : 'text',
    });
    return error instanceof DiagnosedError ? 1 : 2;
  }
  const { text, status } = explainFailure(error, { language, details });
  // The system may just have refused something, with its error still to come. That error is then reported,
  // and ends this process.
  if (status === 70) await setImmediate();
  process.stderr.write(text);
  return status;
}

/**
 * The error to report: a mistake of the site's own code where that is in the stack, or where it threw
 * something that is no error.
 */
function toOwnFailure(error: unknown): unknown {
  if (error instanceof DiagnosedError || error instanceof UsageError) return error;
  if (!isOfSite(error)) return error;
  const isTemplate = isTemplateModule(modulePlaceOf(error)?.module ?? '');
  return toSiteFailure(error, { rule: isTemplate ? 'broken-template' : 'broken-config' });
}

/**
 * The error for work that never ends with nothing left to run: a module of the site or one of its generators
 * may not settle.
 */
export function toUnsettled(): DiagnosedError | UsageError {
  const module = firstLoading();
  if (module !== undefined) return toUnsettledModule(module);
  const generator = firstListing();
  if (generator !== undefined) return toUnsettledGenerator(generator);
  return new UsageError({
    en: 'the work cannot be ended: a plugin, or other code of the site, waits for a promise that never settles',
    vi: 'không làm xong được: một phần mở rộng, hoặc mã khác của trang, chờ một promise không bao giờ kết thúc',
  });
}
