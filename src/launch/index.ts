import { loadBundle } from './load-bundle.ts';

/** What programs and configurations import, of the tool that is running. */
export const { build, crumbs, defineConfig, explain, file, generators, page, pageMeta, toUrl } =
  loadBundle().index();
