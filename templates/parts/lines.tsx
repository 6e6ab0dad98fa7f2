import { createAxis, formatValue, percent, type ShapeProps } from '../chart-data.ts';

/** How many labels fit side by side on a phone. */
const mostLabels = 5;

/** A line chart above a row of labels. The lines are stretched to the width of the page, the text is not. */
export default function Lines({ data, from, label, lang }: ShapeProps) {
  const { labels, series } = data;
  const axis = createAxis(data, from);
  const scale = (value: number): number => 100 - axis.at(value);
  const at = (index: number): number => (labels.length > 1 ? (index / (labels.length - 1)) * 100 : 50);
  const step = Math.max(1, Math.ceil((labels.length - 1) / (mostLabels - 1)));
  return (
    <div class="plot">
      <svg role="img" aria-label={label} width="100%" height="100%">
        {axis.ticks.map((tick) => (
          <>
            <line class="grid" x1="0" x2="100%" y1={percent(scale(tick))} y2={percent(scale(tick))} />
            <text class="tick" x="0" y={percent(scale(tick))} dx="-0.6em" dy="0.35em" text-anchor="end">
              {formatValue(tick, lang)}
            </text>
          </>
        ))}
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: it is part of the picture around it. */}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%" overflow="visible">
          {series.map(({ values: ofSeries }, index) => (
            <path
              class={`line series-${index + 1}`}
              d={toPath(ofSeries, (value, column) => [at(column), scale(value)])}
              vector-effect="non-scaling-stroke"
            />
          ))}
        </svg>
        {labels.map((name, index) =>
          index % step === 0 ? (
            <text
              class="name"
              x={percent(at(index))}
              y="100%"
              dy="1.4em"
              text-anchor={
                index === 0 ? 'start' : index + step > labels.length - 1 && at(index) > 90 ? 'end' : 'middle'
              }
            >
              {name}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  );
}

/** A line through the points, interrupted at missing values. */
function toPath(
  values: readonly (number | undefined)[],
  place: (value: number, index: number) => readonly [x: number, y: number],
): string {
  return values
    .map((value, index) => {
      if (value === undefined) return '';
      const [x, y] = place(value, index).map((length) => Math.round(length * 100) / 100);
      return `${index === 0 || values[index - 1] === undefined ? 'M' : 'L'}${x} ${y}`;
    })
    .join('');
}
