import type { Filled, RedirectProps } from 'broadsheet';
import { ofPage } from '../direction.ts';
import { words } from '../words.ts';

/** The page at an old address. It has no styles or scripts, since it redirects at once. */
export default function Redirect({ title, lang, address, canonical }: Filled<RedirectProps>) {
  const w = words(lang);
  return (
    <html {...ofPage(lang)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta http-equiv="refresh" content={`0; url=${address}`} />
        <link rel="canonical" href={canonical} />
        <meta name="color-scheme" content="light dark" />
      </head>
      <body>
        <main>
          <h1>{w.moved}</h1>
          <p>
            {w.movedTo} <a href={address}>{title}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
