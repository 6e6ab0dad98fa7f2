import { hasFeeds, hasSearch } from '../addresses/fixed-places.ts';
import { toPlace } from '../addresses/permalink.ts';
import type { Address } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { createArticleViews } from '../readers/article-views.ts';
import type { Site } from '../site.ts';
import type { StyledAssets } from './site-props.ts';

interface Input {
  readonly config: ResolvedConfig;
  readonly theme: StyledAssets;
}

/** The address of the script that fetches numbers of readers; undefined when no page needs it. */
export const viewsScriptOf = ({
  config,
  views,
  theme,
}: Input & { readonly views?: ReturnType<typeof createArticleViews> }): Address | undefined =>
  views && config.views.show && !config.views.print && config.routes.views !== false
    ? toPlace(config, theme.views.name).address
    : undefined;

/** The scripts, styles and other files of the theme that this site publishes. */
export function assetsOf({
  config,
  theme,
  hasViews,
  hasIcon,
}: Input & {
  readonly hasViews: boolean;
  readonly hasIcon: boolean;
}): Site['assets'] {
  const { style, layouts, blockStyle, blockScript, script, tools, viewer, views } = theme;
  const texts = [
    ...[style, ...Object.values(layouts), blockStyle, blockScript, script, tools, viewer],
    ...(hasViews ? [views] : []),
    ...(hasIcon ? [] : [theme.icon]),
    ...(hasSearch(config) ? [theme.search, theme.searchHelp, theme.searchStyle] : []),
    ...(hasFeeds(config) ? [theme.feedStyle] : []),
  ];
  return [
    ...texts.map(({ name, content }) => ({
      output: toPlace(config, name).output,
      content,
      encoding: 'utf8' as const,
    })),
    ...theme.files.map(({ name, base64 }) => ({
      output: toPlace(config, name).output,
      content: base64,
      encoding: 'base64' as const,
    })),
  ];
}
