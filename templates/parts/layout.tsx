import type { PageMeta, SiteProps } from 'broadsheet';
import type { ComponentChildren } from 'preact';
import Breadcrumb from './breadcrumb.tsx';
import Footer from './footer.tsx';
import Head from './head.tsx';
import Header from './header.tsx';
import SkipLink from './skip-link.tsx';

interface LayoutProps {
  readonly site: SiteProps;
  readonly page: PageMeta;
  /** Class of `<main>`: the kind of page. */
  readonly kind: string;
  /** Structured data besides the breadcrumb. */
  readonly data?: readonly object[];
  readonly children: ComponentChildren;
}

/** The whole document around a page's content. */
export default function Layout({ site, page, kind, data, children }: LayoutProps) {
  return (
    <html lang={page.lang}>
      <Head site={site} page={page} data={data} />
      <body>
        <SkipLink lang={page.lang} />
        <Header site={site} page={page} masthead={kind === 'home'} />
        <Breadcrumb site={site} page={page} />
        <main id="content" class={kind} tabIndex={-1}>
          {children}
        </main>
        <Footer site={site} page={page} />
      </body>
    </html>
  );
}
