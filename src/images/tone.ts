/**
 * Colours that stand for a picture while it is loaded, as `templates/styles/tones.css` has them: five greys,
 * and six hues in two lightnesses.
 */
export const tones: readonly string[] = [
  ...['#222222', '#555555', '#8f8f8f', '#c4c4c4', '#ebebeb'],
  ...['#754740', '#ca968d', '#685128', '#baa176', '#425e3b', '#8faf88'],
  ...['#245e6e', '#76afc1', '#4b5279', '#98a2ce', '#71465a', '#c594aa'],
];

const colours = tones.map((tone) => [1, 3, 5].map((at) => Number.parseInt(tone.slice(at, at + 2), 16)));

/** Index of the tone that is nearest to the mean of pixels, which have one value (grey) or three each. */
export function toneOf(pixels: Uint8Array, channels: number): number {
  const mean = [0, 1, 2].map((channel) => {
    let sum = 0;
    for (let at = Math.min(channel, channels - 1); at < pixels.length; at += channels) sum += pixels[at] ?? 0;
    return (sum * channels) / pixels.length;
  });
  const distances = colours.map((colour) =>
    colour.reduce((sum, value, channel) => sum + (value - (mean[channel] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}
