/** A point of a picture, from the left and the top, each 0 to 1. */
export interface Focus {
  readonly x: number;
  readonly y: number;
}

const across = new Map([
  ['left', 0],
  ['center', 0.5],
  ['right', 1],
]);
const down = new Map([
  ['top', 0],
  ['center', 0.5],
  ['bottom', 1],
]);

/**
 * The point that `60% 30%`, `left top`, `top`, `center` or `40%` name, as CSS `object-position` reads them;
 * null for anything else.
 */
export const toFocus = (value: string): Focus | null => {
  const words = value
    .trim()
    .toLowerCase()
    .split(/[\s,]+/);
  if (words.length > 2 || !words[0]) return null;
  const [first, second = 'center'] = words;
  return (
    toPoint(first, second) ??
    (isPercent(first) || isPercent(second) ? null : toPoint(second, first)) ??
    (words.length === 1 ? toPoint('center', first) : null)
  );
};

const isPercent = (word: string): boolean => word.endsWith('%');

const toPoint = (horizontal: string, vertical: string): Focus | null => {
  const x = across.get(horizontal) ?? toShare(horizontal);
  const y = down.get(vertical) ?? toShare(vertical);
  return x === null || y === null ? null : { x, y };
};

const toShare = (word: string): number | null => {
  const number = /^(\d{1,3}(?:\.\d+)?)%$/.exec(word)?.[1];
  return number === undefined || Number(number) > 100 ? null : Number(number) / 100;
};
