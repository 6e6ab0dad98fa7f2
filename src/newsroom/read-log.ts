import { StringDecoder } from 'node:string_decoder';
import { git } from './git.ts';

export interface Commit {
  readonly id: string;
  /** When its author made it, in seconds since the epoch. */
  readonly time: number;
  readonly name: string;
  readonly email: string;
  readonly subject: string;
  /** It has no parent, or none that this clone has. */
  readonly first: boolean;
}

/** A file that a commit touched. */
export interface Change {
  readonly commit: Commit;
  readonly status: 'A' | 'M' | 'D' | 'R';
  readonly path: string;
  /** The path before, of a file that was moved. */
  readonly from?: string;
  /** Blobs before and after; all zeros for none. */
  readonly old: string;
  readonly new: string;
}

interface Input {
  readonly root: string;
  /** The commits to read: `HEAD`, `a..b`. */
  readonly range: string;
  readonly each: (change: Change) => void;
}

const headerLength = 6;

/** Reads the history of the Markdown files below `content/`, oldest first, in one pass of one process. Merge commits touch nothing. */
export async function readLog({ root, range, each }: Input): Promise<void> {
  const format = ['%x01%H', '%at', '%aN', '%aE', '%P', '%s'].join('%x00');
  // No paths are given: git would compare each commit's trees with them, which takes twice as long as to pass over what else there is.
  const args = [
    '-c',
    'diff.renameLimit=2000',
    '-c',
    'log.showSignature=false',
    'log',
    '--reverse',
    '--topo-order',
    '--raw',
    '--no-abbrev',
    '-M',
    '-z',
    '--relative',
    '--no-color',
    `--format=${format}`,
    range,
    '--',
  ];
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let tokens: string[] = [];
  let commit: Commit | undefined;

  const take = (): void => {
    let index = 0;
    for (;;) {
      const token = tokens[index]?.trimStart();
      if (token === undefined) break;
      if (token.startsWith('\u0001')) {
        if (tokens.length - index < headerLength) break;
        const [, time, name = '', email = '', parents, subject = ''] = tokens.slice(index, index + headerLength);
        commit = { id: token.slice(1), time: Number(time), name, email, subject, first: parents === '' };
        index += headerLength;
      } else if (token.startsWith(':')) {
        const [, , old = '', blob = '', kind = ''] = token.split(' ');
        const moved = kind.startsWith('R') || kind.startsWith('C');
        const length = moved ? 3 : 2;
        if (tokens.length - index < length) break;
        const [first = '', second = ''] = tokens.slice(index + 1, index + length);
        const status = kind.startsWith('R') ? 'R' : kind === 'A' || kind === 'D' ? kind : kind.startsWith('C') ? 'A' : 'M';
        const path = moved ? second : first;
        if (commit && isArticle(path)) each({ commit, status: status === 'R' && !isArticle(first) ? 'A' : status, path, ...(status === 'R' && { from: first }), old, new: blob });
        index += length;
      } else index += 1;
    }
    tokens = tokens.slice(index);
  };
  await git({
    cwd: root,
    args,
    read: (chunk) => {
      const parts = (rest + decoder.write(chunk)).split('\0');
      rest = parts.pop() ?? '';
      tokens = tokens.length === 0 ? parts : tokens.concat(parts);
      take();
    },
  });
}

const isArticle = (path: string): boolean => path.startsWith('content/') && path.endsWith('.md');
