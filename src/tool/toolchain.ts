import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Digest } from '../brands.ts';
import { fingerprint } from '../bytes/fingerprint.ts';
import { lazy } from '../bytes/lazy.ts';
import { packageRoot } from '../package-root.ts';
import { buildId, imagesId } from './version.ts';

/** Packages that are no part of the compiled tool, in which a version of another day may be installed. */
const packages = ['satteri', 'esbuild', 'preact', 'preact-render-to-string'];
/** Packages that make pictures: sharp's JavaScript, its binary and libvips. */
const pictureScope = '@img';

/**
 * Digest of all that turns input into output and is not the site's: our own code, Node with its ICU and time
 * zones, and the packages, as they are found when the tool runs.
 */
export const toolchain = lazy(
  (): Digest => fingerprint([buildId, process.version, versions(), packages.map(versionOf), encoder()]),
);

/** Digest of what turns a picture's operation into bytes. Pictures made under another one are made anew. */
export const encoder = lazy((): Digest => {
  const folder = folderOf('sharp');
  const binaries =
    folder === undefined
      ? []
      : list(path.join(path.dirname(folder), pictureScope)).map((name) => [
          name,
          versionOf(`${pictureScope}/${name}`),
        ]);
  return fingerprint([imagesId, versionOf('sharp'), binaries]);
});

/** The versions of Node's parts: rules of languages, characters and time zones come with them. */
const versions = (): unknown => {
  const { v8, icu, unicode, cldr, tz } = process.versions;
  return [v8, icu, unicode, cldr, tz];
};

/** The version of a package as the tool itself would load it; null when there is none. */
function versionOf(name: string): string | null {
  const folder = folderOf(name);
  if (folder === undefined) return null;
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly version?: string;
  };
  return version ?? null;
}

/** The folder of a package, looked for as Node does: in the folders `node_modules` from ours upward. */
function folderOf(name: string): string | undefined {
  for (let at = packageRoot; ; at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name);
    if (list(folder).includes('package.json')) return folder;
    if (at === path.dirname(at)) return undefined;
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
