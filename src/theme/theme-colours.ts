import {
  converter,
  formatHex,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  useMode,
  wcagContrast,
} from 'culori/fn';

useMode(modeRgb);
useMode(modeLrgb);
useMode(modeOklab);
useMode(modeOklch);
const toOklch = converter('oklch');

/** Minimum contrast of text in WCAG 2.2 (1.4.3). */
const least = 4.5;
/** Backgrounds of the two schemes, as in `tokens.css`: of each scheme the one with the lowest contrast. */
const grounds = { light: '#f6f5f1', dark: '#1e2126' };

/**
 * The colour for text of a scheme, darkened or lightened where its contrast with the background is too low.
 */
export const toText = (colour: string, scheme: keyof typeof grounds): string =>
  shift(colour, grounds[scheme], scheme === 'light' ? -1 : 1);

/** The colour as background of white text, darkened where the contrast is too low. */
export const toBand = (colour: string): string => shift(colour, '#ffffff', -1);

/** The band in the dark scheme, darkened where it is too light. */
export const toDarkBand = (colour: string): string => {
  const { l, ...rest } = toOklch(colour) ?? { mode: 'oklch' as const, l: 0, c: 0 };
  return formatHex({ ...rest, l: Math.min(l, 0.35) });
};

/** The nearest colour in that direction with enough contrast, in steps of lightness (OKLCH). */
function shift(colour: string, ground: string, direction: -1 | 1): string {
  const { l: start, ...rest } = toOklch(colour) ?? { mode: 'oklch' as const, l: 0, c: 0 };
  for (let l = start; l >= 0 && l <= 1; l += direction * 0.01) {
    const tried = l === start ? colour : formatHex({ ...rest, l });
    if (wcagContrast(tried, ground) >= least) return tried;
  }
  return direction === 1 ? '#ffffff' : '#000000';
}
