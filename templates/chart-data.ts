import type { Language, Rows } from 'broadsheet';
import { nice, ticks } from 'd3-array';
import { toNumber } from './numbers.ts';

/** The numbers of a chart: a label for each row, and a series for each further column. */
export interface ChartData {
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | undefined)[] }[];
}

/** The props of each chart shape. */
export interface ShapeProps {
  readonly data: ChartData;
  /** The start of the axis. */
  readonly from: number;
  readonly label: string;
  readonly lang: Language;
}

/** How many series have their own colours. */
export const mostSeries = 6;

/** Parses the rows of a table whose first row has the names of the columns. */
export function toChartData([names = [], ...rows]: Rows, lang: Language): ChartData {
  return {
    labels: rows.map(([label = '']) => label),
    series: names.slice(1, mostSeries + 1).map((name, index) => ({
      name,
      values: rows.map((cells) => toNumber(cells[index + 1] ?? '', lang)),
    })),
  };
}

/** Whether there is at least one number. */
export const isDrawable = ({ series }: ChartData): boolean =>
  series.some(({ values }) => values.some((value) => value !== undefined));

/** Formats a number for the language. */
export const formatValue = (value: number, lang: Language): string =>
  new Intl.NumberFormat(lang, { maximumFractionDigits: 2 }).format(value);

/** An axis from the lowest to the highest value of a chart. `at` gives the position of a value in percent. */
export interface Axis {
  readonly at: (value: number) => number;
  /** Round values, about five. */
  readonly ticks: readonly number[];
}

/** The axis of all series. It begins at `from`, or lower where there are lower values. */
export function createAxis({ series }: ChartData, from: number): Axis {
  const values = series.flatMap((one) => one.values.filter((value) => value !== undefined));
  const least = values.reduce((a, b) => Math.min(a, b), from);
  const most = values.reduce((a, b) => Math.max(a, b), from);
  const [start, end] = nice(least, most === least ? least + 1 : most, 5);
  return { at: (value) => ((value - start) / (end - start)) * 100, ticks: ticks(start, end, 5) };
}

/** A length in percent of the picture's width or height. */
export const percent = (length: number): string => `${Math.round(length * 100) / 100}%`;
