import { isNone, textChange, type Version } from './history-record.ts';
import { isWrittenInMerge } from './is-written-in-merge.ts';
import { readBlobs } from './read-blobs.ts';
import { visibleText } from './visible-text.ts';

/** What readers see of a blob. */
interface Text {
  readonly digest: string;
  readonly status: string;
  /** The lines, of blobs that merges concern. */
  readonly lines?: ReadonlySet<string>;
}

/** Sets for each version whether its text differs from the text before. */
export async function compareTexts(root: string, versions: readonly Version[]): Promise<void> {
  const textByBlob = await readTexts(root, versions);
  for (const version of versions) version.text = changeOf(version, textByBlob);
}

async function readTexts(root: string, versions: readonly Version[]): Promise<ReadonlyMap<string, Text>> {
  const textByBlob = new Map<string, Text>();
  const merged = new Set(
    versions.flatMap(({ old, new: blob, others }) => (others ? [old, blob, ...others] : [])),
  );
  const blobs = new Set([...versions.flatMap((version) => [version.old, version.new]), ...merged]);
  await readBlobs({
    root,
    ids: [...blobs].filter((id) => !isNone(id)),
    each: (id, content) => {
      const { digest, status, lines } = visibleText(content);
      textByBlob.set(id, { digest, status, ...(merged.has(id) && { lines: lines() }) });
    },
  });
  return textByBlob;
}

function changeOf(
  { old, new: blob, others = [] }: Version,
  textByBlob: ReadonlyMap<string, Text>,
): NonNullable<Version['text']> {
  const before = textByBlob.get(old);
  const after = textByBlob.get(blob);
  if (!before || !after || before.digest === after.digest) return textChange.same;
  const linesOf = (id: string): ReadonlySet<string> => textByBlob.get(id)?.lines ?? new Set();
  const parents = [old, ...others].map(linesOf);
  if (others.length > 0 && !isWrittenInMerge({ parents, merged: linesOf(blob) })) return textChange.same;
  if (before.status === 'approved') return textChange.approved;
  return before.status === '' ? textChange.silent : textChange.unpublished;
}
