import type { Language, Rows } from 'broadsheet';
import { nice, ticks } from 'd3-array';
import { toNumber } from './numbers.ts';

/** The numbers of a chart: a name for each row, and a series for each further column. */
export interface ChartData {
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | undefined)[] }[];
}

/** What each shape of a chart is drawn from. */
export interface ShapeProps {
  readonly data: ChartData;
  /** Where the axis begins. */
  readonly from: number;
  readonly label: string;
  readonly lang: Language;
}

/** So many series have colours of their own. */
export const mostSeries = 6;

/** The rows of a table whose first row has the names of the columns. */
export function toChartData([names = [], ...rows]: Rows, lang: Language): ChartData {
  return {
    labels: rows.map(([label = '']) => label),
    series: names.slice(1, mostSeries + 1).map((name, index) => ({
      name,
      values: rows.map((cells) => toNumber(cells[index + 1] ?? '', lang)),
    })),
  };
}

/** Whether there is a number in it. */
export const isDrawable = ({ series }: ChartData): boolean =>
  series.some(({ values }) => values.some((value) => value !== undefined));

/** A number as the language writes it. */
export const formatValue = (value: number, lang: Language): string =>
  new Intl.NumberFormat(lang, { maximumFractionDigits: 2 }).format(value);

/** An axis from the least to the largest value of a chart: where a value stands on it, in percent. */
export interface Axis {
  readonly at: (value: number) => number;
  /** Round values, some five of them. */
  readonly ticks: readonly number[];
}

/** The axis of all series; it begins at `from`, or below where there are smaller values. */
export function createAxis({ series }: ChartData, from: number): Axis {
  const values = series.flatMap((one) => one.values.filter((value) => value !== undefined));
  const least = values.reduce((a, b) => Math.min(a, b), from);
  const most = values.reduce((a, b) => Math.max(a, b), from);
  const [start, end] = nice(least, most === least ? least + 1 : most, 5);
  return { at: (value) => ((value - start) / (end - start)) * 100, ticks: ticks(start, end, 5) };
}

/** A length of the picture's width or height. */
export const percent = (length: number): string => `${Math.round(length * 100) / 100}%`;
