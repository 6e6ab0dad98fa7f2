import type { Font } from 'fontkit';
import type { Language } from '../brands.ts';
import { lazy } from '../bytes/lazy.ts';
import { unbrokenRuns } from '../words/vietnamese.ts';
import { loadSharp } from './load-sharp.ts';

/** What a card says: a picture of words, for link previews of pages that have no other. */
export interface CardWords {
  readonly title: string;
  /** The section. */
  readonly kicker: string;
  /** Of the site. */
  readonly name: string;
  readonly lang: Language;
  /** Colour in CSS. */
  readonly accent: string;
}

/** Pixels, as link previews show them. */
export const cardSize = { width: 1200, height: 630 };
const margin = 72;
const band = 28;
const room = cardSize.width - 2 * margin;
const small = 34;
/** Sizes of headlines, each with the lines for which there is room. */
const titleSizes = [
  { size: 92, most: 3 },
  { size: 76, most: 4 },
  { size: 64, most: 5 },
  { size: 54, most: 6 },
];
const leading = 1.15;

/** Whether the bundled fonts have all letters: those of Western Europe and of Vietnamese. */
export const canDraw = ({ title, kicker, name }: CardWords): boolean =>
  /^[\u0020-\u00ffĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u2010-\u2027€₫]*$/.test(
    [title, kicker, name].join(' ').normalize('NFC'),
  );

/**
 * Makes the function that draws cards as JPEG. `files` are the bundled fonts of headlines, in WOFF2: no font of
 * the machine is read, so that bytes are the same everywhere.
 */
export function createDrawCard(
  files: () => readonly Uint8Array[],
): (words: CardWords) => Promise<Uint8Array> {
  const fonts = lazy(() => loadFonts(files()));
  return async (words) => {
    const sharp = await loadSharp();
    return sharp(Buffer.from(toSvg(words, await fonts())))
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer();
  };
}

async function loadFonts(files: readonly Uint8Array[]): Promise<readonly Font[]> {
  const { create } = await import('fontkit');
  return files.map((file) => create(Buffer.from(file)) as Font);
}

function toSvg({ title, kicker, name, lang, accent }: CardWords, fonts: readonly Font[]): string {
  const text = createText(fonts);
  const { size, lines } = setTitle({ title, lang }, text.width);
  const top = kicker ? margin + band + small * 1.4 : margin + band;
  const foot = cardSize.height - margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<rect width="100%" height="${band}" fill="${accent}"/>`,
    text.path(kicker, { x: margin, y: margin + band + small * 0.4, size: small, colour: accent }),
    ...lines.map((line, index) =>
      text.path(line, { x: margin, y: top + size * (0.8 + index * leading), size, colour: '#16181d' }),
    ),
    `<rect x="${margin}" y="${foot - small * 1.7}" width="${room}" height="2" fill="#d3d0c8"/>`,
    text.path(name, { x: margin, y: foot, size: small, colour: '#51565e' }),
    '</svg>',
  ].join('');
}

/** The headline in the largest size in which it has room; cut short where it has none in any. */
function setTitle(
  words: Pick<CardWords, 'title' | 'lang'>,
  widthOf: (line: string, size: number) => number,
): { readonly size: number; readonly lines: readonly string[] } {
  let set = { size: 0, lines: [] as string[] };
  for (const { size, most } of titleSizes) {
    const lines = linesOf({ ...words, room, widthOf: (line) => widthOf(line, size) });
    if (lines.length <= most) return { size, lines };
    set = { size, lines: [...lines.slice(0, most - 1), `${lines[most - 1]}…`] };
  }
  return set;
}

/** The words of a headline between which lines may break: names and numbers with their units are one. */
const wordsOf = (title: string, lang: Language): string[] =>
  unbrokenRuns(title, lang)
    .flatMap(({ text, unbroken }) => (unbroken ? [text] : text.split(/(?<=\s)/)))
    .reduce<string[]>((words, part) => {
      const last = words.at(-1);
      if (last === undefined || /\s$/.test(last)) words.push(part);
      else words[words.length - 1] = last + part;
      return words;
    }, []);

interface LinesInput extends Pick<CardWords, 'title' | 'lang'> {
  /** How long a line may be, in the unit of `widthOf`. */
  readonly room: number;
  readonly widthOf: (line: string) => number;
}

/** Lines of about the same length, as few as there can be. */
export function linesOf({ title, lang, room: most, widthOf }: LinesInput): string[] {
  const words = wordsOf(title, lang);
  const least = toLines(words, most, widthOf);
  let lines = least;
  for (let width = most; width > most / 2; width -= most / 40) {
    const narrower = toLines(words, width, widthOf);
    if (narrower.length > least.length || narrower.some((line) => widthOf(line) > most)) break;
    lines = narrower;
  }
  return lines;
}

function toLines(words: readonly string[], width: number, widthOf: (line: string) => number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = (lines.at(-1) ?? '') + word;
    if (lines.length > 0 && widthOf(longer.trimEnd()) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => line.trim());
}

interface Place {
  readonly x: number;
  readonly y: number;
  /** Pixels of an em. */
  readonly size: number;
  readonly colour: string;
}

/** Text in the first of the fonts that has a letter. */
function createText(fonts: readonly Font[]) {
  const fontOf = (letter: string): Font | undefined =>
    fonts.find((font) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
  /** Parts of one font each. */
  const partsOf = (text: string): { readonly font: Font; readonly text: string }[] => {
    const parts: { font: Font; text: string }[] = [];
    for (const letter of text.normalize('NFC')) {
      const font = fontOf(letter);
      const last = parts.at(-1);
      if (!font) continue;
      if (last?.font === font) last.text += letter;
      else parts.push({ font, text: letter });
    }
    return parts;
  };
  return {
    width: (text: string, size: number): number =>
      partsOf(text).reduce(
        (sum, part) => sum + (part.font.layout(part.text).advanceWidth / part.font.unitsPerEm) * size,
        0,
      ),
    path: (text: string, { x, y, size, colour }: Place): string => {
      let at = x;
      const outlines = partsOf(text).flatMap((part) => {
        const scale = size / part.font.unitsPerEm;
        const { glyphs, positions } = part.font.layout(part.text);
        return glyphs.map((glyph, index) => {
          const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
          const outline = glyph.path
            .scale(scale, -scale)
            .translate(at + xOffset * scale, y - yOffset * scale);
          at += xAdvance * scale;
          return outline.toSVG();
        });
      });
      return `<path fill="${colour}" d="${outlines.join('')}"/>`;
    },
  };
}
