import { defineConfig } from 'broadsheet';

export default defineConfig({
  site: { title: 'Kho cũ', origin: 'https://kho.example' },
  markdown: { html: 'sanitise', parser: 'remark' },
  routes: {
    home: false,
    categories: false,
    tags: false,
    authors: false,
    archive: false,
    indexes: false,
    notFound: false,
    robots: false,
  },
});
