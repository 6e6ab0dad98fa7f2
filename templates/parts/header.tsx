import type { PageMeta, SiteProps } from 'broadsheet';
import type { ComponentChildren } from 'preact';
import { inLanguage } from '../direction.ts';
import Breadcrumb from './breadcrumb.tsx';
import Languages from './languages.tsx';
import Navigation from './navigation.tsx';
import Phrase from './phrase.tsx';
import Picture from './picture.tsx';
import Reading from './reading.tsx';
import SearchForm from './search-form.tsx';

interface HeaderProps {
  readonly site: SiteProps;
  readonly page: PageMeta;
  /** Whether the site's name is the `h1`, as on the front page. */
  readonly masthead: boolean;
  /** Whether the page has its own search form. */
  readonly searches?: boolean;
  /** Content beside the breadcrumb. */
  readonly bar?: ComponentChildren;
}

/** Greeting, name and organisation, navigation, in the site's language. */
export default function Header({ site, page, masthead, searches = false, bar }: HeaderProps) {
  const { name, logo, logoDark } = site.organisation;
  const Name = masthead ? 'h1' : 'p';
  return (
    <header
      class={['site-header', site.header === 'compact' ? 'compact' : masthead && 'masthead']
        .filter(Boolean)
        .join(' ')}
      {...inLanguage(site.language, page.lang)}
    >
      <div class="band">
        <div class="wrap">
          {site.greeting && <p>{site.greeting}</p>}
          <Languages site={site} page={page} />
          <Reading lang={site.language} />
        </div>
      </div>
      <div class="brand wrap">
        {logo && (
          <span class={logoDark && 'on-light'}>
            <Picture picture={logo} sizes="4rem" eager />
          </span>
        )}
        {logoDark && (
          <span class="on-dark">
            <Picture picture={logoDark} sizes="4rem" eager />
          </span>
        )}
        <div>
          <Name class="site-name">
            <a href={site.home} aria-current={masthead ? 'page' : undefined}>
              {site.wordmark ? (
                <img
                  class="wordmark"
                  src={site.wordmark.src}
                  width={site.wordmark.width}
                  height={site.wordmark.height}
                  alt={site.title}
                />
              ) : (
                <Phrase text={site.title} lang={site.language} />
              )}
            </a>
          </Name>
          {name !== site.title && site.header !== 'compact' && <p class="organisation">{name}</p>}
        </div>
        {!searches && <SearchForm site={site} />}
      </div>
      <Navigation site={site} page={page} />
      {(page.breadcrumb.length > 0 || bar) && (
        <div class="bar wrap" {...inLanguage(page.lang, site.language)}>
          <Breadcrumb site={site} page={page} />
          {bar}
        </div>
      )}
    </header>
  );
}
