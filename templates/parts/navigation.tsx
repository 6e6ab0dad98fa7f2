import type { PageMeta, SiteProps } from 'broadsheet';
import { words } from '../words.ts';

interface NavigationProps {
  readonly site: SiteProps;
  readonly page: PageMeta;
}

/**
 * The top-level categories. On narrow screens the empty `<details>` opens the list that follows it, by CSS alone:
 * so the list stands once in the page, and needs no script.
 */
export default function Navigation({ site, page }: NavigationProps) {
  const w = words(site.language);
  if (site.navigation.length === 0) return null;
  return (
    <nav class="navigation wrap" aria-label={w.menu}>
      <details>
        <summary>{w.menu}</summary>
      </details>
      <ul>
        {site.navigation.map((item) => (
          <li>
            <a href={item.address} aria-current={currentOf(item.address, item.key, page)}>
              {item.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** `page` on the category's own page, `true` on the pages below it. */
function currentOf(address: string, key: string, page: PageMeta): 'page' | 'true' | undefined {
  if (key !== page.section) return undefined;
  return page.canonical && new URL(page.canonical).pathname === address ? 'page' : 'true';
}
