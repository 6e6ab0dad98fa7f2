import { defineConfig } from 'broadsheet';

export default defineConfig({
  site: {
    title: 'My Portal',
    // Where it is served: full links, feeds and the sitemap are made with it.
    origin: 'https://news.example',
    description: 'Local news.',
    greeting: 'Welcome',
    language: 'en',
    timeZone: '{{zone}}',
  },
  // How the site looks: colours, fonts, the parts of the front page (docs/theme.md of Broadsheet).
  theme: {
    accent: '#0b5563',
    sections: { news: '#0b5563', business: '#7a4a00', culture: '#7a2a63' },
    header: 'compact',
    serif: 'system',
    corners: 'round',
    density: 'roomy',
    home: [
      { lead: 'hero', count: 0 },
      { section: 'news', as: 'columns' },
      { section: 'business', as: 'list' },
      { section: 'culture', as: 'pictures' },
      { mostRead: 5 },
    ],
  },
});
