const marks = /\p{M}/gu;
const others = /[^a-z0-9]+/g;
const edges = /^-|-$/g;

/**
 * An ASCII slug: lower case, words joined by `-`, the same for NFC and NFD (`Đường lối` gives `duong-loi`).
 * Empty when nothing of the text can be written in ASCII letters and digits.
 */
export const toSlug = (text: string): string => text.normalize('NFD').replace(marks, '').toLowerCase().replaceAll('đ', 'd').replace(others, '-').replace(edges, '');
