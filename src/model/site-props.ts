import { hasSearch, openSearchPlace, searchPlace } from '../addresses/fixed-places.ts';
import { toPlace } from '../addresses/permalink.ts';
import type { BlockDefinitions } from '../blocks/block.ts';
import type { Address, SourcePath, Url } from '../brands.ts';
import { shared } from '../bytes/fingerprint.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { siteCard } from '../images/cards.ts';
import { configName } from '../places/find-config-file.ts';
import type { LayoutSheet, SiteIcons, SiteProps } from '../props.ts';
import { toPreviewImage } from '../routes/preview-image.ts';
import type { PreviewPicture } from '../site.ts';
import type { WordTables } from '../words/words.ts';
import type { Pictures } from './pictures.ts';

interface TextAsset {
  readonly name: string;
  readonly content: string;
}

/** The theme's files that pages refer to, as {@link SiteProps} has them. */
export interface ThemeAssets {
  readonly style: TextAsset;
  readonly layouts: Readonly<Record<LayoutSheet, TextAsset>>;
  readonly script: TextAsset;
  readonly tools: TextAsset;
  readonly viewer: TextAsset;
  readonly blockStyle: TextAsset;
  readonly blockScript: TextAsset;
  /** What the templates of blocks say of them. */
  readonly blocks: BlockDefinitions;
  readonly search: TextAsset;
  readonly searchHelp: TextAsset;
  readonly searchStyle: TextAsset;
  readonly feedStyle: TextAsset;
  /** Fetches the numbers of readers. */
  readonly views: TextAsset;
  /** Words of the interface and of titles, by language. */
  readonly words: WordTables;
  /** Fonts and pictures that the style sheet names. */
  readonly files: readonly { readonly name: string; readonly base64: string }[];
}

/** The theme in the colours of the site. */
export interface StyledAssets extends ThemeAssets {
  /** Of the band at the top of pages, by scheme. */
  readonly colours: SiteProps['colours'];
  /** The icon of a site that has none of its own. */
  readonly icon: TextAsset;
}

interface Input {
  /** As the language sees it. */
  readonly config: ResolvedConfig;
  readonly whole: ResolvedConfig;
  readonly theme: StyledAssets;
  readonly pictures: Pictures;
}

/** What is the same on every page, but for the links, which are known when the site is whole. */
export function createSiteProps({ config, whole, theme, pictures }: Input): SiteProps {
  const { site, theme: options } = config;
  const picture = (url: string | undefined, ...field: string[]) =>
    url === undefined ? undefined : pictures.full({ ...fromConfig, url, field });
  const organisation = organisationOf(config, pictures);
  const wordmark = picture(options.wordmark, 'theme', 'wordmark');
  const icons = iconsOf(site.icon, pictures);
  const image = site.image === undefined ? siteCard(config) : previewOf(site.image, pictures);
  return shared({
    title: site.title,
    description: site.description ?? site.title,
    ...(site.greeting !== undefined && { greeting: site.greeting }),
    organisation,
    policies: {},
    ...(image && { image: toPreviewImage(image, { alt: site.title, config }) }),
    ...(wordmark && { wordmark }),
    origin: site.origin as Url,
    language: site.language,
    home: toPlace(config, '').address,
    navigation: [],
    footer: [],
    assets: assetPlaces(theme, { config, whole }),
    icon: icons?.svg ?? icons?.sized[0]?.address ?? toPlace(whole, theme.icon.name).address,
    ...(icons && {
      icons: {
        ...icons,
        ...(config.routes.manifest !== false && { manifest: toPlace(config, 'site.webmanifest').address }),
      },
    }),
    colours: theme.colours,
    scheme: options.scheme,
    header: options.header,
    contents: options.article.contents,
    ...(hasSearch(config) && {
      search: { address: searchPlace(config).address, description: openSearchPlace(config).address },
    }),
    share: options.share,
    social: options.social.map(({ title, to }) => ({ title, address: to as Url })),
    head: options.head,
  });
}

/** What messages about pictures that the configuration names say of their place. */
const fromConfig = { from: 'content/_index.md' as SourcePath, alt: '', path: configName };

/** Who answers for the site, with its logo for light and dark pages. */
function organisationOf(
  { site, theme: { logoDark: dark } }: ResolvedConfig,
  pictures: Pictures,
): SiteProps['organisation'] {
  const { name, lines, email, telephone, logo: light, kind, address } = site.organisation;
  const picture = (url: string | undefined, ...field: string[]) =>
    url === undefined ? undefined : pictures.full({ ...fromConfig, url, field });
  const logo = picture(light, 'site', 'organisation', 'logo');
  const logoDark = picture(dark, 'theme', 'logoDark');
  return {
    name: name ?? site.title,
    lines,
    ...(email !== undefined && { email }),
    ...(telephone !== undefined && { telephone }),
    ...(logo && { logo }),
    ...(logoDark && { logoDark }),
    kind,
    ...(address !== undefined && { address }),
  };
}

/** Where the theme's style sheets, scripts and fonts are published. */
function assetPlaces(
  theme: StyledAssets,
  { config, whole }: Pick<Input, 'config' | 'whole'>,
): SiteProps['assets'] {
  const place = (path: string): Address => toPlace(whole, path).address;
  const { style, layouts, script, tools, viewer, blockStyle, blockScript, files } = theme;
  const { search, searchHelp, searchStyle, feedStyle } = theme;
  const fonts = config.theme.serif === 'Newsreader' ? files.filter(({ name }) => preloaded.test(name)) : [];
  return {
    style: place(style.name),
    layouts: {
      feature: place(layouts.feature.name),
      interview: place(layouts.interview.name),
      photo: place(layouts.photo.name),
      video: place(layouts.video.name),
      document: place(layouts.document.name),
    },
    script: place(script.name),
    tools: place(tools.name),
    viewer: place(viewer.name),
    blocks: { style: place(blockStyle.name), script: place(blockScript.name) },
    search: place(search.name),
    searchHelp: place(searchHelp.name),
    searchStyle: place(searchStyle.name),
    feedStyle: place(feedStyle.name),
    fonts: fonts.map(({ name: file }) => place(file)),
  };
}

const iconsOf = (url: string | undefined, pictures: Pictures): SiteIcons | undefined =>
  url === undefined ? undefined : pictures.icons({ ...fromConfig, url, field: ['site', 'icon'] });

const previewOf = (url: string, pictures: Pictures): PreviewPicture | undefined =>
  pictures.preview({ ...fromConfig, url, field: ['site', 'image'] });

/** The fonts of the theme that nearly every page shows. */
const preloaded = /^assets\/newsreader-(?:latin|vietnamese)-600-/;
