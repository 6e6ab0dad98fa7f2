const marks = /\p{M}/gu;
const others = /[^a-z0-9]+/g;
const edges = /^-|-$/g;

/**
 * An ASCII slug: lower case, words joined by `-`, the same for NFC and NFD (`Đường lối` gives `duong-loi`).
 * Empty when nothing of the text can be written in ASCII letters and digits.
 */
export const toSlug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(marks, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(others, '-')
    .replace(edges, '');

/**
 * What two spellings of one tag have in common: a tag is the same whatever its case, its Unicode form and its
 * white space.
 */
export const toTagKey = (tag: string): string =>
  tag.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
