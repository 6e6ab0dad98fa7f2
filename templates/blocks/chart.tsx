import type { BlockProps, Rows } from 'broadsheet';
import { choice, number, rows, text } from '../attributes.ts';
import { isDrawable, toChartData } from '../chart-data.ts';
import { toNumber } from '../numbers.ts';
import Bars from '../parts/bars.tsx';
import Lines from '../parts/lines.tsx';
import Pie from '../parts/pie.tsx';
import { words } from '../words.ts';

export const attributes = {
  title: text(),
  kind: choice('bar', 'line', 'pie'),
  data: rows({ required: true }),
  unit: text(),
  source: text(),
  from: number(),
};

const shapes = { bar: Bars, line: Lines, pie: Pie };

/**
 * A chart of the table in the block, or of a CSV file, drawn at build. The numbers are collapsed below it.
 */
export default function Chart(props: BlockProps<typeof attributes>) {
  const { title, kind = 'bar', unit, source, from = 0, lang, data, table, children } = props;
  const read = toChartData(data, lang);
  const Shape = shapes[kind];
  const isDrawn = isDrawable(read);
  return (
    <figure class={`chart chart-${kind}`}>
      {(title || unit) && (
        <figcaption>
          {title && <strong>{title}</strong>}
          {unit && <span> ({unit})</span>}
        </figcaption>
      )}
      {isDrawn && kind !== 'pie' && read.series.length > 1 && (
        <ul class="legend">
          {read.series.map(({ name }, index) => (
            <li class={`series-${index + 1}`}>{name}</li>
          ))}
        </ul>
      )}
      {isDrawn && <Shape data={read} from={from} label={title ?? read.series[0]?.name ?? ''} lang={lang} />}
      <details>
        <summary>{words(lang).data}</summary>
        {table ? children : <Table rows={data} lang={lang} />}
      </details>
      {source && <p class="source">{source}</p>}
    </figure>
  );
}

function Table({ rows: [names = [], ...written], lang }: { readonly rows: Rows; readonly lang: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="table-scroll" tabIndex={0} aria-label={words(lang).data}>
      <table>
        <thead>
          <tr>
            {names.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {written.map((cells) => (
            <tr>
              {names.map((_, column) => (
                <td class={toNumber(cells[column] ?? '', lang) === undefined ? undefined : 'align-right'}>
                  {cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function plainForm({
  title,
  unit,
  data,
  source,
  lang,
  table,
  children,
}: BlockProps<typeof attributes>) {
  return (
    <div>
      {title && (
        <p>
          <strong>{unit ? `${title} (${unit})` : title}</strong>
        </p>
      )}
      {table ? children : <Table rows={data} lang={lang} />}
      {source && <p>{source}</p>}
    </div>
  );
}
