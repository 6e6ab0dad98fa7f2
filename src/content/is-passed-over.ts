/** Names that editors and systems give to what is no content: backups, swap and lock files, notes on a folder. */
const temporary = /~$|^~\$|^#.*#$|\.(?:bak|orig|rej|tmp|sw[g-px])$|^(?:eh)?thumbs\.db$|^desktop\.ini$/i;

/** Vim makes a file of this name for a moment. A folder may have it: archives name folders by number. */
const probe = '4913';

/** Hidden files that servers and hosts look for, wherever below `_static/` they lie. */
const ofHosts = new Set(['.htaccess', '.nojekyll']);

interface Place {
  /** Path relative to the site's folder, with `/`. */
  readonly source: string;
  /** Whether a folder lies there, or may. */
  readonly isFolder: boolean;
}

/**
 * Whether a file or folder, or a folder that it lies in, is no part of the site: its name is hidden, or an editor's or the system's.
 * Published all the same are `content/_static/.well-known/`, and `.htaccess` and `.nojekyll` below `content/_static/`.
 */
export function isPassedOver({ source, isFolder }: Place): boolean {
  const parts = source.split('/');
  const isStatic = parts[0] === 'content' && parts[1] === '_static';
  return parts.some((name, depth) => {
    const isLast = depth === parts.length - 1;
    if (isStatic && ((depth === 2 && name === '.well-known') || (depth >= 2 && isLast && !isFolder && ofHosts.has(name)))) return false;
    return name.startsWith('.') || temporary.test(name) || (isLast && !isFolder && name === probe);
  });
}
