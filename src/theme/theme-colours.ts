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

/** The least contrast of text that WCAG 2.2 asks for (1.4.3). */
const least = 4.5;
/** Grounds of the two schemes, as `tokens.css` has them: the one on which contrast is lowest. */
const grounds = { light: '#f6f5f1', dark: '#1e2126' };

/** The colour as text of a scheme: darker, or lighter, where its contrast on the ground would be too low. */
export const toText = (colour: string, scheme: keyof typeof grounds): string =>
  shift(colour, grounds[scheme], scheme === 'light' ? -1 : 1);

/** The colour as ground of white text: darker where the contrast would be too low. */
export const toBand = (colour: string): string => shift(colour, '#ffffff', -1);

/** The band in the dark scheme: never lighter than it has to be. */
export const toDarkBand = (colour: string): string => {
  const { l, ...rest } = toOklch(colour) ?? { mode: 'oklch' as const, l: 0, c: 0 };
  return formatHex({ ...rest, l: Math.min(l, 0.35) });
};

/** The nearest colour in that direction, by steps of lightness (OKLCH), with enough contrast. */
function shift(colour: string, ground: string, direction: -1 | 1): string {
  const { l: start, ...rest } = toOklch(colour) ?? { mode: 'oklch' as const, l: 0, c: 0 };
  for (let l = start; l >= 0 && l <= 1; l += direction * 0.01) {
    const tried = l === start ? colour : formatHex({ ...rest, l });
    if (wcagContrast(tried, ground) >= least) return tried;
  }
  return direction === 1 ? '#ffffff' : '#000000';
}
