import { isIP } from 'node:net';

/** A successful GET of an article. */
export interface LogLine {
  /** Seconds since the epoch. */
  readonly time: number;
  /** What the lookup gave for the path. */
  readonly article: number;
  readonly client: string;
  /** Undefined in logs that do not note it. */
  readonly agent?: string;
}

/** A line that is about something else, and one that is no line of a log. */
export type Other = 'other' | 'prefetch' | 'broken';

interface Input {
  /** A piece of a log, one character a byte. */
  readonly text: string;
  /** Where the line begins, and where its line feed is. */
  readonly start: number;
  readonly end: number;
}

/** Reads the lines of one log, one after another; CloudFront's name their columns in a line of their own. */
export type ReadLine = (line: Input) => LogLine | Other;

/**
 * Lines of nginx and Apache (common and combined, with a virtual host in front and fields behind) and of CloudFront (W3C extended).
 * Most lines are about no article: those are left after a look at their path, and nothing of them is copied.
 */
export function createReadLine(lookup: (path: string) => number | undefined): ReadLine {
  const toTime = createToTime();
  let columns: ReadonlyMap<string, number> | undefined;

  const readColumns = (line: string): LogLine | Other => {
    const fields = line.split('\t');
    const field = (name: string): string => fields[columns?.get(name) ?? -1] ?? '';
    const time = Date.parse(`${field('date')}T${field('time')}Z`) / 1000;
    if (Number.isNaN(time)) return 'broken';
    if (field('cs-method') !== 'GET' || !isSuccess(field('sc-status'))) return 'other';
    const article = lookup(field('cs-uri-stem'));
    return article === undefined ? 'other' : { time, article, client: field('c-ip'), agent: decode(decode(field('cs(User-Agent)'))) };
  };

  return ({ text, start, end }) => {
    if (text[start] === '#') {
      const line = text.slice(start, end);
      if (line.startsWith('#Fields:'))
        columns = new Map(
          line
            .slice('#Fields:'.length)
            .trim()
            .split(/\s+/)
            .map((name, index) => [name, index]),
        );
      return 'other';
    }
    if (columns) return readColumns(text.slice(start, end).trimEnd());
    const quote = text.indexOf('"', start);
    if (quote < 0 || quote >= end) return text.slice(start, end).trim() === '' ? 'other' : 'broken';
    const bracket = text.indexOf('[', start);
    if (bracket < 0 || bracket > quote) return 'broken';
    if (!text.startsWith('GET ', quote + 1)) return 'other';
    const space = text.indexOf(' ', quote + 5);
    if (space < 0 || space >= end) return 'broken';
    const article = lookup(text.slice(quote + 5, space));
    if (article === undefined) return 'other';
    const close = text.indexOf('" ', space);
    if (close < 0 || close >= end) return 'broken';
    if (!isSuccess(text.slice(close + 2, close + 5))) return 'other';
    const time = toTime(text, bracket + 1);
    if (Number.isNaN(time)) return 'broken';
    const client = clientOf(text.slice(start, bracket));
    const referrer = text.indexOf('"', close + 5);
    if (referrer < 0 || referrer >= end) return { time, article, client };
    const before = text.indexOf('" "', referrer);
    if (before < 0 || before >= end) return 'broken';
    let after = text.indexOf('"', before + 3);
    while (after > 0 && after < end && text[after - 1] === '\\') after = text.indexOf('"', after + 1);
    if (after < 0 || after >= end) return 'broken';
    if (end - after > 3 && /prefetch|prerender|preview/i.test(text.slice(after, end))) return 'prefetch';
    return { time, article, client, agent: text.slice(before + 3, after) };
  };
}

/** A page that was sent, and one that the reader's browser still had. */
const isSuccess = (status: string): boolean => status === '200' || status === '304';

/** The first field, or the second one behind a virtual host. */
function clientOf(prefix: string): string {
  const space = prefix.indexOf(' ');
  const first = prefix.slice(0, space);
  if (isIP(first) > 0) return first;
  const second = prefix.slice(space + 1, prefix.indexOf(' ', space + 1));
  return isIP(second) > 0 ? second : first;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The time of any line, in seconds since the epoch; undefined for one without. */
export function timeIn(line: string): number | undefined {
  const extended = /^(\d{4}-\d\d-\d\d)\t(\d\d:\d\d:\d\d)\t/.exec(line);
  const time = extended ? Date.parse(`${extended[1]}T${extended[2]}Z`) / 1000 : createToTime()(line, line.indexOf('[') + 1);
  return Number.isNaN(time) ? undefined : time;
}

const months: Readonly<Record<string, number>> = { Jan: 0, Feb: 1, Mar: 2, Apr: 3, May: 4, Jun: 5, Jul: 6, Aug: 7, Sep: 8, Oct: 9, Nov: 10, Dec: 11 };

/** Reads `16/Nov/2026:08:30:05 +0700` at a place in a text, in seconds since the epoch; each minute is worked out once. */
function createToTime(): (text: string, at: number) => number {
  let known = '';
  let base = Number.NaN;
  return (text, at) => {
    const minute = text.slice(at, at + 17);
    const zone = text.slice(at + 20, at + 26);
    if (`${minute}${zone}` !== known) {
      const [, day, month = '', year, hour, minutes, sign, hours = 0, rest = 0] = /^(\d\d)\/(\w{3})\/(\d{4}):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)$/.exec(minute + zone) ?? [];
      known = `${minute}${zone}`;
      base = Date.UTC(Number(year), months[month] ?? Number.NaN, Number(day), Number(hour), Number(minutes)) / 1000 - (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(rest) * 60);
    }
    return base + Number(text.slice(at + 18, at + 20));
  };
}
