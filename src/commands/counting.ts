import type { MessageLanguage } from '../diagnostics/phrases.ts';

export interface Counting {
  /** `10.234`; in English `10,234`. */
  readonly number: (value: number) => string;
  /** With one digit after the decimal comma or point. */
  readonly decimal: (value: number) => string;
  /** `1 file`, `2 files`: for English nouns with a plural in s. */
  readonly plural: (value: number, noun: string) => string;
}

/**
 * Formats numbers in reports. It does not use `Intl`: loading the number formats of a locale takes longer
 * than the rest of a build with nothing to do.
 */
export function counting(language: MessageLanguage): Counting {
  const number = (value: number): string =>
    String(value).replace(/\B(?=(?:\d{3})+$)/g, language === 'vi' ? '.' : ',');
  const decimal = (value: number): string => {
    const [whole = '', tenths = ''] = value.toFixed(1).split('.');
    return `${number(Number(whole))}${language === 'vi' ? ',' : '.'}${tenths}`;
  };
  return { number, decimal, plural: (value, noun) => `${number(value)} ${noun}${value === 1 ? '' : 's'}` };
}
