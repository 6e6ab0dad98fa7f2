import { configSchema, type ResolvedConfig } from '../src/config/config.ts';
import type { Config } from '../src/config/define-config.ts';

/** A configuration with its defaults; `options` are a site's own. */
export const aConfig = ({
  site,
  ...options
}: Partial<Omit<Config, 'site'>> & { readonly site?: Partial<Config['site']> } = {}): ResolvedConfig =>
  configSchema.parse({ site: { title: 'Báo Thử', origin: 'https://bao.example', ...site }, ...options });
