import type { Filled, Language, SearchProps } from 'broadsheet';
import CardList from '../parts/card-list.tsx';
import Layout from '../parts/layout.tsx';
import LinkList from '../parts/link-list.tsx';
import { words } from '../words.ts';

/** Search engines for readers without scripts, by name. */
const engines = {
  DuckDuckGo: 'https://duckduckgo.com/?q=',
  Google: 'https://www.google.com/search?q=',
};

/** The search page. Its script fills in the results. */
export default function Search(props: Filled<SearchProps>) {
  const { site, page, heading, index, mostRead } = props;
  const w = words(page.lang);
  return (
    <Layout site={site} page={page} kind="search-page" styles={[site.assets.searchStyle]}>
      <div class="wrap">
        <h1>{heading}</h1>
        <search>
          <form id="search" action={site.search?.address}>
            <label for="q">{w.searchLabel}</label>
            <div class="search-field">
              <input
                id="q"
                type="search"
                name="q"
                autocomplete="off"
                spellcheck={false}
                aria-describedby="search-help"
              />
              <button type="submit">{w.search}</button>
            </div>
            <nav id="suggestions" aria-label={w.suggestions} hidden>
              <ul class="chips" />
            </nav>
            <p id="search-help">{w.searchHelp}</p>
            <Filters lang={page.lang} />
          </form>
        </search>
        <WithoutScript {...props} />
        <p id="search-status" role="status" />
        <p id="search-note" aria-live="polite" />
        <ol id="results" />
        <button id="more" type="button" hidden>
          {w.moreResults}
        </button>
        <div id="search-empty">
          {mostRead.length > 0 && (
            <section class="most-read">
              <h2 class="part-heading">{w.mostRead}</h2>
              <CardList cards={mostRead} size="headline" lang={page.lang} level={3} category />
            </section>
          )}
          <h2 class="part-heading">{w.sections}</h2>
          <LinkList links={site.navigation} />
        </div>
        <script
          src={site.assets.search}
          defer
          data-index={index}
          data-help={site.assets.searchHelp}
          data-words={JSON.stringify(scriptWords(w))}
        />
      </div>
    </Layout>
  );
}

/** Fields that filter and sort results. The script fills in the options. */
function Filters({ lang }: { readonly lang: Language }) {
  const w = words(lang);
  const filters = ['category', 'author', 'tag', 'year', 'type'] as const;
  return (
    <fieldset class="filters">
      <legend class="sr-only">{w.filters}</legend>
      {filters.map((name) => (
        <label>
          <span>{w[name]}</span>
          <select name={name}>
            <option value="">{w.allOf}</option>
            {name === 'type' &&
              Object.entries(w.types).map(([type, title]) => <option value={type}>{title}</option>)}
          </select>
        </label>
      ))}
      <label>
        <span>{w.sort}</span>
        <select name="sort">
          <option value="">{w.byRelevance}</option>
          <option value="date">{w.byDate}</option>
        </select>
      </label>
    </fieldset>
  );
}

/** Where readers without scripts find articles. */
function WithoutScript({ site, page, archive, tags }: Filled<SearchProps>) {
  const w = words(page.lang);
  return (
    <noscript>
      <p>{w.searchWithout}</p>
      <ul class="columns">
        {archive && (
          <li>
            <a href={archive}>{w.archive}</a>
          </li>
        )}
        {tags && (
          <li>
            <a href={tags}>{w.tags}</a>
          </li>
        )}
        {Object.entries(engines).map(([name, address]) => (
          <li>
            <a
              href={`${address}${encodeURIComponent(`site:${new URL(site.origin).host}`)}`}
              rel="nofollow noreferrer"
            >
              {w.searchElsewhere.replace('{name}', name)}
            </a>
          </li>
        ))}
      </ul>
    </noscript>
  );
}

/** The texts that the script shows. */
function scriptWords(w: ReturnType<typeof words>): Record<string, string> {
  const { searching, found, foundNone, foundPart, foundError, meant } = w;
  const forms = typeof found === 'string' ? { other: found } : found;
  return {
    ...{ searching, foundNone, foundPart, foundError, meant },
    ...forms,
  };
}
