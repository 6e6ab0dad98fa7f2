import { toDateTime } from '../dates/date-time.ts';
import { type DateOrder, isAmbiguous } from '../dates/read-date.ts';
import type { TwoReadings } from './data.ts';
import type { ForeignDates } from './held-back.ts';

interface Input {
  /** As they are written. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The fields that were read. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly foreign: ForeignDates;
  /** The keys in the file of fields that the site has names of its own for. */
  readonly written: ReadonlyMap<string, string>;
  readonly options: {
    readonly timeZone: string;
    readonly language: string;
    readonly dates?: DateOrder | undefined;
  };
}

/**
 * The dates of an article that can be read in two ways: only in English texts, where the configuration does
 * not set the order of day and month.
 */
export function twoReadings({ fields, data, foreign, written, options }: Input): TwoReadings[] {
  const language = typeof data.lang === 'string' ? data.lang : options.language;
  if (options.dates !== undefined || !/^en(?:-|$)/i.test(language)) return [];
  const read = (value: unknown, place: Pick<TwoReadings, 'field' | 'as'>): TwoReadings[] => {
    const date = String(value);
    if (!isAmbiguous(date)) return [];
    const first = toDateTime(date, options.timeZone);
    const second = toDateTime(date, options.timeZone, 'month-first');
    return first && second ? [{ ...place, first, second }] : [];
  };
  const keyOf = (name: string): string => written.get(name) ?? name;
  const own = (['date', 'expires', 'pinnedUntil', 'updated'] as const).flatMap((name) =>
    read(fields[name], { field: [keyOf(name)], as: name }),
  );
  const { corrections } = fields;
  const ofCorrections = (Array.isArray(corrections) ? corrections : []).flatMap((item: unknown, index) =>
    typeof item === 'object' && item !== null && 'date' in item
      ? read(item.date, { field: [keyOf('corrections'), index, 'date'], as: 'correction' })
      : [],
  );
  const ofOthers = foreign.all.flatMap(({ at, ours, value }) => read(value, { field: at, as: ours }));
  return [...own, ...ofCorrections, ...ofOthers];
}
