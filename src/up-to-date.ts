import type { State } from './cache/state.ts';
import type { Discovered } from './stages/discover.ts';
import { isUntouched } from './stages/output.ts';
import { digestFile, sameStat } from './stages/read.ts';
import type { Digest } from './types.ts';

interface Input {
  readonly out: string;
  /** Digest of configuration, templates and tool. */
  readonly key: Digest;
  readonly now: number;
  readonly discovered: Discovered;
  readonly old: State;
  /** What lies in the output folder is not known. */
  readonly distrusted: boolean;
}

/** More files than this that are too young to be trusted by their time, and a look at all bytes is no shortcut. */
const fewYoung = 50;

/**
 * Whether a build would do nothing: all that it is a function of is what it was (files, configuration, templates, tool, and a moment
 * between the same two changes by schedule), and what it wrote lies as it was left. The stages then need not run to say so.
 */
export function isUpToDate(input: Input & { readonly root: string }): boolean {
  const { root, discovered, old } = input;
  const { files } = old;
  if (discovered.files.length !== files.size) return false;
  let young = 0;
  for (const file of discovered.files) {
    const known = files.get(file.path);
    if (!known) return false;
    if (known.young && ++young > fewYoung) return false;
    if (known.digest === '' ? !sameStat(known, file) : digestFile({ file, root, old: known, started: 0 }).digest !== known.digest) return false;
  }
  return isAsLeft(input);
}

/** Whether configuration, templates, tool and schedule are those of the last build, and what it wrote lies as it was left. */
export function isAsLeft({ out, key, now, discovered, old, distrusted }: Input): boolean {
  const { last, outputs } = old;
  if (distrusted || last?.key !== key || now < last.now || (last.until !== undefined && now >= last.until) || discovered.messages.length > 0) return false;
  for (const [output, record] of outputs) if (!isUntouched(`${out}/${output}`, record)) return false;
  return true;
}
