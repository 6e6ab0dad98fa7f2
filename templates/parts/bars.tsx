import { createAxis, formatValue, percent, type ShapeProps } from '../chart-data.ts';

/** In em: the height of a label, of a bar, and of the space after a group. */
const line = 1.5;
const bar = 1.25;
const gap = 0.75;

/**
 * Horizontal bars, each below its label. Lengths are percentages and heights are ems, so text keeps its size.
 */
export default function Bars({ data, from, label, lang }: ShapeProps) {
  const { labels, series } = data;
  const axis = createAxis(data, from);
  // Leaves space for the number after a bar.
  const scale = (value: number): number => axis.at(value) * 0.82;
  const group = line + bar * series.length + gap;
  const zero = scale(from);
  return (
    <svg role="img" aria-label={label} width="100%" height={em(group * labels.length)}>
      {labels.map((name, row) => (
        <>
          <text x="0" y={em(group * row + 1.1)}>
            {name}
          </text>
          {series.map(({ values: ofSeries }, index) => {
            const value = ofSeries[row];
            if (value === undefined) return null;
            const top = group * row + line + bar * index;
            const end = scale(value);
            return (
              <>
                <rect
                  class={`series-${index + 1}`}
                  x={percent(Math.min(zero, end))}
                  y={em(top)}
                  width={percent(Math.abs(end - zero))}
                  height={em(bar - 0.15)}
                />
                <text class="value" x={percent(Math.max(zero, end))} dx="0.4em" y={em(top + 0.95)}>
                  {formatValue(value, lang)}
                </text>
              </>
            );
          })}
        </>
      ))}
    </svg>
  );
}

const em = (length: number): string => `${Math.round(length * 100) / 100}em`;
