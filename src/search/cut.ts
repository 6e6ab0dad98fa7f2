import { hash } from './hash.ts';

/** Sizes of parts: about how many items, and never fewer or more, except at the end. */
interface Size {
  readonly about: number;
  readonly least: number;
  readonly most: number;
}

const small: Size = { about: 8, least: 4, most: 12 };
const middle: Size = { about: 512, least: 256, most: 1024 };
const large: Size = { about: 8192, least: 4096, most: 12_288 };

/** Articles of neighbouring dates that are indexed together. */
export interface Cut<Item> {
  readonly name: string;
  readonly items: readonly Item[];
}

/**
 * Divides articles, the oldest first, into segments of the index, and those that are newer than all segments.
 * Where a segment ends depends on the path of its last article, so adding or removing an article moves only
 * nearby ends. Large segments stay the same; smaller ones after them are made again when they take in newer
 * articles.
 */
export function cut<Item>(
  items: readonly Item[],
  pathOf: (item: Item) => string,
): { readonly segments: readonly Cut<Item>[]; readonly newest: readonly Item[] } {
  const atoms = part(
    items.map((item) => ({ size: 1, mark: hash(pathOf(item)), items: [item] })),
    small,
  );
  const groups = part(atoms.whole, middle);
  const blocks = part(groups.whole, large);
  const open = [
    { name: 'b', pieces: blocks.rest },
    { name: 'c', pieces: groups.rest },
  ];
  return {
    segments: [
      ...blocks.whole.map((block, index) => ({ name: String(index), items: block.items })),
      ...open
        .filter(({ pieces }) => pieces.length > 0)
        .map(({ name, pieces }) => ({ name, items: pieces.flatMap((piece) => piece.items) })),
    ],
    newest: atoms.rest.flatMap((piece) => piece.items),
  };
}

interface Piece<Item> {
  readonly size: number;
  /** Hash of the path of its last article. */
  readonly mark: number;
  readonly items: Item[];
}

/** Pieces joined to larger ones, and those after the last end. */
function part<Item>(
  pieces: readonly Piece<Item>[],
  { about, least, most }: Size,
): { whole: Piece<Item>[]; rest: readonly Piece<Item>[] } {
  const whole: Piece<Item>[] = [];
  let begin = 0;
  let size = 0;
  for (const [index, piece] of pieces.entries()) {
    size += piece.size;
    if (size < most && (size < least || piece.mark % about !== 0)) continue;
    const items = pieces.slice(begin, index + 1).flatMap((one) => one.items);
    whole.push({ size, mark: piece.mark, items });
    begin = index + 1;
    size = 0;
  }
  return { whole, rest: pieces.slice(begin) };
}
