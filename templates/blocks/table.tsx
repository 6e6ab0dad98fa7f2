import type { BlockProps } from 'broadsheet';
import { flag, text } from '../attributes.ts';
import { toNumber } from '../numbers.ts';

export const script = 'blocks';
export const attributes = { caption: text(), source: text(), sort: flag() };

/** The style sheet supports up to this many columns. */
const most = 12;

/** A table with its caption, sortable by readers. Columns of numbers are right-aligned. */
export default function Table(props: BlockProps<typeof attributes>) {
  const { caption, source, sort = false, lang, table = [], children } = props;
  const [names = [], ...rows] = table;
  const numeric = names.flatMap((_, column) =>
    column < most &&
    isNumeric(
      rows.map((row) => row[column] ?? ''),
      lang,
    )
      ? [`number-${column + 1}`]
      : [],
  );
  return (
    <figure class={['data-table', ...numeric].join(' ')} data-sort={sort ? lang : undefined}>
      {caption && <figcaption>{caption}</figcaption>}
      {children}
      {source && <p class="source">{source}</p>}
    </figure>
  );
}

const isNumeric = (cells: readonly string[], lang: string): boolean =>
  cells.some((cell) => toNumber(cell, lang) !== undefined) &&
  cells.every((cell) => /^[-–—]?$/.test(cell) || toNumber(cell, lang) !== undefined);

export function plainForm({ caption, source, children }: BlockProps<typeof attributes>) {
  return (
    <div>
      {caption && (
        <p>
          <strong>{caption}</strong>
        </p>
      )}
      {children}
      {source && <p>{source}</p>}
    </div>
  );
}
