import { loadBundle } from './load-bundle.ts';

/** The API for programs and configurations, from the running tool. */
export const { build, crumbs, defineConfig, explain, file, generators, page, pageMeta, toUrl } =
  loadBundle().index();
