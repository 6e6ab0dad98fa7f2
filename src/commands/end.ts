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
  /** What the command was called with. */
  readonly argv: readonly string[];
  /** Whether to say where in the code it was. */
  readonly details: boolean;
}

/**
 * Says why a command ended without doing what it was asked. Resolves to the exit status: 1 for a mistake in
 * the site's files, its configuration and code among them, 2 for wrong usage and what the system refuses, 70
 * for a bug.
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
  // The system may have refused something just before, and be about to say so: then that is told, and this
  // process ended.
  if (status === 70) await setImmediate();
  process.stderr.write(text);
  return status;
}

/**
 * What ended the work, as the mistake of the site's own code where that is in its stack, or where it threw
 * what is no error.
 */
function toOwnFailure(error: unknown): unknown {
  if (error instanceof DiagnosedError || error instanceof UsageError) return error;
  if (!isOfSite(error)) return error;
  const isTemplate = isTemplateModule(modulePlaceOf(error)?.module ?? '');
  return toSiteFailure(error, { rule: isTemplate ? 'broken-template' : 'broken-config' });
}

/**
 * Nothing is left to do, and the work is not done: what was waited for, which may be a module of the site or
 * one of its generators.
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
