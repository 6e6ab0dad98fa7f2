import type { Address, Language } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { languageOf } from './language-of.ts';

/**
 * The site's configuration as each of its languages sees it, that of its own language first; of a site with
 * one language the configuration itself.
 */
export function editionsOf(config: ResolvedConfig): readonly ResolvedConfig[] {
  const { languages, site } = config;
  if (!languages) return [config];
  let editions = editionsByConfig.get(config);
  if (!editions) {
    const others = Object.keys(languages).filter((code) => code !== site.language);
    editionsByConfig.set(
      config,
      (editions = [site.language, ...others].map((code) => editionOf(config, code))),
    );
  }
  return editions;
}
const editionsByConfig = new WeakMap<ResolvedConfig, readonly ResolvedConfig[]>();

/** The configuration as the language sees it in whose tree a file lies. */
export function editionFor(path: string, config: ResolvedConfig): ResolvedConfig {
  const language = languageOf(path, config);
  return editionsOf(config).find(({ site }) => site.language === language) ?? config;
}

/** The folder of the language in whose part an output lies; that of the site's own is empty, and comes first. */
export const folderAt = (output: string, config: ResolvedConfig): string =>
  editionsOf(config)
    .map(({ edition }) => edition?.folder ?? '')
    .filter((folder) => output.startsWith(folder))
    .at(-1) ?? '';

function editionOf(config: ResolvedConfig, language: Language): ResolvedConfig {
  const { site } = config;
  const isOwn = language === site.language;
  const {
    name,
    path = isOwn ? '/' : `/${language}/`,
    title = site.title,
    description = isOwn ? site.description : undefined,
    greeting = isOwn ? site.greeting : undefined,
    organisation = {},
    navigation = isOwn ? config.navigation : undefined,
    footer = isOwn ? config.footer : undefined,
    timeZone = site.timeZone,
    fallback = 'omit',
  } = config.languages?.[language] ?? {};
  const folder = path.slice(1);
  return {
    ...config,
    site: {
      ...site,
      language,
      base: `${site.base}${folder}` as Address,
      title,
      description,
      greeting,
      organisation: { ...site.organisation, ...organisation },
    },
    navigation,
    footer,
    edition: {
      folder,
      base: site.base,
      own: site.language,
      name,
      timeZone,
      fallback: isOwn ? 'omit' : fallback,
    },
  };
}
