import { readFileSync } from 'node:fs';
import path from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Operation } from '../images/operation.ts';
import { resize } from '../images/resize.ts';
import type { PictureRoute } from '../routes/route.ts';

interface Input {
  readonly root: string;
  readonly wanted: readonly PictureRoute[];
  readonly done: (operation: Operation, bytes: Uint8Array) => void;
  readonly report: (message: Diagnostic) => void;
}

/** Makes the pictures wanted, each source decoded once. One that turns out to be damaged is reported, the others are made. */
export async function resizePictures({ root, wanted, done, report }: Input): Promise<void> {
  const bySource = new Map<PictureRoute['from'], Operation[]>();
  for (const { from, operation } of wanted) {
    const operations = bySource.get(from);
    if (operations) operations.push(operation);
    else bySource.set(from, [operation]);
  }
  await Promise.all(
    [...bySource].map(async ([from, operations]) => {
      try {
        await resize({ bytes: () => readFileSync(path.join(root, from)), operations, write: done });
      } catch (error) {
        report(diagnose('broken-picture', from, {}, { url: from, reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }));
      }
    }),
  );
}
