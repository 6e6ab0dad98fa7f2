import type { PageMeta } from 'broadsheet';
import { langAttribute, words } from '../words.ts';

/** From the front page to the page's parent. */
export default function Breadcrumb({ page }: { readonly page: PageMeta }) {
  const w = words(page.lang);
  if (page.breadcrumb.length === 0) return null;
  return (
    <nav class="breadcrumb wrap" aria-label={w.breadcrumb} lang={langAttribute(w.lang, page.lang)}>
      <ol>
        {page.breadcrumb.map(({ title, address }) => (
          <li>
            <a href={address}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
