import { toUrl } from '../addresses/permalink.ts';
import type { Address, Language } from '../brands.ts';
import { shared } from '../bytes/fingerprint.ts';
import type { Alternate, LanguageLink, Link } from '../props.ts';
import type { Site, Translation } from '../site.ts';

interface Page {
  /** Absent on a page that stands at any address. */
  readonly address?: string;
  readonly breadcrumb?: readonly Link[];
  readonly list?: Address;
  readonly original?: Address;
}

/**
 * Where a reader of a page goes for each language of the site: to the same page, else to that language's
 * version of the list that leads here, of the category, or to its front page.
 */
export function languagesOf(site: Site, page: Page): readonly LanguageLink[] {
  const here = site.config.site.language;
  const { address, breadcrumb = [], list, original } = page;
  const hasOthers = address !== undefined && site.translations.has(address);
  const links = site.editions.map((edition): LanguageLink => {
    const { language } = edition.config.site;
    const to = (target: string, is: LanguageLink['is'], title?: string): LanguageLink => ({
      lang: language,
      name: nameOf(edition),
      address: target as Address,
      is,
      ...(title !== undefined && { title }),
      ...(hasOthers && (is === 'this' || is === 'translation') && { url: toUrl(site.config, target) }),
    });
    if (language === here) return to(address ?? edition.props.home, 'this');
    const same = counterpart(site, original ?? address, language);
    if (same) return to(same.address, 'translation');
    if (original !== undefined && edition === site.editions[0]) return to(original, 'translation');
    const above = [
      ...(list === undefined ? [] : [list]),
      ...breadcrumb
        .slice(1)
        .map((link) => link.address)
        .reverse(),
    ];
    for (const one of above) {
      const found = counterpart(site, one, language);
      if (found) return to(found.address, 'list', found.title);
    }
    return to(edition.props.home, 'home');
  });
  return shared(links);
}

const counterpart = (site: Site, address: string | undefined, language: Language): Translation | undefined =>
  site.translations.get(address ?? '')?.find((one) => one.language === language);

const names = new WeakMap<Site, string>();

/** The name of a language in that language, as it begins a line. */
function nameOf(edition: Site): string {
  let name = names.get(edition);
  if (name === undefined) names.set(edition, (name = edition.config.edition?.name ?? ownName(edition)));
  return name;
}

function ownName({ config: { site } }: Site): string {
  const name =
    new Intl.DisplayNames([site.language], { type: 'language' }).of(site.language) ?? site.language;
  return name.charAt(0).toLocaleUpperCase(site.language) + name.slice(1);
}

/** All versions of a page for search engines, and the first, which is that of the site's own language, where it has one. */
export function alternatesOf({ translations, config }: Site, address: string): readonly Alternate[] {
  const all = translations.get(address) ?? [];
  const versions = all.map(({ language, address }) => ({ lang: language, url: toUrl(config, address) }));
  return [...versions, ...versions.slice(0, 1).map(({ url }) => ({ lang: 'x-default', url }))];
}
