import { StringDecoder } from 'node:string_decoder';
import { git } from './git.ts';

export interface LoggedCommit {
  readonly id: string;
  readonly parents: readonly string[];
  /**
   * When it was put where it is, in seconds since the epoch: a commit that was rebased or picked keeps the
   * date of its author.
   */
  readonly time: number;
  readonly name: string;
  /** The author's address as the commit has it: a `.mailmap` has no say in who somebody is. */
  readonly email: string;
  readonly subject: string;
}

/** A file that is other in a commit than in its first parent. */
export interface Change {
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
  readonly commit: (commit: LoggedCommit) => void;
  /** Is told what the last commit changed. */
  readonly change: (change: Change) => void;
}

const headerLength = 6;

/**
 * Reads the commits, parents before their children, and what they did to the Markdown files below `content/`,
 * in one pass of one process.
 */
export async function readLog({ root, range, commit, change }: Input): Promise<void> {
  const format = ['%x01%H', '%ct', '%aN', '%ae', '%P', '%s'].join('%x00');
  // No paths are given: git would compare each commit's trees with them, which takes twice as long as to pass
  // over what else there is.
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
  let rest = '';
  let tokens: string[] = [];

  const take = (): void => {
    let index = 0;
    for (;;) {
      const token = tokens[index]?.trimStart();
      if (token === undefined) break;
      if (token.startsWith('\u0001')) {
        if (tokens.length - index < headerLength) break;
        const [, time, name = '', email = '', parents = '', subject = ''] = tokens.slice(
          index,
          index + headerLength,
        );
        commit({
          id: token.slice(1),
          parents: parents.split(' ').filter(Boolean),
          time: Number(time),
          name,
          email,
          subject,
        });
        index += headerLength;
      } else if (token.startsWith(':')) {
        const [, , old = '', blob = '', kind = ''] = token.split(' ');
        const moved = kind.startsWith('R') || kind.startsWith('C');
        const length = moved ? 3 : 2;
        if (tokens.length - index < length) break;
        const [first = '', second = ''] = tokens.slice(index + 1, index + length);
        const path = moved ? second : first;
        const wasArticle = isArticle(first);
        if (kind.startsWith('R') && wasArticle && !isArticle(path))
          change({ status: 'D', path: first, old, new: '0'.repeat(blob.length) });
        else if (isArticle(path)) {
          if (kind.startsWith('R') && wasArticle) change({ status: 'R', path, from: first, old, new: blob });
          else
            change({
              status: moved ? 'A' : kind === 'A' || kind === 'D' ? kind : 'M',
              path,
              old: moved ? '0'.repeat(old.length) : old,
              new: blob,
            });
        }
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
