import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Rows } from '../blocks/attribute.ts';
import type { Digest, SourcePath } from '../brands.ts';
import { unreadable } from '../bytes/read-if-allowed.ts';
import type { PictureRecord, State } from '../cache/state.ts';
import { describe as describePicture, type PictureFacts } from '../images/describe.ts';
import { describeVideo, type VideoSize } from '../images/describe-video.ts';
import { type BrokenRows, readRows } from '../model/read-rows.ts';
import type { AssetRequest } from '../model/references.ts';
import { digestFile } from './read.ts';

/** A file that pages show or offer, as far as its bytes tell. */
export interface Asset {
  readonly path: SourcePath;
  readonly digest: Digest;
  /** Bytes. */
  readonly size: number;
  /** Set when it is shown as a picture and is one. */
  readonly picture?: PictureFacts;
  /** Set when it is shown as a picture and cannot be: why. */
  readonly broken?: string;
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
  readonly progress: (done: number, total: number) => void;
}

/**
 * Digest and size of every file that documents refer to and that may be read; of pictures also what they are,
 * which is kept by their digest.
 */
export async function describe({
  root,
  requests,
  old,
  next,
  started,
  progress,
}: Input): Promise<Map<string, Asset>> {
  const assets = new Map<string, Asset>();
  const videoOf = async ({ path: file, digest }: Asset): Promise<PictureRecord> => {
    const kept = next.pictures.get(digest) ?? old.pictures.get(digest);
    const video = kept ? kept.video : await describeVideo(path.join(root, file));
    const record = video ? { video } : {};
    next.pictures.set(digest, record);
    return record;
  };
  for (const [index, { file, picture }] of requests.entries()) {
    const record = digestFile({ file, root, old: old.files.get(file.path), started });
    next.files.set(file.path, record);
    if (record.digest === unreadable) continue;
    const asset = { path: file.path, digest: record.digest, size: record.size };
    if (!picture) {
      const rows = /\.csv$/i.test(file.path)
        ? { rows: readRows(readFileSync(path.join(root, file.path))) }
        : {};
      const video = /\.(?:mp4|webm)$/i.test(file.path) ? await videoOf(asset) : {};
      assets.set(file.path, { ...asset, ...rows, ...video });
      continue;
    }
    let described = next.pictures.get(record.digest) ?? old.pictures.get(record.digest);
    if (!described) {
      const facts = await describePicture(readFileSync(path.join(root, file.path)));
      described = 'broken' in facts ? facts : { facts };
      progress(index + 1, requests.length);
    }
    next.pictures.set(record.digest, described);
    assets.set(file.path, {
      ...asset,
      ...(described.facts ? { picture: described.facts } : { broken: described.broken ?? '' }),
    });
  }
  return assets;
}
