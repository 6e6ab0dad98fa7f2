import type { Language } from '../brands.ts';

/**
 * Whether a language is Vietnamese, regional forms (`vi-VN`) included: it decides the words and the addresses
 * of a site.
 */
export const isVietnamese = (language: Language): boolean => /^vi(?:-|$)/i.test(language);
