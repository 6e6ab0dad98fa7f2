import { atInstant } from '../dates/date-time.ts';

interface Input {
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly timeZone: string;
  /** Id or name for the byline. */
  readonly author?: string;
}

/** The beginning of a new article, a draft. JSON's strings are YAML's, whatever stands in them. */
export const writeFrontMatter = ({ title, now, timeZone, author }: Input): string =>
  [
    '---',
    `title: ${JSON.stringify(title)}`,
    `date: ${atInstant(now, timeZone).slice(0, 16).replace('T', ' ')}`,
    ...(author === undefined
      ? []
      : [`authors: [${/^[a-z\d-]+$/.test(author) ? author : JSON.stringify(author)}]`]),
    'status: draft',
    'summary:',
    'tags: []',
    '---',
    '',
    '',
  ].join('\n');
