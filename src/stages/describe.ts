import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Rows } from '../blocks/attribute.ts';
import type { Digest, SourcePath } from '../brands.ts';
import { mostOfPointer, toLfsPointer } from '../bytes/lfs-pointer.ts';
import { readIfAllowed, unreadable } from '../bytes/read-if-allowed.ts';
import type { PictureRecord, State } from '../cache/state.ts';
import { describe as describePicture, type PictureFacts } from '../images/describe.ts';
import { describeVideo, type VideoSize } from '../images/describe-video.ts';
import { type BrokenRows, readRows } from '../model/read-rows.ts';
import type { AssetRequest } from '../model/references.ts';
import type { StoredPictures } from '../store/pictures.ts';
import { digestFile } from './read.ts';

/** What the bytes of a file say that pages show or offer. */
export interface Asset {
  readonly path: SourcePath;
  readonly digest: Digest;
  /** Bytes. */
  readonly size: number;
  /** Set when it is shown as a picture and is one. */
  readonly picture?: PictureFacts;
  /** Set when it is shown as a picture and cannot be: why. */
  readonly broken?: string;
  /** The file is a pointer of Git LFS: the digest is that of the bytes that are elsewhere. */
  readonly inLfs?: true;
  /** Of a CSV file: its cells, or why there are none. */
  readonly rows?: Rows | BrokenRows;
  /** Of a video, where it can be read. */
  readonly video?: VideoSize;
}

interface Input {
  readonly root: string;
  readonly requests: readonly AssetRequest[];
  readonly old: State;
  readonly next: State;
  readonly started: number;
  /** Opens the pictures that machines share, where there is a store. */
  readonly storedPictures?: () => Promise<StoredPictures>;
  readonly progress: (done: number, total: number) => void;
}

/**
 * Finds digest and size of every readable file that documents refer to. Facts about pictures are cached by
 * digest.
 */
export async function describe(input: Input): Promise<Map<string, Asset>> {
  const { root, requests, next, progress } = input;
  const assets = new Map<string, Asset>();
  const wanted = requests.flatMap((request) => toWanted(request, input));
  const recall = await recaller(wanted, input);
  for (const [index, { asset, picture }] of wanted.entries()) {
    const file = path.join(root, asset.path);
    if (!picture) {
      const rows = /\.csv$/i.test(file) && !asset.inLfs ? { rows: readRows(readFileSync(file)) } : {};
      const video = /\.(?:mp4|webm)$/i.test(file) && !asset.inLfs ? await videoOf(asset, input) : {};
      assets.set(asset.path, { ...asset, ...rows, ...video });
      continue;
    }
    // Without a store, facts about pictures in Git LFS are not used, even if an earlier build had them.
    const isKnown = !asset.inLfs || input.storedPictures !== undefined;
    let described = isKnown ? (next.pictures.get(asset.digest) ?? recall(asset.digest)) : undefined;
    if (!described && asset.inLfs) {
      assets.set(asset.path, asset);
      continue;
    }
    if (!described) {
      const facts = await describePicture(readFileSync(file));
      const stored = await input.storedPictures?.();
      await stored?.writeFacts(asset.digest, facts);
      described = toRecord(facts);
      progress(index + 1, wanted.length);
    }
    next.pictures.set(asset.digest, described);
    assets.set(asset.path, {
      ...asset,
      ...(described.facts ? { picture: described.facts } : { broken: described.broken ?? '' }),
    });
  }
  return assets;
}

interface Wanted {
  readonly asset: Asset;
  readonly picture: boolean;
}

/** A file that may be read, with its digest; where Git LFS has its bytes elsewhere, with that of those. */
function toWanted({ file, picture }: AssetRequest, { root, old, next, started }: Input): Wanted[] {
  const record = digestFile({ file, root, old: old.files.get(file.path), started });
  next.files.set(file.path, record);
  if (record.digest === unreadable) return [];
  const asset = { path: file.path, digest: record.digest, size: record.size };
  const bytes = record.size < mostOfPointer ? readIfAllowed(path.join(root, file.path)) : undefined;
  const pointer = bytes && toLfsPointer(bytes);
  return [{ asset: pointer ? { ...asset, ...pointer, inLfs: true } : asset, picture }];
}

/** Looks up the facts about pictures, in the last state and in the store. */
async function recaller(
  wanted: readonly Wanted[],
  { old, storedPictures }: Input,
): Promise<(digest: Digest) => PictureRecord | undefined> {
  const unknown = new Set(
    wanted.flatMap(({ asset, picture }) =>
      picture && !old.pictures.has(asset.digest) ? [asset.digest] : [],
    ),
  );
  const found = new Map<Digest, PictureRecord>();
  if (storedPictures && unknown.size > 0) {
    const stored = await storedPictures();
    const learn = async (digest: Digest): Promise<void> => {
      const facts = await stored.readFacts(digest);
      if (facts) found.set(digest, toRecord(facts));
    };
    await Promise.all([...unknown].map(learn));
  }
  return (digest) => old.pictures.get(digest) ?? found.get(digest);
}

const toRecord = (facts: PictureFacts | { readonly broken: string }): PictureRecord =>
  'broken' in facts ? facts : { facts };

/** The size of a video, cached by digest like the facts about pictures. */
async function videoOf({ path: file, digest }: Asset, { root, old, next }: Input): Promise<PictureRecord> {
  const described = next.pictures.get(digest) ?? old.pictures.get(digest);
  const video = described ? described.video : await describeVideo(path.join(root, file));
  const record = video ? { video } : {};
  next.pictures.set(digest, record);
  return record;
}
