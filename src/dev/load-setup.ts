import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { ConfigError, type LoadedConfig, loadConfig } from '../load-config.ts';
import { packageRoot } from '../package-root.ts';
import type { Theme } from '../stages/render.ts';
import { ThemeError } from '../theme/compile.ts';
import { type LoadedTheme, loadTheme } from '../theme/load.ts';

export interface LoadedSetup {
  /** The last configuration and theme that could be used; undefined when there was none yet. */
  readonly config?: LoadedConfig;
  readonly theme?: LoadedTheme & { readonly loaded: Theme };
  /** Why what is on disk now cannot be used. */
  readonly failures: readonly Diagnostic[];
}

/** Loads configuration and theme. What cannot be used is told, and what was there before stays. */
export async function loadSetup(root: string, before: LoadedSetup = { failures: [] }): Promise<LoadedSetup> {
  const failures: Diagnostic[] = [];
  let { config, theme } = before;
  try {
    config = await loadConfig(root);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    failures.push(...toDiagnostics(error.message, 'broken-config', 'broadsheet.config.ts'));
  }
  try {
    const found = await loadTheme(root);
    const loaded = found.module === theme?.module ? theme.loaded : ((await import(pathToFileURL(found.module).href)) as Theme);
    theme = { ...found, loaded };
  } catch (error) {
    // A template may also throw as soon as it is loaded.
    const reason = error instanceof Error ? error.message : String(error);
    const placed =
      error instanceof ThemeError
        ? reason.replace(/^(.+?)(?=:\d+:\d+: )/gm, (file) =>
            path
              .relative(root, path.resolve(packageRoot, 'templates', file))
              .split(path.sep)
              .join('/'),
          )
        : reason;
    failures.push(...toDiagnostics(placed, 'broken-template', 'templates'));
  }
  return { ...(config && { config }), ...(theme && { theme }), failures };
}

/** `file:line:column: reason`, one or several of them; other lines are the source lines that the compiler shows. */
function toDiagnostics(message: string, rule: 'broken-config' | 'broken-template', otherwise: string): Diagnostic[] {
  const placed = [...message.matchAll(/^(\S.*?):(\d+):(\d+): (.+)$/gm)].map(([, file = otherwise, line, column, reason = '']) =>
    diagnose(rule, file, { line: Number(line), column: Number(column) }, { reason: trim(reason) }),
  );
  return placed.length > 0 ? placed : [diagnose(rule, otherwise, {}, { reason: trim(message) })];
}

const trim = (reason: string): string => reason.trim().replace(/\.$/, '');
