import { namesOf } from '../blocks/block.ts';
import type { Digest } from '../brands.ts';
import { fingerprint } from '../bytes/fingerprint.ts';
import { compileFolder } from '../cache/cache-folder.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import { applyRules } from '../diagnostics/apply-rules.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { mergeRepeated } from '../diagnostics/merge-repeated.ts';
import { lint } from '../lint/lint.ts';
import { findFile } from '../model/references.ts';
import { placeFields } from '../places/place-fields.ts';
import { createPlaceSiteCode } from '../places/place-site-code.ts';
import type { ListedRoute } from '../routes/routes.ts';
import type { Notice, StoreOptions } from '../store/store.ts';
import { importTheme, type LoadedTheme, loadTheme, shippedTheme } from '../theme/load.ts';
import { render, TemplateError } from '../theme/render.ts';
import { templateFailed } from '../theme/template-failed.ts';
import { ThemeError, toThemeError } from '../theme/theme-error.ts';
import { type ReadSite, readSite } from './read-site.ts';
import { openSharedStore } from './shared-store.ts';

export interface CheckOptions {
  /** The site's folder, absolute. */
  readonly root: string;
  /** The moment for which the site is checked, in milliseconds since the epoch. */
  readonly now: number;
  readonly jobs: number;
  /** Selects what is reported, once the configuration is loaded; everything when missing. */
  readonly select?: (config: ResolvedConfig) => Promise<Selection>;
  /** The store that machines share: it says what pictures are that Git LFS has elsewhere. It is only read. */
  readonly store?: StoreOptions;
}

interface Selection {
  /** Whether messages about a file (relative to the site's folder) are reported. */
  readonly isSelected: (file: string) => boolean;
  /** Whether files were deleted: then dead references are reported in all files. */
  readonly gone: boolean;
}

export interface CheckResult {
  /** Documents that were looked at. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly messages: readonly Diagnostic[];
  /** What is no fault of the site: the store failed. */
  readonly notices?: readonly Notice[];
}

const references = new Set<string>([
  'dead-link',
  'missing-picture',
  'missing-attachment',
  'unknown-related',
  'unknown-category',
  'held-back-category',
  'unknown-author',
]);

/** Reports everything that a build would report, and editorial hints, and writes nothing. */
export async function check({ root, now, jobs, select, store }: CheckOptions): Promise<CheckResult> {
  const { folder, remove } = compileFolder(root);
  try {
    const loaded = await loadConfig(root, folder);
    const { config } = loaded;
    const { isSelected, gone } = (await select?.(config)) ?? { isSelected: () => true, gone: false };
    const theme = await loadTheme({ root, words: config.words, cacheFolder: folder }).catch(toThemeError);
    const used = theme instanceof ThemeError ? shippedTheme() : theme;
    const shared = store && (await openSharedStore({ ...store, mode: 'read' }, { cacheFolder: folder }));
    const storedPictures = shared?.storedPictures;
    const { analysis, old, next, bodies } = await readSite({
      root,
      loaded,
      theme: used,
      now,
      jobs,
      cacheFolder: folder,
      storedPictures,
    });
    try {
      const { documents, files, assets, routes, messages } = analysis;
      const failed =
        theme instanceof ThemeError
          ? theme.messages
          : await tryTemplates({ root, routes, theme, old, next, bodies });
      const pictureOf = (from: Parameters<typeof findFile>[0]['from'], url: string) => {
        const file = findFile({ from, url, files, config });
        return file === undefined || file === 'outside' ? undefined : assets.get(file.path)?.picture;
      };
      tryGenerators(routes, config);
      const advice = await lint({
        root,
        config,
        blocks: namesOf(used.assets.blocks),
        documents,
        isSelected,
        pictureOf,
      });
      const selected = [
        ...messages.filter((message) => isSelected(message.path) || (gone && references.has(message.rule))),
        ...failed,
        ...advice,
      ];
      const shown = mergeRepeated(applyRules(placeFields(selected, root), config.rules));
      return {
        files: documents.filter((document) => isSelected(document.path)).length,
        errors: shown.filter(({ severity }) => severity === 'error').length,
        warnings: shown.filter(({ severity }) => severity === 'warning').length,
        messages: shown,
        ...(shared && { notices: shared.notices() }),
      };
    } finally {
      bodies.close();
    }
  } finally {
    remove();
  }
}

/** Makes the files of the site's own generators, only to find what throws. */
function tryGenerators(routes: readonly ListedRoute[], config: ResolvedConfig): void {
  for (const route of routes)
    if ((route.kind === 'file' || route.kind === 'feed') && route.by in config.routes)
      route.render(route.data() as never, () => undefined);
}

/** Renders pages, only to find templates that throw. */
async function tryTemplates({
  root,
  routes,
  theme,
  old,
  next,
  bodies,
}: Pick<ReadSite, 'old' | 'next' | 'bodies'> & {
  root: string;
  routes: readonly ListedRoute[];
  theme: LoadedTheme;
}): Promise<Diagnostic[]> {
  // A page with the key of the last build was rendered then without an error.
  const unmade = routes.flatMap((route) =>
    route.kind === 'page' &&
    old.outputs.get(route.output)?.key !== fingerprint([theme.digest, route.template, route.props()])
      ? [route]
      : [],
  );
  if (unmade.length === 0) return [];
  const loaded = await importTheme({ module: theme.module, root });
  const places = new Map(
    [...next.documents().values()].flatMap(({ document, body }) =>
      document.kind === 'broken' ? [] : [[document.body, body] as const],
    ),
  );
  const readBody = (body: Digest): string => {
    const place = places.get(body);
    return place === undefined || place.length === 0 ? '' : bodies.read(place, body);
  };
  const placeOf = createPlaceSiteCode(root);
  return unmade.flatMap(({ output, template, props }): Diagnostic[] => {
    try {
      render({ theme: loaded, template, props: props(), readBody });
      return [];
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      return [templateFailed({ root, output, template, reason: error.message, place: placeOf(error.at) })];
    }
  });
}
