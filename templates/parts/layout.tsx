import type { PageMeta, SiteProps } from 'broadsheet';
import type { ComponentChildren } from 'preact';
import type { Thing } from 'schema-dts';
import { ofPage } from '../direction.ts';
import { words } from '../words.ts';
import Footer from './footer.tsx';
import Head from './head.tsx';
import Header from './header.tsx';
import type { GraphTag } from './open-graph.ts';
import SkipLink from './skip-link.tsx';

interface LayoutProps {
  readonly site: SiteProps;
  readonly page: PageMeta;
  /** Classes of `<main>`, the kind of page first. */
  readonly kind: string;
  /** The page as structured data. */
  readonly data?: readonly Thing[];
  /** Further tags for link previews. */
  readonly tags?: readonly GraphTag[];
  /** Content beside the breadcrumb. */
  readonly bar?: ComponentChildren;
  /** Additional style sheets of this kind of page. */
  readonly styles?: readonly string[];
  /** Whether its pictures open in the viewer, whatever blocks it has. */
  readonly viewer?: boolean;
  /** Colour scheme, if different from the site's. */
  readonly scheme?: SiteProps['scheme'];
  readonly children: ComponentChildren;
}

/** Kinds of pages with a search form in their content. */
const searching: ReadonlySet<string> = new Set(['search-page', 'not-found']);

/** The whole HTML document of a page. */
export default function Layout({
  site,
  page,
  kind,
  data,
  tags,
  bar,
  styles = [],
  viewer = false,
  scheme = site.scheme,
  children,
}: LayoutProps) {
  const w = words(page.lang);
  const { blocks, viewer: viewerScript } = site.assets;
  const ofBlocks = page.blocks ? [blocks.style] : [];
  return (
    <html {...ofPage(page.lang)} data-scheme={scheme === 'auto' ? undefined : scheme}>
      <Head
        site={site}
        page={page}
        data={data}
        tags={tags}
        styles={[...styles, ...ofBlocks]}
        scheme={scheme}
      />
      <body class={page.accent}>
        <SkipLink lang={page.lang} />
        <Header site={site} page={page} masthead={kind === 'home'} searches={searching.has(kind)} bar={bar} />
        <main id="content" class={kind} tabIndex={-1}>
          {children}
        </main>
        <Footer site={site} page={page} />
        {page.blocks?.includes('blocks') && <script src={blocks.script} defer />}
        {(viewer || page.blocks?.includes('viewer')) && (
          <script
            src={viewerScript}
            data-close={w.closePicture}
            data-previous={w.previousPicture}
            data-next={w.nextPicture}
            defer
          />
        )}
      </body>
    </html>
  );
}
