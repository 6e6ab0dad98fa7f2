import type { PageMeta, SiteProps } from 'broadsheet';
import { inLanguage } from '../direction.ts';
import { words } from '../words.ts';

/** The path from the front page to the page's parent, in the site's language. */
export default function Breadcrumb({ site, page }: { readonly site: SiteProps; readonly page: PageMeta }) {
  const w = words(page.lang);
  if (page.breadcrumb.length === 0) return null;
  return (
    <nav class="breadcrumb" aria-label={w.breadcrumb} {...inLanguage(w.lang, page.lang)}>
      <ol {...inLanguage(site.language, w.lang)}>
        {page.breadcrumb.map(({ title, address }) => (
          <li>
            <a href={address}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
