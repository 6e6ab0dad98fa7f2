/**
 * The page as schema.org data, in one graph whose parts refer to each other. It must agree with what the page
 * shows.
 */
import type {
  Address,
  ArticleProps,
  ArticleType,
  AttributesOf,
  Filled,
  ListProps,
  PageMeta,
  SiteProps,
  Url,
} from 'broadsheet';
import type {
  AudioObject,
  BreadcrumbList,
  CollectionPage,
  CreativeWork,
  Graph,
  ImageGallery,
  ImageObject,
  ItemList,
  NewsArticle,
  Organization,
  Person,
  ProfilePage,
  QuantitativeValue,
  Thing,
  VideoObject,
  WebSite,
} from 'schema-dts';
import type { attributes as audioAttributes } from '../blocks/audio.tsx';
import type { attributes as videoAttributes } from '../blocks/video.tsx';

const absolute = (site: SiteProps, address: Address | Url): string => new URL(address, site.origin).href;

/** Pixels as documented by search engines; schema.org has no type for them. */
const pixels = (count: number): QuantitativeValue => count as unknown as QuantitativeValue;

interface Named {
  readonly '@id': string;
}
const publisherOf = (site: SiteProps): Named => ({ '@id': `${absolute(site, site.home)}#organisation` });
const websiteOf = (site: SiteProps): Named => ({ '@id': `${absolute(site, site.home)}#website` });
const personAt = (site: SiteProps, address: Address): Named => ({
  '@id': `${absolute(site, address)}#person`,
});

/** The subject of the page, its breadcrumb, and the publisher. */
export const graphOf = (site: SiteProps, page: PageMeta, things: readonly Thing[]): Graph => ({
  '@context': 'https://schema.org',
  '@graph': [...things, ...(things.length > 0 ? [organisation(site)] : []), ...breadcrumb(site, page)],
});

const organisation = (site: SiteProps): Organization => {
  const { name, logo, kind, address, email, telephone } = site.organisation;
  const { correctionsPolicy, publishingPrinciples } = site.policies;
  return {
    '@type': kind === 'government' ? 'GovernmentOrganization' : 'NewsMediaOrganization',
    ...publisherOf(site),
    name,
    url: absolute(site, site.home),
    logo: logo && {
      '@type': 'ImageObject',
      url: absolute(site, logo.src),
      width: pixels(logo.width),
      height: pixels(logo.height),
    },
    address,
    email,
    telephone,
    sameAs: site.social.length > 0 ? site.social.map((link) => link.address) : undefined,
    publishingPrinciples: publishingPrinciples && absolute(site, publishingPrinciples),
    // In the vocabulary only newsrooms have this.
    ...(kind === 'news' && correctionsPolicy && { correctionsPolicy: absolute(site, correctionsPolicy) }),
  } as Organization;
};

/** The front page. */
export const siteData = (site: SiteProps): WebSite => ({
  '@type': 'WebSite',
  ...websiteOf(site),
  name: site.title,
  description: site.description,
  url: absolute(site, site.home),
  inLanguage: site.language,
  publisher: publisherOf(site),
});

/** The kinds of articles in schema.org. */
const kinds: Partial<Record<ArticleType, string>> = {
  analysis: 'AnalysisNewsArticle',
  feature: 'ReportageNewsArticle',
};

export function articleData({ site, page, ...article }: Filled<ArticleProps>): NewsArticle {
  const { corrections, tags, authors } = article;
  const kind = kinds[article.type];
  return {
    '@type': kind === undefined ? 'NewsArticle' : (['NewsArticle', kind] as unknown as 'NewsArticle'),
    ...(page.canonical && { '@id': `${page.canonical}#article` }),
    headline: article.title,
    description: page.description || undefined,
    datePublished: article.date,
    dateModified: article.updated ?? article.date,
    author: authors.length > 0 ? authors.map((author) => personOf(site, author)) : undefined,
    publisher: publisherOf(site),
    isPartOf: websiteOf(site),
    image: page.image && imagesOf({ page, image: article.image }),
    articleSection: article.category.title,
    keywords: tags.length > 0 ? tags.map((tag) => tag.title) : undefined,
    correction:
      corrections.length > 0
        ? corrections.map(({ date, text }) => ({ '@type': 'CorrectionComment', text, datePublished: date }))
        : undefined,
    mainEntityOfPage: page.canonical,
    isAccessibleForFree: true,
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
      ...(src.width !== undefined &&
        src.height !== undefined && { width: pixels(src.width), height: pixels(src.height) }),
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

/** An author, identified by the author's page if there is one. */
const personOf = (site: SiteProps, { name, role, address }: ArticleProps['authors'][number]): Person => ({
  '@type': 'Person',
  ...(address && { ...personAt(site, address), url: absolute(site, address) }),
  name,
  jobTitle: role,
});

/** The crops that search engines require, else the picture for link previews. */
function imagesOf({ page, image }: Pick<ArticleProps, 'page' | 'image'>): ImageObject[] {
  if (!page.image) return [];
  const { crops, ...preview } = page.image;
  return (crops.length > 0 ? crops : [preview]).map(({ url, width, height }) => ({
    '@type': 'ImageObject',
    url,
    width: pixels(width),
    height: pixels(height),
    caption: image?.caption,
    creditText: image?.credit,
  }));
}

/**
 * The article in other languages: the one in the site's language is the original, the others are
 * translations.
 */
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
  '@id': `${url}#article`,
  url,
  inLanguage,
});

/** A list of articles. An author's list is also the author's profile. */
export function listData({ site, page, kind, heading, cards, author }: Filled<ListProps>): readonly Thing[] {
  if (!page.canonical) return [];
  const items: ItemList = {
    '@type': 'ItemList',
    itemListElement: cards.map(({ title, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      url: absolute(site, address),
    })),
  };
  const shown = {
    '@id': `${page.canonical}#page`,
    url: page.canonical,
    name: page.title,
    description: page.description || undefined,
    inLanguage: page.lang,
    isPartOf: websiteOf(site),
  };
  const list: CollectionPage = { '@type': 'CollectionPage', ...shown, mainEntity: items };
  if (kind !== 'author' || !author) return [list];
  const profile: ProfilePage = {
    '@type': 'ProfilePage',
    ...shown,
    mainEntity: {
      '@type': 'Person',
      '@id': `${page.canonical}#person`,
      url: page.canonical,
      name: heading,
      jobTitle: author.role,
      image: author.image && absolute(site, author.image.src),
      worksFor: publisherOf(site),
    },
    hasPart: items as unknown as CreativeWork,
  };
  return [profile];
}

/** The breadcrumb from the front page to this page; empty where there is none. */
function breadcrumb(site: SiteProps, page: PageMeta): readonly BreadcrumbList[] {
  if (page.breadcrumb.length === 0 || !page.canonical) return [];
  const steps = [
    ...page.breadcrumb.map(({ title, address }) => ({ name: title, item: absolute(site, address) })),
    { name: page.title, item: page.canonical },
  ];
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: steps.map((step, index) => ({ '@type': 'ListItem', position: index + 1, ...step })),
    },
  ];
}
