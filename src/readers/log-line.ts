import { isIP } from 'node:net';

/** A successful GET of an article. */
export interface LogLine {
  /** Seconds since the epoch. */
  readonly time: number;
  /** What the lookup returned for the path. */
  readonly article: number;
  readonly client: string;
  /** Undefined in logs without it. */
  readonly agent?: string;
}

/** A line about something else, or one that is invalid. */
export type Other = 'other' | 'prefetch' | 'broken';

/** A line in a piece of a log, with one character per byte. */
export interface Place {
  readonly text: string;
  /** Where the line begins, and where its line feed is. */
  readonly start: number;
  readonly end: number;
}

/** Reads the lines of one log in order. CloudFront's logs have a line that names the columns. */
export interface LineReader {
  readonly read: (line: Place) => LogLine | Other;
  /** The time of any line, in seconds since the epoch; NaN for a line without one. */
  readonly timeOf: (line: Place) => number;
  /**
   * What a line says about the request and the response, without anything that could be the reader's address;
   * empty for an invalid line.
   */
  readonly traceOf: (line: Place) => string;
}

/** CloudFront's columns that distinguish requests without identifying anybody. */
const traced = [
  'date',
  'time',
  'x-edge-location',
  'sc-bytes',
  'cs-method',
  'cs-uri-stem',
  'sc-status',
  'cs(User-Agent)',
  'time-taken',
];

/** Helpers that read the lines of one log. */
interface Tools {
  readonly lookup: (path: string) => number | undefined;
  /** The time at an index in the text, in the format of nginx and Apache. */
  readonly timeAt: (text: string, at: number) => number;
  /** The time at an index in the text, in CloudFront's format. */
  readonly columnTimeAt: (text: string, at: number) => number;
  readonly quoteFrom: (text: string, from: number) => number;
  readonly bracketFrom: (text: string, from: number) => number;
}
/** CloudFront's columns by name. */
type Columns = ReadonlyMap<string, number>;

/**
 * Reads the formats of nginx and Apache (common and combined, with a virtual host before and fields after)
 * and of CloudFront (W3C extended). Most lines are not about articles: they are skipped after a look at their
 * path, without copying anything.
 */
export function createLineReader(lookup: Tools['lookup']): LineReader {
  const tools: Tools = {
    lookup,
    timeAt: createRemembered(26, toTime),
    columnTimeAt: createRemembered(19, (stamp) => Date.parse(`${stamp.replace('\t', 'T')}Z`) / 1000),
    quoteFrom: createFind('"'),
    bracketFrom: createFind('['),
  };
  let columns: Columns | undefined;
  return {
    read: (place) => {
      const { text, start, end } = place;
      if (text[start] === '#') {
        const names = text.slice(start, end);
        if (names.startsWith('#Fields:')) columns = toColumns(names.slice('#Fields:'.length));
        return 'other';
      }
      return columns ? readColumns(place, columns, tools) : readRequest(place, tools);
    },
    timeOf: ({ text, start, end }) => {
      if (columns) return tools.columnTimeAt(text, start);
      const bracket = tools.bracketFrom(text, start);
      return bracket < end ? tools.timeAt(text, bracket + 1) : Number.NaN;
    },
    traceOf: (place) => {
      const parts = columns ? traced.map(fieldsOf(place, columns)) : partsOf(place);
      return hideAddresses(parts.map((part = '') => part.replace(/\?\S*/, '')).join('\t'));
    },
  };
}

/** Gives the fields of a CloudFront line by column name. */
function fieldsOf({ text, start, end }: Place, columns: Columns): (name: string) => string {
  const fields = text.slice(start, end).trimEnd().split('\t');
  return (name) => fields[columns.get(name) ?? -1] ?? '';
}

/** Time, request, status, size and agent of a line of nginx or Apache; empty for an invalid one. */
function partsOf({ text, start, end }: Place): (string | undefined)[] {
  const [, ...parts] =
    /\[([^\]]*)\] "((?:[^"\\]|\\.)*)" (\S+) (\S+)(?: "(?:[^"\\]|\\.)*" "((?:[^"\\]|\\.)*)")?/.exec(
      text.slice(start, end),
    ) ?? [];
  return parts;
}

/** Reads a line of CloudFront. */
function readColumns(place: Place, columns: Columns, { lookup, columnTimeAt }: Tools): LogLine | Other {
  const field = fieldsOf(place, columns);
  const time = columnTimeAt(place.text, place.start);
  if (Number.isNaN(time)) return 'broken';
  if (field('cs-method') !== 'GET' || !isSuccess(field('sc-status'))) return 'other';
  const article = lookup(field('cs-uri-stem'));
  if (article === undefined) return 'other';
  return { time, article, client: field('c-ip'), agent: decode(decode(field('cs(User-Agent)'))) };
}

/** Reads a line of nginx or Apache. */
function readRequest({ text, start, end }: Place, tools: Tools): LogLine | Other {
  const { lookup, timeAt, quoteFrom, bracketFrom } = tools;
  const quote = quoteFrom(text, start);
  const bracket = bracketFrom(text, start);
  if (quote >= end || bracket > quote) return text.slice(start, end).trim() === '' ? 'other' : 'broken';
  if (!text.startsWith('GET ', quote + 1)) return 'other';
  const space = text.indexOf(' ', quote + 5);
  if (space < 0 || space >= end) return 'broken';
  const article = lookup(text.slice(quote + 5, space));
  if (article === undefined) return 'other';
  const line = text.slice(space, end);
  const close = line.indexOf('" ');
  if (close < 0) return 'broken';
  if (!isSuccess(line.slice(close + 2, close + 5))) return 'other';
  const time = timeAt(text, bracket + 1);
  if (Number.isNaN(time)) return 'broken';
  const client = clientOf(text.slice(start, bracket));
  const agent = readAgent(line, close + 5);
  if (agent === 'broken' || agent === 'prefetch') return agent;
  return { time, article, client, ...agent };
}

/**
 * Reads the agent of a line, which follows the referrer; empty where the log does not have it. Fields after
 * the agent may say that the browser prefetched the page.
 */
function readAgent(line: string, from: number): { readonly agent?: string } | 'broken' | 'prefetch' {
  const referrer = line.indexOf('"', from);
  if (referrer < 0) return {};
  const before = line.indexOf('" "', referrer);
  if (before < 0) return 'broken';
  let after = line.indexOf('"', before + 3);
  while (after > 0 && line[after - 1] === '\\') after = line.indexOf('"', after + 1);
  if (after < 0) return 'broken';
  if (line.length - after > 3 && isPrefetch(line.slice(after + 1))) return 'prefetch';
  return { agent: line.slice(before + 3, after) };
}

const toColumns = (names: string): Columns =>
  new Map(
    names
      .trim()
      .split(/\s+/)
      .map((name, index) => [name, index]),
  );

/** The page was sent, or the browser still had it. */
const isSuccess = (status: string): boolean => status === '200' || status === '304';

const purposes = new Set(['prefetch', 'prerender', 'preview', 'anonymous-client-ip']);

/**
 * Whether one of the fields after the agent is a value of `Sec-Purpose`, `Purpose`, `X-Purpose` or `X-Moz`,
 * and nothing else.
 */
const isPrefetch = (fields: string): boolean =>
  [...fields.matchAll(/"([^"]*)"|([^\s"]+)/g)].some(([, quoted, bare]) =>
    (quoted ?? bare ?? '')
      .toLowerCase()
      .split(';')
      .every((word) => purposes.has(word.trim())),
  );

/** The first field, or the second one after a virtual host. */
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

/**
 * Finds a character from an index on; infinite where there is none. A text without the character is searched
 * once, not once per line.
 */
function createFind(character: string): (text: string, from: number) => number {
  let searchedText = '';
  let searchedFrom = 0;
  let position = -1;
  return (text, from) => {
    if (searchedText !== text || from < searchedFrom || from > position) {
      const at = text.indexOf(character, from);
      searchedText = text;
      searchedFrom = from;
      position = at < 0 ? Number.POSITIVE_INFINITY : at;
    }
    return position;
  };
}

const months: Readonly<Record<string, number>> = {
  Jan: 0,
  Feb: 1,
  Mar: 2,
  Apr: 3,
  May: 4,
  Jun: 5,
  Jul: 6,
  Aug: 7,
  Sep: 8,
  Oct: 9,
  Nov: 10,
  Dec: 11,
};

/** Reads `16/Nov/2026:08:30:05 +0700`, in seconds since the epoch. */
function toTime(stamp: string): number {
  const [, day, month = '', year, hour, minute, second, sign, hours = 0, rest = 0] =
    /^(\d\d)\/(\w{3})\/(\d{4}):(\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)$/.exec(stamp) ?? [];
  const local =
    Date.UTC(
      Number(year),
      months[month] ?? Number.NaN,
      Number(day),
      Number(hour),
      Number(minute),
      Number(second),
    ) / 1000;
  return local - (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(rest) * 60);
}

/**
 * Reads times at indexes in a text. The last result is remembered, as consecutive lines often have the same
 * second.
 */
function createRemembered(
  length: number,
  read: (stamp: string) => number,
): (text: string, at: number) => number {
  let lastStamp = '\0';
  let time = Number.NaN;
  return (text, at) => {
    if (!text.startsWith(lastStamp, at)) {
      lastStamp = text.slice(at, at + length);
      time = read(lastStamp);
    }
    return time;
  };
}

/** Replaces everything that looks like an IP address, wherever it is; version numbers of four parts too. */
export const hideAddresses = (text: string): string =>
  text.replace(/[\da-f:.]{3,}/gi, (word) =>
    isLong(word) ? '…' : word.replace(/\d{1,3}(?:\.\d{1,3}){3}/g, '…'),
  );

/** IPv6, with or without punctuation around it. */
const isLong = (word: string): boolean =>
  [word, word.replace(/^:(?!:)|[:.]+$/g, '')].some((address) => isIP(address) === 6);
