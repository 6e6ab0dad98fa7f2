/** A sign of currency, percent or a unit may follow a number. */
const number = /^([+\-−–]?)\s*(\d[\d.,  ]*)(?:\s*(?:%|[^\d\s.,]{1,12}))?$/;

/**
 * Parses a text as a number in its language: `7.400,5` in Vietnamese, `7,400.5` in English. A single
 * separator that is not followed by three digits is the decimal separator in any language. Undefined for any
 * other text.
 */
export function toNumber(text: string, lang: string): number | undefined {
  const [, sign = '', written] = number.exec(text.trim()) ?? [];
  if (written === undefined) return undefined;
  const digits = written.replace(/[  ]/g, '');
  const decimal = new Intl.NumberFormat(lang).format(1.5).includes(',') ? ',' : '.';
  const grouping = decimal === ',' ? '.' : ',';
  const isGrouped = new RegExp(`^\\d{1,3}(?:\\${grouping}\\d{3})+(?:\\${decimal}\\d+)?$`).test(digits);
  const plain = isGrouped ? digits.replaceAll(grouping, '') : digits;
  if (!/^\d+(?:[.,]\d+)?$/.test(plain)) return undefined;
  const value = Number(plain.replace(',', '.'));
  return sign === '' || sign === '+' ? value : -value;
}
