import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Digest } from '../brands.ts';
import { fingerprint } from '../bytes/fingerprint.ts';
import { lazy } from '../bytes/lazy.ts';
import { packageRoot } from '../package-root.ts';
import { buildId, imagesId } from './version.ts';

/** Packages outside the compiled tool, whose installed versions may differ. */
const packages = ['satteri', 'esbuild', 'preact', 'preact-render-to-string'];
/** Packages that make pictures: sharp's JavaScript, its binary and libvips. */
const pictureScope = '@img';

/**
 * Digest of everything besides the site that decides its output: our own code, Node with its ICU and time
 * zones, and the packages as found at run time.
 */
export const toolchain = lazy(
  (): Digest => fingerprint([buildId, process.version, versions(), packages.map(versionOf), encoder()]),
);

/**
 * Digest of what decides the bytes of a picture's versions. Pictures made under another one are made again.
 */
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

/** The versions of Node's parts, which contain data on languages, characters and time zones. */
const versions = (): unknown => {
  const { v8, icu, unicode, cldr, tz } = process.versions;
  return [v8, icu, unicode, cldr, tz];
};

/** The version of a package as the tool would load it; null when there is none. */
function versionOf(name: string): string | null {
  const folder = folderOf(name);
  if (folder === undefined) return null;
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly version?: string;
  };
  return version ?? null;
}

/** The folder of a package, found like Node does: in `node_modules` folders from ours upward. */
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
