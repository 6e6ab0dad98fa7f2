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
});
