import { readFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from '../bytes/digest.ts';
import { groupBy } from '../bytes/group-by.ts';
import { toLfsPointer } from '../bytes/lfs-pointer.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { resize } from '../images/resize.ts';
import type { ListedRoute } from '../routes/routes.ts';

export type PictureRoute = Extract<ListedRoute, { kind: 'picture' }>;

interface Input {
  readonly root: string;
  readonly wanted: readonly PictureRoute[];
  /** Takes what was made; the next is made when it resolves. */
  readonly done: (route: PictureRoute, bytes: Uint8Array) => Promise<void> | void;
  readonly report: (message: Diagnostic) => void;
}

/**
 * Makes the pictures wanted, each source decoded once. One that turns out to be damaged is reported, the
 * others are made. Rejects when `done` does.
 */
export async function resizePictures({ root, wanted, done, report }: Input): Promise<void> {
  const ofSource = async (routes: readonly PictureRoute[]): Promise<void> => {
    const [route] = routes as [PictureRoute];
    const byOutput = new Map(routes.map((one) => [one.operation.output, one]));
    let unwritten: unknown;
    try {
      await resize({
        bytes: () => readSource(root, route),
        operations: routes.map(({ operation }) => operation),
        write: async ({ output }, made) => {
          try {
            await done(byOutput.get(output) as PictureRoute, made);
          } catch (error) {
            unwritten = error;
            throw error;
          }
        },
      });
    } catch (error) {
      if (error === unwritten) throw error;
      if (error instanceof NotFetched)
        report(diagnose('lfs-pointer', route.user.path, route.user, { url: route.from }));
      else {
        const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        report(toBroken(routes, reason));
      }
    }
  };
  await Promise.all([...groupBy(wanted, ({ from }) => from).values()].map(ofSource));
}

/** The file is a Git LFS pointer: its bytes are not here. */
class NotFetched extends Error {}

/** The bytes of a picture. Throws where they are not those that its versions were planned for. */
export function readSource(root: string, { from, operation }: PictureRoute): Buffer {
  const content = readFileSync(path.join(root, from));
  if (toLfsPointer(content)) throw new NotFetched();
  if (digestOf(content) !== operation.source)
    throw new Error('the file was changed while the site was built');
  return content;
}

/** Says where a picture is shown that cannot be made, and why. */
export function toBroken(routes: readonly PictureRoute[], reason: string): Diagnostic {
  const [{ from, user, users }] = routes as [PictureRoute];
  return diagnose('broken-picture', user.path, user, {
    url: from,
    reason,
    ...alsoIn([...users].filter((file) => file !== user.path)),
  });
}

/** The other files that show a picture: the first ones, and how many more. */
const alsoIn = (files: readonly string[]): Diagnostic['values'] => ({
  ...(files.length > 0 && { files: files.slice(0, 3).join(', ') }),
  ...(files.length > 3 && { others: files.length - 3 }),
});
