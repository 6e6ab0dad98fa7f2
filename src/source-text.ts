/** The text of a source file's bytes, without the byte-order mark that some editors write. */
export const sourceText = (bytes: Buffer): string => bytes.toString('utf8').replace(/^\uFEFF/, '');
