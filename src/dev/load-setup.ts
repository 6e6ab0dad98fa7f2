import { ConfigError, type LoadedConfig, loadConfig } from '../config/load-config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { configName } from '../places/find-config-file.ts';
import { importTheme, type LoadedTheme, loadTheme } from '../theme/load.ts';
import type { Theme } from '../theme/render.ts';
import { ThemeError } from '../theme/theme-error.ts';

export interface LoadedSetup {
  /** The last usable configuration and theme; undefined when there was none yet. */
  readonly config?: LoadedConfig;
  readonly theme?: LoadedTheme & { readonly loaded: Theme };
  /** Why the present files cannot be used. */
  readonly failures: readonly Diagnostic[];
}

/**
 * Loads configuration and theme. Where they cannot be used, the failures say why, and the previous ones stay
 * in use.
 */
export async function loadSetup(root: string, before: LoadedSetup = { failures: [] }): Promise<LoadedSetup> {
  const failures: Diagnostic[] = [];
  let { config, theme } = before;
  try {
    config = await loadConfig(root);
  } catch (error) {
    if (error instanceof ConfigError) failures.push(...error.messages);
    else if (error instanceof UsageError)
      failures.push(diagnose('broken-config', configName, {}, { reason: error.message }));
    else throw error;
  }
  try {
    const compiled = await loadTheme({ root, words: config?.config.words ?? {} });
    const loaded =
      compiled.module === theme?.module ? theme.loaded : await importTheme({ module: compiled.module, root });
    theme = { ...compiled, loaded };
  } catch (error) {
    if (!(error instanceof ThemeError)) throw error;
    failures.push(...error.messages);
  }
  return { ...(config && { config }), ...(theme && { theme }), failures };
}
