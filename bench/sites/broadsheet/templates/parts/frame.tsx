import type { PageMeta, SiteProps } from 'broadsheet';
import type { ComponentChildren } from 'preact';
import Colophon from './colophon.tsx';

interface FrameProps {
  readonly site: SiteProps;
  readonly page: PageMeta;
  readonly children: ComponentChildren;
}

/** What stands around every page. */
export default function Frame({ site, page, children }: FrameProps) {
  return (
    <html lang={page.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{page.title ? `${page.title} - ${site.title}` : site.title}</title>
        <meta name="description" content={page.type === 'article' ? page.description : site.title} />
        <link rel="canonical" href={page.canonical} />
        <meta property="og:type" content={page.type} />
        <meta property="og:title" content={page.title || site.title} />
        <link rel="alternate" type="application/rss+xml" href="/feed.xml" />
        <link rel="stylesheet" href="/site.css" />
      </head>
      <body>
        <header>
          <a href="/">{site.title}</a>
          <nav>
            <ul>
              {site.navigation.map((item) => (
                <li>
                  <a href={item.address}>{item.title}</a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        {page.breadcrumb.length > 0 && (
          <nav class="breadcrumb">
            <ol>
              {page.breadcrumb.map((step) => (
                <li>
                  <a href={step.address}>{step.title}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <main>{children}</main>
        <Colophon />
      </body>
    </html>
  );
}
