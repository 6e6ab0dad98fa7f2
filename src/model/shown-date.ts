import type { DateTime } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { atInstant } from '../dates/date-time.ts';

/** A date in the time zone of a language, as its pages show it. A date without a time stays the same day. */
export const shownDate = (date: DateTime, config: ResolvedConfig): DateTime =>
  hasOwnZone(config) && date.slice(11, 16) !== '00:00'
    ? atInstant(Date.parse(date), config.edition.timeZone)
    : date;

/** The same of what has a date. */
export const withShownDates = <Dated extends { readonly date: DateTime }>(
  all: readonly Dated[],
  config: ResolvedConfig,
): readonly Dated[] =>
  hasOwnZone(config) ? all.map((dated) => ({ ...dated, date: shownDate(dated.date, config) })) : all;

const hasOwnZone = (
  config: ResolvedConfig,
): config is ResolvedConfig & { readonly edition: NonNullable<ResolvedConfig['edition']> } =>
  config.edition !== undefined && config.edition.timeZone !== config.site.timeZone;
