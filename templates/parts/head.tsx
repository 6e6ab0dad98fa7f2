import type { PageMeta, SiteProps } from 'broadsheet';
import type { Thing } from 'schema-dts';
import JsonLd from './json-ld.tsx';
import type { GraphTag } from './open-graph.ts';
import { graphOf } from './structured-data.ts';

interface HeadProps {
  readonly site: SiteProps;
  readonly page: PageMeta;
  /** The page as structured data. */
  readonly data?: readonly Thing[];
  /** Further tags for link previews. */
  readonly tags?: readonly GraphTag[];
  /** Additional style sheets of this kind of page. The site's own comes later and wins. */
  readonly styles?: readonly string[];
  readonly scheme: SiteProps['scheme'];
}

/** Open Graph requires a territory. */
const locales: Readonly<Record<string, string>> = { vi: 'vi_VN', en: 'en_US' };

const toLocale = (lang: string): string => locales[lang] ?? lang.replace('-', '_');

/** Everything that browsers, search engines and link previews read. */
export default function Head({ site, page, data = [], tags = [], styles = [], scheme }: HeadProps) {
  const graph = graphOf(site, page, data);
  const title = page.title ? `${page.title} - ${site.title}` : site.title;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {/* Blocking on purpose: the reader's text size must apply before the first paint. */}
      <script src={site.assets.script} />
      {site.assets.fonts.map((font) => (
        <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      {[...styles, site.assets.style].map((style) => (
        <link rel="stylesheet" href={style} />
      ))}
      {page.description && <meta name="description" content={page.description} />}
      {page.canonical && <link rel="canonical" href={page.canonical} />}
      {page.alternates?.map(({ lang, url }) => (
        <link rel="alternate" hreflang={lang} href={url} />
      ))}
      <meta name="robots" content={page.noindex ? 'noindex' : 'max-image-preview:large'} />
      <meta name="color-scheme" content={scheme === 'dark' ? 'dark light' : 'light dark'} />
      {site.head.map((tag) => ('rel' in tag ? <link {...tag} /> : <meta {...tag} />))}
      <meta name="format-detection" content="telephone=no" />
      {site.icons && <link rel="icon" href={site.icons.ico} sizes="32x32" />}
      <link rel="icon" href={site.icon} type={site.icon.endsWith('.svg') ? 'image/svg+xml' : undefined} />
      {site.icons && <link rel="apple-touch-icon" href={site.icons.touch} />}
      {site.icons?.manifest && <link rel="manifest" href={site.icons.manifest} />}
      <ThemeColours site={site} scheme={scheme} />
      {site.search && (
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title={site.title}
          href={site.search.description}
        />
      )}
      {page.feeds.map((feed) => (
        <link rel="alternate" type={feed.type} title={feed.title} href={feed.address} />
      ))}
      <OpenGraph site={site} page={page} tags={tags} />
      {graph['@graph'].length > 0 && <JsonLd value={graph} />}
    </head>
  );
}

/** The colour of the band at the top of the page, which browsers use for their interface. */
function ThemeColours({ site, scheme }: Pick<HeadProps, 'site' | 'scheme'>) {
  return scheme === 'auto' ? (
    <>
      <meta name="theme-color" content={site.colours.light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={site.colours.dark} media="(prefers-color-scheme: dark)" />
    </>
  ) : (
    <meta name="theme-color" content={site.colours[scheme]} />
  );
}

/** The tags for link previews. */
function OpenGraph({ site, page, tags = [] }: Pick<HeadProps, 'site' | 'page' | 'tags'>) {
  const { image = site.image, alternates = [], canonical } = page;
  const others = alternates.filter(({ lang, url }) => lang !== 'x-default' && url !== canonical);
  return (
    <>
      <meta property="og:site_name" content={site.title} />
      <meta property="og:type" content={page.type} />
      <meta property="og:title" content={page.title || site.title} />
      {page.description && <meta property="og:description" content={page.description} />}
      {page.canonical && <meta property="og:url" content={page.canonical} />}
      <meta property="og:locale" content={toLocale(page.lang)} />
      {others.map(({ lang }) => (
        <meta property="og:locale:alternate" content={toLocale(lang)} />
      ))}
      {tags.map(([property, content]) => (
        <meta property={property} content={content} />
      ))}
      {image && (
        <>
          <meta property="og:image" content={image.url} />
          <meta property="og:image:width" content={String(image.width)} />
          <meta property="og:image:height" content={String(image.height)} />
          <meta property="og:image:alt" content={image.alt} />
        </>
      )}
      <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
    </>
  );
}
