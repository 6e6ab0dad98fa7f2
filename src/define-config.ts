import type { Config } from './config.ts';

/** Gives `broadsheet.config.ts` its types. */
export const defineConfig = (config: Config): Config => config;
