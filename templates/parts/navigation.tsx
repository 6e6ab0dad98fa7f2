import type { NavigationItem, PageMeta, SiteProps } from 'broadsheet';
import { words } from '../words.ts';

interface NavigationProps {
  readonly site: SiteProps;
  readonly page: PageMeta;
}

/** The main navigation: one row, which scrolls on a narrow screen. */
export default function Navigation({ site, page }: NavigationProps) {
  const w = words(site.language);
  if (site.navigation.length === 0) return null;
  const current = currentOf(site, page);
  return (
    <nav class="navigation wrap" aria-label={w.menu}>
      <ul>
        {site.navigation.map((item) => (
          <li>
            <a href={item.address} aria-current={item === current?.item ? current.value : undefined}>
              {item.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The entry of this page (`page`), else the most specific one above it (`true`). */
function currentOf(
  { navigation, home }: SiteProps,
  { canonical, section }: PageMeta,
): { item: NavigationItem; value: 'page' | 'true' } | undefined {
  const address = canonical === undefined ? '' : new URL(canonical).pathname;
  const own = navigation.find((item) => item.address === address);
  if (own) return { item: own, value: 'page' };
  const above = navigation
    .filter((item) => item.address !== home && item.address.endsWith('/') && address.startsWith(item.address))
    .sort((a, b) => b.address.length - a.address.length);
  const item = navigation.find(({ key }) => key === section) ?? above[0];
  return item && { item, value: 'true' };
}
