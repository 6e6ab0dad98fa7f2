import type { PageMeta, SiteProps } from 'broadsheet';
import { langAttribute, words } from '../words.ts';

/** From the front page to the page's parent, in the site's words. */
export default function Breadcrumb({ site, page }: { readonly site: SiteProps; readonly page: PageMeta }) {
  const w = words(page.lang);
  if (page.breadcrumb.length === 0) return null;
  return (
    <nav class="breadcrumb" aria-label={w.breadcrumb} lang={langAttribute(w.lang, page.lang)}>
      <ol lang={langAttribute(site.language, w.lang)}>
        {page.breadcrumb.map(({ title, address }) => (
          <li>
            <a href={address}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
