/** Names of files that editors and operating systems make: backups, swap and lock files, folder settings. */
const temporary = /~$|^~\$|^#.*#$|\.(?:bak|orig|rej|tmp|sw[g-px])$|^(?:eh)?thumbs\.db$|^desktop\.ini$/i;

/** Vim makes a file of this name for a moment. A folder may have it: archives name folders by number. */
const probe = '4913';

/** Hidden files that servers and hosts look for, wherever below `_static/` they lie. */
const ofHosts = new Set(['.htaccess', '.nojekyll']);

/** What lies here is published at the root of the site. */
const staticFolder = 'content/_static';

interface Entry {
  /** The folder that it lies in, relative to the site's folder, with `/`. */
  readonly folder: string;
  readonly name: string;
  /** Whether it is a folder, or may be one. */
  readonly isFolder: boolean;
}

/**
 * Whether an entry of a folder is not part of the site: its name begins with a dot, or is one that editors or
 * operating systems make. Exceptions are `content/_static/.well-known/`, and `.htaccess` and `.nojekyll`
 * below `content/_static/`.
 */
export function isNamePassedOver({ folder, name, isFolder }: Entry): boolean {
  if (!name.startsWith('.')) return temporary.test(name) || (!isFolder && name === probe);
  if (folder === staticFolder && name === '.well-known') return false;
  const isStatic = folder === staticFolder || folder.startsWith(`${staticFolder}/`);
  return !(isStatic && !isFolder && ofHosts.has(name));
}

/**
 * Whether a file or folder at a path relative to the site's folder, or a folder above it, is no part of the
 * site.
 */
export function isPassedOver({
  source,
  isFolder,
}: {
  readonly source: string;
  readonly isFolder: boolean;
}): boolean {
  const names = source.split('/');
  return names.some((name, depth) =>
    isNamePassedOver({
      folder: names.slice(0, depth).join('/'),
      name,
      isFolder: isFolder || depth < names.length - 1,
    }),
  );
}

/**
 * Whether a path, however it is spelt, is that of data for the tool and the newsroom: ledgers of royalties,
 * numbers of readers.
 */
export const isData = (source: string): boolean => /^content\/_data(?:\/|$)/i.test(source.normalize('NFC'));

/** The name of the folder that a file lies in: the title of a category whose `_index.md` gives none. */
export const folderName = (source: string): string => source.normalize('NFC').split('/').at(-2) ?? '';
