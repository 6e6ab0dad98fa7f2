import { git } from './git.ts';

/**
 * Reads blobs of the repository through one process, and passes each on as soon as it is complete. Missing
 * ones are skipped.
 */
export async function readBlobs({
  root,
  ids,
  each,
}: {
  root: string;
  ids: readonly string[];
  each: (id: string, content: Buffer) => void;
}): Promise<void> {
  if (ids.length === 0) return;
  let pending: Buffer = Buffer.alloc(0);
  await git({
    cwd: root,
    args: ['cat-file', '--batch'],
    input: `${ids.join('\n')}\n`,
    read: (chunk) => {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      let start = 0;
      for (;;) {
        const newline = pending.indexOf(10, start);
        if (newline < 0) break;
        const [id = '', kind, size] = pending.toString('latin1', start, newline).split(' ');
        if (kind === 'missing') {
          start = newline + 1;
          continue;
        }
        const end = newline + 1 + Number(size);
        if (pending.length < end + 1) break;
        each(id, pending.subarray(newline + 1, end));
        start = end + 1;
      }
      pending = pending.subarray(start);
    },
  });
}
