import { toPlace } from '../addresses/permalink.ts';
import type { Address, SourcePath, Url } from '../brands.ts';
import { shared } from '../bytes/fingerprint.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { configName } from '../places/find-config-file.ts';
import type { SiteProps } from '../props.ts';
import type { Pictures } from './pictures.ts';

/** The theme's files that every page refers to. */
export interface ThemeAssets {
  readonly style: { readonly name: string; readonly content: string };
  readonly script: { readonly name: string; readonly content: string };
  /** Fetches the numbers of readers. */
  readonly views: { readonly name: string; readonly content: string };
  /** Fonts and pictures that the style sheet names. */
  readonly files: readonly { readonly name: string; readonly base64: string }[];
}

interface Input {
  readonly config: ResolvedConfig;
  readonly theme: ThemeAssets;
  readonly pictures: Pictures;
}

/** What is the same on every page, but for the links, which are known when the site is whole. */
export function createSiteProps({ config, theme, pictures }: Input): SiteProps {
  const { site } = config;
  const { name, lines, email, telephone, logo } = site.organisation;
  const place = (path: string): Address => toPlace(config, path).address;
  const root = 'content/_index.md' as SourcePath;
  const picture = (url: string | undefined, ...field: string[]) =>
    url === undefined ? undefined : pictures.full({ from: root, url, alt: '', path: configName, field });
  const logoPicture = picture(logo, 'site', 'organisation', 'logo');
  const iconPicture = picture(site.icon, 'site', 'icon');

  return shared({
    title: site.title,
    description: site.description ?? site.title,
    ...(site.greeting !== undefined && { greeting: site.greeting }),
    organisation: {
      name: name ?? site.title,
      lines,
      ...(email !== undefined && { email }),
      ...(telephone !== undefined && { telephone }),
      ...(logoPicture && { logo: logoPicture }),
    },
    origin: site.origin as Url,
    language: site.language,
    home: place(''),
    navigation: [],
    footer: [],
    assets: { style: place(theme.style.name), script: place(theme.script.name) },
    ...(iconPicture && { icon: iconPicture.src }),
  });
}
