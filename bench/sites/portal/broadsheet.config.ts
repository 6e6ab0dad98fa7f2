import { defineConfig } from 'broadsheet';

// The default theme with everything it writes, on the same archive.
export default defineConfig({
  site: { title: 'Báo Sông Sen', origin: 'https://bench.example' },
  navigation: ['thoi-su', 'kinh-te', 'xa-hoi', 'van-hoa', 'the-thao'].map((key) => ({ to: `c/${key}` })),
  permalinks: { article: '/a/:slug/', tag: '/tags/:slug/' },
});
