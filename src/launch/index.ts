import { loadBundle } from './load-bundle.ts';

/** What configurations import, of the tool that is running. */
export const { crumbs, defineConfig, file, generators, page, pageMeta, toUrl } = loadBundle().index();
