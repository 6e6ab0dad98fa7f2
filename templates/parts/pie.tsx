import { formatValue, mostSeries, type ShapeProps } from '../chart-data.ts';

/** A pie chart of the first series, with a legend that has the numbers. */
export default function Pie({ data, label, lang }: ShapeProps) {
  const { labels, series } = data;
  const values = (series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  const shares = values.map((value) => (total > 0 ? (value / total) * 100 : 0));
  let sum = 0;
  const starts = shares.map((part) => {
    const start = sum;
    sum += part;
    return start;
  });
  const share = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <div class="pie">
      <svg role="img" aria-label={label} viewBox="-100 -100 200 200">
        {shares.map((part, index) => (
          <circle
            class={`series-${(index % mostSeries) + 1}`}
            r={radius}
            stroke-dasharray={`${toLength(Math.max(0, part - 0.4))} ${toLength(100)}`}
            stroke-dashoffset={toLength(-(starts[index] ?? 0))}
          />
        ))}
      </svg>
      <ul class="legend">
        {labels.map((name, index) => (
          <li class={`series-${(index % mostSeries) + 1}`}>
            {name} <b>{share.format((shares[index] ?? 0) / 100)}</b>{' '}
            <span>{formatValue(values[index] ?? 0, lang)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const radius = 77.5;

/** The arc length of a share. */
const toLength = (percent: number): number => Math.round(percent * 2 * Math.PI * radius) / 100;
