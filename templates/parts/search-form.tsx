import type { SiteProps } from 'broadsheet';
import { words } from '../words.ts';

/** A plain form that opens the search page. It loads nothing here. */
export default function SearchForm({ site }: { readonly site: SiteProps }) {
  if (!site.search) return null;
  const w = words(site.language);
  return (
    <search class="site-search">
      <form action={site.search.address}>
        <input
          type="search"
          name="q"
          aria-label={w.searchLabel}
          placeholder={w.searchLabel}
          autocomplete="off"
        />
        <button type="submit" aria-label={w.search}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M10 3a7 7 0 1 0 4.2 12.6l5.1 5.1 1.4-1.4-5.1-5.1A7 7 0 0 0 10 3m0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10" />
          </svg>
        </button>
      </form>
    </search>
  );
}
