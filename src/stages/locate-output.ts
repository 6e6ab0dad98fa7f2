import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../diagnostics/usage-error.ts';

/**
 * The real place of the output folder, there already or not. Throws a {@link UsageError} where it would hold
 * sources or lie among them, by whatever name: real paths are compared.
 */
export function locateOutput({ root, out }: { root: string; out: string }): string {
  const place = realPlace(out);
  const home = realPlace(root);
  if (isWithin(place, home)) throw overlap(out, root);
  for (const source of ['content', 'templates', 'src', '.cache', '.git', 'node_modules']) {
    const folder = realPlace(path.join(root, source));
    if (isWithin(folder, place) || isWithin(place, folder)) throw overlap(out, path.join(root, source));
  }
  return place;
}

const overlap = (out: string, folder: string): UsageError =>
  new UsageError({
    en: `the output folder ${out} would hold, or lie in, ${folder}: choose another one with --out`,
    vi: `thư mục kết quả ${out} chứa, hoặc nằm trong, ${folder}: chọn thư mục khác bằng --out`,
  });

/** The path without symbolic links. Its last parts need not exist; a dangling link counts as its target. */
function realPlace(file: string, links = 0): string {
  try {
    return realpathSync.native(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT') || links > 40) throw error;
  }
  const parent = path.dirname(file);
  if (parent === file) return file;
  const place = path.join(realPlace(parent, links), path.basename(file));
  const isLink = lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink ? realPlace(path.resolve(path.dirname(place), readlinkSync(place)), links + 1) : place;
}

/**
 * Whether `inner` is `outer` or lies below it: by name, or since a folder above it is the same one on the
 * disk (which upper and lower case may hide).
 */
export function isWithin(outer: string, inner: string): boolean {
  if (inner === outer || inner.startsWith(outer.endsWith(path.sep) ? outer : outer + path.sep)) return true;
  const identity = identityOf(outer);
  if (identity === undefined) return false;
  for (let at = inner; ; at = path.dirname(at)) {
    if (identityOf(at) === identity) return true;
    if (at === path.dirname(at)) return false;
  }
}

function identityOf(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false, bigint: true });
  return stat && `${stat.dev} ${stat.ino}`;
}
