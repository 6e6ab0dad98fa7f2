import { defineConfig, file } from 'broadsheet';

export default defineConfig({
  site: {
    title: 'County News',
    origin: 'https://county.example',
    base: '/news/',
    language: 'en',
    timeZone: 'Europe/London',
  },
  navigation: [{ to: 'council' }, { title: 'Contact', to: '/contact/' }],
  footer: [{ title: 'Contact', to: '/contact/' }],
  lists: { category: 1 },
  permalinks: { article: '/:year/:month/:slug/', category: '/topics/:category/', number: 'older-:number' },
  routes: {
    feeds: false,
    archive: false,
    titles: function* (site) {
      yield file(
        'titles.json',
        () => ({ titles: site.articles.map(({ card }) => card.title) }),
        ({ titles }) => `${JSON.stringify(titles)}\n`,
      );
    },
  },
  rules: { 'dead-link': 'warning', 'unknown-key': 'off' },
});
