/** schema.org's view of a page; it must agree with what the page shows. */
import type { Address, ArticleProps, AttributesOf, Filled, PageMeta, SiteProps, Url } from 'broadsheet';
import type {
  AudioObject,
  BreadcrumbList,
  CreativeWork,
  ImageGallery,
  NewsArticle,
  NewsMediaOrganization,
  QuantitativeValue,
  VideoObject,
  WebSite,
  WithContext,
} from 'schema-dts';
import type { attributes as audioAttributes } from '../blocks/audio.tsx';
import type { attributes as videoAttributes } from '../blocks/video.tsx';

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
    ...partsOf(site, article),
  };
}

/** The videos, recordings and galleries in an article's body. */
function partsOf(
  site: SiteProps,
  { body, date, title, lang }: Pick<Filled<ArticleProps>, 'body' | 'date' | 'title' | 'lang'>,
): Pick<NewsArticle, 'video' | 'audio' | 'hasPart'> {
  const blocks = body.blocks ?? [];
  const named = <Name extends string>(name: Name) => blocks.filter(({ block }) => block === name);
  const videos = named('video').map(({ attributes }): VideoObject => {
    const { src, poster, title: name } = attributes as AttributesOf<typeof videoAttributes>;
    return {
      '@type': 'VideoObject',
      name: name ?? title,
      uploadDate: date,
      contentUrl: absolute(site, src.address),
      encodingFormat: src.type,
      thumbnailUrl: poster && absolute(site, poster.src),
      inLanguage: lang,
    };
  });
  const recordings = named('audio').map(({ attributes }): AudioObject => {
    const { src, title: name } = attributes as AttributesOf<typeof audioAttributes>;
    return {
      '@type': 'AudioObject',
      name: name ?? title,
      uploadDate: date,
      contentUrl: absolute(site, src.address),
      encodingFormat: src.type,
    };
  });
  const galleries = named('gallery').map(
    ({ attributes }): ImageGallery => ({
      '@type': 'ImageGallery',
      name: String(attributes.caption ?? title),
    }),
  );
  return {
    ...(videos.length > 0 && { video: videos }),
    ...(recordings.length > 0 && { audio: recordings }),
    ...(galleries.length > 0 && { hasPart: galleries }),
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
