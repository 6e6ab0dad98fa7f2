import { readSealed, writeSealed } from '../bytes/sealed-file.ts';
import { type HistoryRecord, isNone, none, type TextChange, type Version } from './history-record.ts';

/** Identifies the format of the file. */
const magic = 'broadsheet history 3';

/** Reads the record of the last build; undefined when there is none. */
export function loadRecord(file: string): HistoryRecord | undefined {
  const saved = readSealed<Kept>(file, magic);
  if (!saved) return undefined;
  const { head, commits, files, approvals } = saved;
  return {
    head,
    commits: commits.map(([id, parents, time, name, email, subject]) => ({
      id,
      parents,
      time,
      name,
      email,
      subject,
    })),
    files: new Map(
      files.map(([path, versions]) => [
        path,
        versions.map(
          ([commit, old, blob, text, from, others]): Version => ({
            commit,
            old: old || none,
            new: blob || none,
            ...(text !== null && { text }),
            ...(from && { from }),
            ...(others && { others }),
          }),
        ),
      ]),
    ),
    approvals: new Map(
      approvals.map(([path, latest, status, commit, ...later]) => [path, { latest, status, commit, later }]),
    ),
  };
}

interface Kept {
  readonly head: string;
  readonly commits: readonly (readonly [
    id: string,
    parents: readonly number[],
    time: number,
    name: string,
    email: string,
    subject: string,
  ])[];
  readonly files: readonly (readonly [path: string, versions: readonly KeptVersion[]])[];
  readonly approvals: readonly (readonly [
    path: string,
    latest: number,
    status: string,
    commit: number,
    ...later: number[],
  ])[];
}

type KeptVersion = readonly [
  commit: number,
  old: string,
  blob: string,
  text: TextChange | null,
  from?: string,
  others?: readonly string[],
];

/** Writes the record for the next build. */
export function saveRecord(file: string, { head, commits, files, approvals }: HistoryRecord): void {
  const saved: Kept = {
    head,
    commits: commits.map(({ id, parents, time, name, email, subject }) => [
      id,
      parents,
      time,
      name,
      email,
      subject,
    ]),
    files: [...files].map(([path, versions]) => [
      path,
      versions.map(({ commit, old, new: blob, text = null, from = '', others }): KeptVersion => {
        const [before, after] = [isNone(old) ? '' : old, isNone(blob) ? '' : blob];
        if (others) return [commit, before, after, text, from, others];
        return from === '' ? [commit, before, after, text] : [commit, before, after, text, from];
      }),
    ]),
    approvals: [...approvals].map(([path, { latest, status, commit, later }]) => [
      path,
      latest,
      status,
      commit,
      ...later,
    ]),
  };
  writeSealed(file, magic, saved);
}
