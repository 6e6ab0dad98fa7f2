import type { PageMeta, SiteProps } from 'broadsheet';
import type { ComponentChildren } from 'preact';

interface LayoutProps {
  readonly site: SiteProps;
  readonly page: PageMeta;
  readonly children: ComponentChildren;
}

/** The site's own: what every page knows, one fact a line. */
export default function Layout({ site, page, children }: LayoutProps) {
  return (
    <html lang={page.lang}>
      <title>{`${page.title} | ${site.title}`}</title>
      {'\n'}
      <link rel="canonical" href={page.canonical} />
      {'\n'}
      <nav>
        {site.navigation.map(({ title, address, children: below }) => (
          <a href={address}>
            {title} {below.length}
          </a>
        ))}
      </nav>
      {'\n'}
      <p>{page.breadcrumb.map(({ title, address }) => `${title} ${address}`).join(' > ')}</p>
      {'\n'}
      {children}
      {'\n'}
    </html>
  );
}
