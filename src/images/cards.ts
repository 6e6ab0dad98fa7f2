import type { Address, OutputPath } from '../brands.ts';
import { fingerprint, shared } from '../bytes/fingerprint.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { PreviewPicture } from '../site.ts';
import { encoder } from '../tool/toolchain.ts';
import { type CardWords, canDraw, cardSize } from './draw-card.ts';

/** The accent of the theme, as `tokens.css` has it. */
const ownAccent = '#9a1220';

/** The card of the site, for pages that have no picture; undefined where cards are not asked for. */
export const siteCard = (config: ResolvedConfig): PreviewPicture | undefined =>
  config.pictures.cards === undefined ? undefined : cardOf(config, { title: config.site.title, kicker: '' });

/** The card of an article. */
export const articleCard = (
  config: ResolvedConfig,
  words: Pick<CardWords, 'title' | 'kicker'>,
): PreviewPicture | undefined => (config.pictures.cards === 'articles' ? cardOf(config, words) : undefined);

function cardOf(
  config: ResolvedConfig,
  { title, kicker }: Pick<CardWords, 'title' | 'kicker'>,
): PreviewPicture | undefined {
  const { site, theme, edition } = config;
  const name = site.organisation.name ?? site.title;
  const words: CardWords = { title, kicker, name, lang: site.language, accent: theme.accent ?? ownAccent };
  if (!canDraw(words)) return undefined;
  const output = `media/card-${fingerprint([encoder(), words]).slice(0, 10)}.jpg` as OutputPath;
  const address = `${edition?.base ?? site.base}${output}` as Address;
  return shared({ address, ...cardSize, crops: [], card: { output, words } });
}
