import type { LanguageLink, PageMeta, SiteProps } from 'broadsheet';
import { inLanguage } from '../direction.ts';
import { words } from '../words.ts';

/**
 * Links to this page in the other languages, or, where there is no translation, to another page, which they
 * name.
 */
export default function Languages({ site, page }: { readonly site: SiteProps; readonly page: PageMeta }) {
  if (!page.languages) return null;
  return (
    <nav class="languages" aria-label={words(site.language).languages}>
      <ul>
        {page.languages.map((link) => (
          <li>
            {link.is === 'this' ? (
              <span aria-current="true">{link.name}</span>
            ) : (
              <Other link={link} around={site.language} />
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Other({ link, around }: { readonly link: LanguageLink; readonly around: SiteProps['language'] }) {
  const { lang, name, address, is, title } = link;
  return (
    <a href={address} hreflang={lang} {...inLanguage(lang, around)}>
      {name}
      {(is === 'list' || is === 'home') && <span class="language-place">{title ?? words(lang).home}</span>}
    </a>
  );
}
