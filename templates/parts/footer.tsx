import type { PageMeta, SiteProps } from 'broadsheet';
import { inLanguage } from '../direction.ts';
import { words } from '../words.ts';
import Phrase from './phrase.tsx';

/** All sections with their subsections, the plain pages, and the imprint. */
export default function Footer({ site, page }: { readonly site: SiteProps; readonly page: PageMeta }) {
  const w = words(site.language);
  return (
    <footer class="site-footer" {...inLanguage(site.language, page.lang)}>
      <div class="wrap">
        {site.navigation.length > 0 && (
          <nav class="sections" aria-label={w.sections}>
            <ul class={`across-${inLine(site.navigation.length)}`}>
              {site.navigation.map((item) => (
                <li>
                  <a href={item.address}>{item.title}</a>
                  {item.children.length > 0 && (
                    <ul>
                      {item.children.map((child) => (
                        <li>
                          <a href={child.address}>{child.title}</a>
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ul>
          </nav>
        )}
        <Imprint site={site} />
        {site.footer.length + site.social.length > 0 && (
          <nav class="footer-links" aria-label={w.footer}>
            <ul>
              {site.footer.map(({ title, address }) => (
                <li>
                  <a href={address}>{title}</a>
                </li>
              ))}
            </ul>
            {site.social.length > 0 && (
              <ul>
                {site.social.map(({ title, address }) => (
                  <li>
                    <a href={address} rel="me">
                      {title}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </nav>
        )}
        <p class="printed">
          {w.printed} {page.canonical}
        </p>
      </div>
    </footer>
  );
}

/** The imprint of the site. */
function Imprint({ site }: { readonly site: SiteProps }) {
  const w = words(site.language);
  const { name, lines, email, telephone } = site.organisation;
  return (
    <div class="imprint">
      <p class="imprint-name">{name}</p>
      {lines.map((line) => (
        <p>
          <Phrase text={line} lang={site.language} />
        </p>
      ))}
      {telephone && (
        <p>
          {w.telephone}:{' '}
          <a class="unbroken" href={`tel:${telephone.replace(/[^+\d]/g, '')}`}>
            {telephone}
          </a>
        </p>
      )}
      {email && (
        <p>
          {w.email}: <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
    </div>
  );
}

/** How many of `count` sections are in a row on a wide screen: 8 are two rows of 4, not 7 and 1. */
const inLine = (count: number): number => Math.ceil(count / Math.ceil(count / 7));
