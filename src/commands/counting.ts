import type { MessageLanguage } from '../diagnostics/phrases.ts';

export interface Counting {
  /** `10.234`; in English `10,234`. */
  readonly number: (value: number) => string;
  /** With one digit behind the comma, or point. */
  readonly decimal: (value: number) => string;
  /** `1 file`, `2 files`: English nouns with the plural in s. */
  readonly plural: (value: number, noun: string) => string;
}

/**
 * Numbers in reports. Written by hand: loading the number formats of a locale costs more than all else that a
 * build with nothing to do does.
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
