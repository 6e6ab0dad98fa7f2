import type { PageMeta, SiteProps } from 'broadsheet';
import { langAttribute } from '../words.ts';
import Navigation from './navigation.tsx';
import Picture from './picture.tsx';

interface HeaderProps {
  readonly site: SiteProps;
  readonly page: PageMeta;
  /** On the front page the site's name is the `h1`. */
  readonly masthead: boolean;
}

/** Greeting, name and organisation, navigation: the site's own words, in its own language. */
export default function Header({ site, page, masthead }: HeaderProps) {
  const { name, logo } = site.organisation;
  const Name = masthead ? 'h1' : 'p';
  return (
    <header
      class={masthead ? 'site-header masthead' : 'site-header'}
      lang={langAttribute(site.language, page.lang)}
    >
      {site.greeting && (
        <div class="greeting">
          <p class="wrap">{site.greeting}</p>
        </div>
      )}
      <div class="brand wrap">
        {logo && <Picture picture={logo} sizes="4rem" eager />}
        <div>
          <Name class="site-name">
            <a href={site.home} aria-current={masthead ? 'page' : undefined}>
              {site.title}
            </a>
          </Name>
          {name !== site.title && <p class="organisation">{name}</p>}
        </div>
      </div>
      <Navigation site={site} page={page} />
    </header>
  );
}
