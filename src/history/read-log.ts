import { StringDecoder } from 'node:string_decoder';
import { isMarkdown } from '../addresses/markdown-name.ts';
import { git } from './git.ts';

export interface LoggedCommit {
  readonly id: string;
  readonly parents: readonly string[];
  /**
   * The commit date, in seconds since the epoch: a commit that was rebased or cherry-picked keeps its author
   * date.
   */
  readonly time: number;
  readonly name: string;
  /**
   * The author's address as in the commit, without `.mailmap`: the mapping must not decide who somebody is.
   */
  readonly email: string;
  readonly subject: string;
}

/** A file that differs between a commit and its first parent. */
export interface Change {
  readonly status: 'A' | 'M' | 'D' | 'R';
  readonly path: string;
  /** The path before, if the file was moved. */
  readonly from?: string;
  /** Blobs before and after; all zeros for none. */
  readonly old: string;
  readonly new: string;
}

interface Input {
  readonly root: string;
  /** The commits to read: `HEAD`, `a..b`. */
  readonly range: string;
  readonly commit: (commit: LoggedCommit) => void;
  /** Called for each change of the last commit. */
  readonly change: (change: Change) => void;
}

/** How many tokens a commit has. */
const headerLength = 6;

/**
 * Reads the commits, parents before their children, and their changes to the Markdown files below `content/`,
 * in one pass of one process.
 */
export async function readLog({ root, range, commit, change }: Input): Promise<void> {
  const format = ['%x01%H', '%ct', '%aN', '%ae', '%P', '%s'].join('%x00');
  // No paths are given to git: it would compare the trees of each commit with them, which takes twice as long
  // as skipping other files here.
  const args = [
    'log',
    '--reverse',
    '--topo-order',
    '--raw',
    '--diff-merges=first-parent',
    '--no-abbrev',
    '-M',
    '-z',
    '--relative',
    `--format=${format}`,
    range,
    '--',
  ];
  const decoder = new StringDecoder('utf8');
  let unfinished = '';
  let tokens: string[] = [];
  await git({
    cwd: root,
    args,
    read: (chunk) => {
      const parts = (unfinished + decoder.write(chunk)).split('\0');
      unfinished = parts.pop() ?? '';
      tokens = tokens.length === 0 ? parts : tokens.concat(parts);
      tokens = tokens.slice(takeEntries(tokens, { commit, change }));
    },
  });
}

/** Passes on the commits and changes that are complete. Returns how many tokens they have. */
function takeEntries(
  tokens: readonly string[],
  { commit, change }: Pick<Input, 'commit' | 'change'>,
): number {
  for (let index = 0; ; ) {
    const token = tokens[index]?.trimStart();
    if (token === undefined) return index;
    const length = lengthOf(token);
    if (tokens.length - index < length) return index;
    const fields = tokens.slice(index + 1, index + length);
    if (token.startsWith(commitMark)) commit(toCommit(token, fields));
    else if (token.startsWith(':')) {
      const made = toChange(token, fields);
      if (made) change(made);
    }
    index += length;
  }
}

/** The first token of a commit begins with it. */
const commitMark = '\u0001';

/** How many tokens an entry has, by its first one. */
function lengthOf(token: string): number {
  if (token.startsWith(commitMark)) return headerLength;
  if (!token.startsWith(':')) return 1;
  return isMove(kindOf(token)) ? 3 : 2;
}

const kindOf = (token: string): string => token.split(' ')[4] ?? '';

/** Whether the change has two paths, since the file was moved or copied. */
const isMove = (kind: string): boolean => kind.startsWith('R') || kind.startsWith('C');

function toCommit(token: string, fields: readonly string[]): LoggedCommit {
  const [time, name = '', email = '', parents = '', subject = ''] = fields;
  return {
    id: token.slice(commitMark.length),
    parents: parents.split(' ').filter(Boolean),
    time: Number(time),
    name,
    email,
    subject,
  };
}

/** The change of an article; undefined where the file is none before and after. */
function toChange(token: string, [first = '', second = '']: readonly string[]): Change | undefined {
  const [, , old = '', blob = ''] = token.split(' ');
  const kind = kindOf(token);
  const path = isMove(kind) ? second : first;
  if (kind.startsWith('R') && isArticle(first))
    return isArticle(path)
      ? { status: 'R', path, from: first, old, new: blob }
      : { status: 'D', path: first, old, new: '0'.repeat(blob.length) };
  if (!isArticle(path)) return undefined;
  if (isMove(kind)) return { status: 'A', path, old: '0'.repeat(old.length), new: blob };
  return { status: kind === 'A' || kind === 'D' ? kind : 'M', path, old, new: blob };
}

const isArticle = (path: string): boolean => path.startsWith('content/') && isMarkdown(path);
