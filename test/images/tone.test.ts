import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toneOf, tones } from '../../src/images/tone.ts';
import { fromRoot } from '../from-root.ts';

const indexOf = (colour: string): number => tones.indexOf(colour);

test('pixels get the nearest tone: a grey no hue, a hue its own', () => {
  expect(toneOf(Uint8Array.of(0, 40, 80, 10), 1)).toBe(indexOf('#222222'));
  expect(toneOf(Uint8Array.of(90, 96, 82, 84, 90, 80), 3)).toBe(indexOf('#555555'));
  expect(toneOf(Uint8Array.of(40, 90, 110), 3)).toBe(indexOf('#245e6e'));
  expect(toneOf(Uint8Array.of(255, 250, 240), 3)).toBe(indexOf('#ebebeb'));
});

test('the style sheet has a class for each, with a colour of letters that can be read on it', () => {
  const css = readFileSync(fromRoot('templates/styles/tones.css'), 'utf8');
  const rules = [...css.matchAll(/\.tone-(\d+) \{\n {2}background: (#\w+);\n {2}color: (#\w+);\n\}/g)];
  const long = (colour: string) => (colour.length === 4 ? colour.replace(/\w/g, '$&$&') : colour);
  expect(rules.map(([, index, background = '']) => [Number(index), long(background)])).toEqual([
    ...tones.entries(),
  ]);
  for (const [, , background = '', letters = ''] of rules) {
    const [dark, light] = [luminance(long(background)), luminance(long(letters))].sort((a, b) => a - b);
    expect(((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)).toBeGreaterThanOrEqual(4.5);
  }
});

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
