import { toPlace } from '../addresses/permalink.ts';
import type { Site } from '../site.ts';
import { file, type Route } from './route.ts';

/** `site.webmanifest` (W3C, Web Application Manifest) of a site that has an icon. */
export function* manifest(site: Site): Iterable<Route> {
  const { icons, title, description, language, home, colours } = site.props;
  if (!icons) return;
  yield file(
    toPlace(site.config, 'site.webmanifest').output,
    () => ({ icons: icons.sized, title, description, language, home, colours }),
    (data) =>
      `${JSON.stringify({
        name: data.title,
        description: data.description,
        lang: data.language,
        start_url: data.home,
        scope: data.home,
        display: 'browser',
        theme_color: data.colours.light,
        background_color: '#ffffff',
        icons: data.icons.map(({ address, size }) => ({
          src: address,
          sizes: `${size}x${size}`,
          type: 'image/png',
        })),
      })}\n`,
  );
}
