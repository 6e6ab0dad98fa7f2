/** What two spellings of one tag have in common: a tag is the same whatever its case, its Unicode form and its white space. */
export const toTagKey = (tag: string): string => tag.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
