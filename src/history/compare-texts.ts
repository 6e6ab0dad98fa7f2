import { isNone, textChange, type Version } from './history-record.ts';
import { isWrittenInMerge } from './is-written-in-merge.ts';
import { readBlobs } from './read-blobs.ts';
import { visibleText } from './visible-text.ts';

/** What readers see of a blob. */
interface Text {
  /** Digest of the source. */
  readonly digest: string;
  /** Digest of the rendered text, only where two sources differ; undefined when it cannot be rendered. */
  rendered?: string | undefined;
  readonly status: string;
  /** The lines, only of blobs that merges need. */
  readonly lines?: ReadonlySet<string>;
}

/** Sets for each version whether its text differs from the text before. */
export async function compareTexts(root: string, versions: readonly Version[]): Promise<void> {
  const textByBlob = await readTexts(root, versions);
  await renderTexts(root, versions, textByBlob);
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

/** How many versions have their blobs in memory at once. */
const most = 500;

/** Renders the texts whose sources differ, since wrapping lines differently is no update. */
async function renderTexts(
  root: string,
  versions: readonly Version[],
  textByBlob: ReadonlyMap<string, Text>,
): Promise<void> {
  const differing = versions.filter(({ old, new: blob }) => {
    const [before, after] = [textByBlob.get(old), textByBlob.get(blob)];
    return before && after && before.digest !== after.digest;
  });
  if (differing.length === 0) return;
  const { createRenderedDigest } = await import('./rendered-text.ts');
  const digest = await createRenderedDigest();
  for (let start = 0; start < differing.length; start += most) {
    const contents = new Map<string, Buffer>();
    const ids = differing.slice(start, start + most).flatMap((version) => [version.old, version.new]);
    const each = (id: string, content: Buffer): void => void contents.set(id, Buffer.from(content));
    await readBlobs({ root, ids: [...new Set(ids)], each });
    for (const [id, content] of contents) {
      const text = textByBlob.get(id);
      if (text) text.rendered ??= await digest(content);
    }
  }
}

/** Whether two texts look the same to readers. */
const looksSame = (before: Text, after: Text): boolean =>
  before.digest === after.digest || (before.rendered !== undefined && before.rendered === after.rendered);

function changeOf(
  { old, new: blob, others = [] }: Version,
  textByBlob: ReadonlyMap<string, Text>,
): NonNullable<Version['text']> {
  const before = textByBlob.get(old);
  const after = textByBlob.get(blob);
  if (!before || !after || looksSame(before, after)) return textChange.same;
  const linesOf = (id: string): ReadonlySet<string> => textByBlob.get(id)?.lines ?? new Set();
  const parents = [old, ...others].map(linesOf);
  if (others.length > 0 && !isWrittenInMerge({ parents, merged: linesOf(blob) })) return textChange.same;
  if (before.status === 'approved') return textChange.approved;
  return before.status === '' ? textChange.silent : textChange.unpublished;
}
