/** Endings of Markdown files, in capitals too. */
const ending = /\.(?:md|markdown)$/i;
const index = /\/index\.(?:md|markdown)$/i;

/** The endings as most files have them. */
export const markdownEndings = ['.md', '.markdown'] as const;

/** Whether a file is Markdown by its name. */
export const isMarkdown = (name: string): boolean => ending.test(name);

/** A name without the ending of a Markdown file. */
export const withoutEnding = (name: string): string => name.replace(ending, '');

/** Whether a path is that of a document as a folder: `gia-lua/index.md`. */
export const isFolderIndex = (path: string): boolean => index.test(path);

/** A path without what only says that it is a document: `gia-lua` for `gia-lua.md` and `gia-lua/index.md`. */
export const withoutIndex = (path: string): string =>
  isFolderIndex(path) ? path.replace(index, '') : withoutEnding(path);
