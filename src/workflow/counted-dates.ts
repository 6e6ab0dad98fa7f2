import type { ArticleData, TwoReadings } from '../front-matter/data.ts';

type Dated = Pick<ArticleData, 'date' | 'expires' | 'pinnedUntil' | 'corrections' | 'twoReadings'>;

/** When an article is published. Of two readings of an ambiguous date the later one counts. */
export const beginOf = (data: Dated): number =>
  Math.max(Date.parse(data.date), ...readingsOf(data, ({ as }) => as === 'date'));

/** When an article expires, if ever. Of two readings the earlier one counts. */
export const endOf = (data: Dated): number =>
  Math.min(timeOf(data.expires), ...readingsOf(data, ({ as }) => as === 'expires'));

/** When an article is no longer featured, if ever. Of two readings the earlier one counts. */
export const pinEndOf = (data: Dated): number =>
  Math.min(timeOf(data.pinnedUntil), ...readingsOf(data, ({ as }) => as === 'pinnedUntil'));

/** When a correction becomes public. Of two readings the later one counts. */
export const correctionTime = (data: Dated, index: number): number =>
  Math.max(
    timeOf(data.corrections[index]?.date),
    ...readingsOf(data, ({ as, first }) => as === 'correction' && first === data.corrections[index]?.date),
  );

const timeOf = (written: string | undefined): number =>
  written === undefined ? Number.POSITIVE_INFINITY : Date.parse(written);

const readingsOf = ({ twoReadings }: Dated, isMeant: (reading: TwoReadings) => boolean): number[] =>
  twoReadings
    ? twoReadings.filter(isMeant).flatMap(({ first, second }) => [Date.parse(first), Date.parse(second)])
    : none;
const none: number[] = [];
