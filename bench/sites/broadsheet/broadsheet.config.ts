import { type Config, defineConfig, file, type OutputPath, type Site } from 'broadsheet';

const toXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
/** `Mon, 16 Nov 2026 08:30:00 +0700`. */
const toRfc822 = (date: string): string => {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`).toUTCString().slice(0, 16);
  return `${day} ${date.slice(11, 19)} ${date.slice(19).replace(':', '')}`;
};

/** One RSS feed of the newest 20, as the other side writes it. */
function* feed({ config, articles }: Site) {
  const { title, origin } = config.site;
  yield file(
    'feed.xml' as OutputPath,
    () => ({ cards: articles.slice(0, 20).map((article) => article.card) }),
    ({ cards }) => {
      const items = cards.map(
        (card) =>
          `<item><title>${toXml(card.title)}</title><link>${origin}${card.address}</link><guid>${origin}${card.address}</guid><pubDate>${toRfc822(card.date)}</pubDate><description>${toXml(card.summary)}</description></item>\n`,
      );
      return `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>${title}</title><link>${origin}/</link><description>${title}</description><language>vi</language>\n${items.join('')}</channel></rss>\n`;
    },
  );
}

/** One sitemap with every article. */
function* sitemap({ config, articles }: Site) {
  const { origin } = config.site;
  yield file(
    'sitemap.xml' as OutputPath,
    () => ({ entries: articles.map(({ card }) => [card.address, card.date]) }),
    ({ entries }) => {
      const urls = entries.map(
        ([address, date]) => `<url><loc>${origin}${address}</loc><lastmod>${date}</lastmod></url>\n`,
      );
      return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
    },
  );
}

const formats: string[] = ['webp'];

export default defineConfig({
  site: { title: 'Báo Sông Sen', origin: 'https://bench.example' },
  navigation: [
    'thoi-su',
    'thoi-su/quoc-hoi',
    'thoi-su/doi-ngoai',
    'kinh-te',
    'kinh-te/nong-nghiep',
    'kinh-te/du-lich',
    'xa-hoi',
    'xa-hoi/giao-duc',
    'xa-hoi/y-te',
    'van-hoa',
    'the-thao',
    'the-thao/bong-da',
  ].map((key) => ({ to: `c/${key}` })),
  permalinks: { article: '/a/:slug/', tag: '/tags/:slug/' },
  // A tag's articles stand on one page, on both sides.
  lists: { category: 20, tag: 1_000_000, latest: 20, featured: 0, related: 5 },
  pictures: {
    widths: [320, 640, 960, 1280],
    formats: formats as NonNullable<NonNullable<Config['pictures']>['formats']>,
  },
  search: false,
  routes: {
    indexes: false,
    authors: false,
    archive: false,
    pages: false,
    notFound: false,
    robots: false,
    redirects: false,
    assets: false,
    feeds: false,
    sitemaps: false,
    feed,
    sitemap,
  },
});
