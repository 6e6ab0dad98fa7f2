import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { HomePart } from '../config/theme-schema.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { configName } from '../places/find-config-file.ts';

interface Folders {
  /** The default theme's folder. */
  readonly defaults: string;
  /** The site's own `templates/`. */
  readonly overrides: string;
}

/** A page that the default theme does not have. */
export interface OwnPage {
  readonly name: string;
  /** The page of the default theme that was probably meant. */
  readonly near?: string;
}

/** The site's pages that the default theme does not have. */
export function ownPagesOf({ defaults, overrides }: Folders): OwnPage[] {
  const defaultPages = filesIn(path.join(defaults, 'pages')).map(nameOf);
  return filesIn(path.join(overrides, 'pages'))
    .map(nameOf)
    .filter((name) => !defaultPages.includes(name))
    .map((name) => {
      const near = nearest(name, defaultPages);
      return { name, ...(near !== undefined && { near }) };
    });
}

/**
 * A warning for each file that nothing imports and whose name is close to that of a file of the default
 * theme.
 */
export function misnamed({
  defaults,
  overrides,
  inputs,
}: Folders & { readonly inputs: readonly string[] }): Diagnostic[] {
  const defaultNames = filesIn(defaults).map(nameOf);
  return filesIn(overrides).flatMap((file) => {
    if (inputs.includes(path.join(overrides, file)) || defaultNames.includes(nameOf(file))) return [];
    const folder = path.posix.dirname(file);
    const beside = defaultNames.filter((name) => path.posix.dirname(name) === folder);
    const near = nearest(
      path.posix.basename(nameOf(file)),
      beside.map((name) => path.posix.basename(name)),
    );
    return near === undefined ? [] : [unusedTemplate(`templates/${file}`, near)];
  });
}

/** An error for each part in `theme.home` that is not in the site's `templates/`. */
export const missingParts = (ownParts: readonly string[], home: readonly HomePart[] = []): Diagnostic[] =>
  home.flatMap((entry, index) => {
    if (!('part' in entry) || ownParts.includes(entry.part)) return [];
    const near = nearest(entry.part, ownParts);
    const values = { part: entry.part, ...(near !== undefined && { near }) };
    return [diagnose('missing-part', configName, { field: ['theme', 'home', index, 'part'] }, values)];
  });

/** The messages, except those about parts that `theme.home` uses. */
export const withoutUsedParts = (
  messages: readonly Diagnostic[],
  home: readonly HomePart[] = [],
): readonly Diagnostic[] =>
  messages.filter(
    ({ rule, path: file }) =>
      rule !== 'unused-template' ||
      !home.some((entry) => 'part' in entry && file === `templates/${entry.part}`),
  );

/** A warning for each page that no route uses. */
export function unusedPages(
  ownPages: readonly OwnPage[],
  routes: readonly { readonly template?: string }[],
): Diagnostic[] {
  if (ownPages.length === 0) return [];
  const used = new Set(routes.map(({ template }) => template));
  return ownPages
    .filter(({ name }) => !used.has(name))
    .map(({ name, near }) => unusedTemplate(`templates/pages/${name}.tsx`, near));
}

const unusedTemplate = (file: string, near: string | undefined): Diagnostic =>
  diagnose('unused-template', file, {}, near === undefined ? {} : { near });

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:[jt]sx?|css)$/.test(file))
      .map((file) => file.split(path.sep).join('/'))
      .sort();
  } catch {
    return [];
  }
};
const nameOf = (file: string): string => file.replace(/\.[jt]sx?$/, '');
