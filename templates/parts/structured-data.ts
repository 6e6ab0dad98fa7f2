/** schema.org's view of a page; it must agree with what the page shows. */
import type { Address, ArticleProps, Filled, PageMeta, SiteProps, Url } from 'broadsheet';
import type {
  BreadcrumbList,
  CreativeWork,
  NewsArticle,
  NewsMediaOrganization,
  QuantitativeValue,
  WebSite,
  WithContext,
} from 'schema-dts';

const context = 'https://schema.org';
const absolute = (site: SiteProps, address: Address | Url): string => new URL(address, site.origin).href;

/** Pixels as search engines document them, which schema.org has no type for. */
const pixels = (count: number): QuantitativeValue => count as unknown as QuantitativeValue;

function organisation(site: SiteProps): NewsMediaOrganization {
  const { name, logo } = site.organisation;
  return {
    '@type': 'NewsMediaOrganization',
    name,
    url: absolute(site, site.home),
    logo: logo && {
      '@type': 'ImageObject',
      url: absolute(site, logo.src),
      width: pixels(logo.width),
      height: pixels(logo.height),
    },
  };
}

/** The front page: the site and who publishes it. */
export function siteData(site: SiteProps): WithContext<WebSite> {
  return {
    '@context': context,
    '@type': 'WebSite',
    name: site.title,
    description: site.description,
    url: absolute(site, site.home),
    inLanguage: site.language,
    publisher: organisation(site),
  };
}

export function articleData({ site, page, ...article }: Filled<ArticleProps>): WithContext<NewsArticle> {
  return {
    '@context': context,
    '@type': 'NewsArticle',
    headline: article.title,
    description: page.description || undefined,
    datePublished: article.date,
    dateModified: article.updated ?? article.date,
    author:
      article.authors.length > 0
        ? article.authors.map(({ name, role, address }) => ({
            '@type': 'Person',
            name,
            jobTitle: role,
            url: address && absolute(site, address),
          }))
        : undefined,
    publisher: organisation(site),
    image: page.image && [
      {
        '@type': 'ImageObject',
        url: page.image.url,
        width: pixels(page.image.width),
        height: pixels(page.image.height),
      },
    ],
    articleSection: article.category.title,
    keywords: article.tags.length > 0 ? article.tags.map((tag) => tag.title) : undefined,
    correction:
      article.corrections.length > 0
        ? article.corrections.map(({ date, text }) => ({
            '@type': 'CorrectionComment',
            text,
            datePublished: date,
          }))
        : undefined,
    mainEntityOfPage: page.canonical,
    inLanguage: article.lang,
    ...translations(page),
    wordCount: article.words || undefined,
  };
}

/** The article in other languages: that of the site is the original, the others are its translations. */
function translations({
  languages = [],
}: PageMeta): Pick<NewsArticle, 'translationOfWork' | 'workTranslation'> {
  const others = languages.filter(({ is, url }) => is === 'translation' && url !== undefined);
  const [first] = languages;
  const original = first?.is === 'translation' ? first : undefined;
  const works = others.filter((other) => other !== original && first?.is === 'this');
  return {
    ...(original?.url && { translationOfWork: toWork(original.url, original.lang) }),
    ...(works.length > 0 && { workTranslation: works.map(({ url = '', lang }) => toWork(url, lang)) }),
  };
}

const toWork = (url: string, inLanguage: string): CreativeWork => ({
  '@type': 'NewsArticle',
  '@id': url,
  url,
  inLanguage,
});

/** The way from the front page to this page; nothing where there is no way to show. */
export function breadcrumbData(site: SiteProps, page: PageMeta): readonly WithContext<BreadcrumbList>[] {
  if (page.breadcrumb.length === 0 || !page.canonical) return [];
  const steps = [
    ...page.breadcrumb.map(({ title, address }) => ({ name: title, item: absolute(site, address) })),
    { name: page.title, item: page.canonical },
  ];
  return [
    {
      '@context': context,
      '@type': 'BreadcrumbList',
      itemListElement: steps.map((step, index) => ({ '@type': 'ListItem', position: index + 1, ...step })),
    },
  ];
}
