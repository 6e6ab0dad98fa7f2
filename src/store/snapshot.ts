import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Digest } from '../brands.ts';
import { replaceFile } from '../bytes/replace-file.ts';
import { type EntryKey, toEntryKey } from './entry.ts';
import type { Store } from './store.ts';

/** Largest snapshot in bytes. A larger one is not written. */
const most = 1024 * 1024 * 1024;
/** Bytes of the nonce and the tag of AES-256-GCM. */
const [nonceLength, tagLength] = [12, 16];

/** The state, documents, bodies and git history. */
const inSnapshot = /^(?:state|history|(?:documents|bodies)-[\w-]+)$/;

const keyOf = (pipeline: Digest): EntryKey => toEntryKey(['snapshot', pipeline]);

/** Writes the cache folder of a build to the store, encrypted, as it contains drafts and private fields. */
export async function writeSnapshot(
  store: Store,
  { pipeline, folder }: { pipeline: Digest; folder: string },
): Promise<void> {
  const secret = store.keys.snapshot;
  if (store.mode !== 'write' || !secret) return;
  const parts = readdirSync(folder)
    .filter((name) => inSnapshot.test(name))
    // The state comes last, since it names the others.
    .sort((a, b) => Number(a === 'state') - Number(b === 'state'))
    .map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }));
  const table = JSON.stringify(parts.map(({ name, bytes }) => [name, bytes.length]));
  if (parts.reduce((sum, { bytes }) => sum + bytes.length, 0) > most) return;
  const packed = gzipSync(Buffer.concat([Buffer.from(`${table}\n`), ...parts.map(({ bytes }) => bytes)]), {
    level: 1,
  });
  const key = keyOf(pipeline);
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(key));
  const encrypted = [cipher.update(packed), cipher.final()];
  await store.put(key, Buffer.concat([nonce, cipher.getAuthTag(), ...encrypted]));
}

/**
 * Reads the snapshot of another build into the cache folder. Resolves to whether there was one that this key
 * decrypts.
 */
export async function readSnapshot(
  store: Store,
  { pipeline, folder }: { pipeline: Digest; folder: string },
): Promise<boolean> {
  const secret = store.keys.snapshot;
  if (!secret) return false;
  const key = keyOf(pipeline);
  const content = await store.get(key, most);
  const packed = content && decrypt(content, key, secret);
  if (!packed) return false;
  const bytes = gunzipSync(packed, { maxOutputLength: most + 65_536 });
  const newline = bytes.indexOf(10);
  const table = JSON.parse(bytes.toString('utf8', 0, newline)) as (readonly [string, number])[];
  let offset = newline + 1;
  for (const [name, length] of table) {
    if (inSnapshot.test(name))
      replaceFile(path.join(folder, name), [bytes.subarray(offset, offset + length)]);
    offset += length;
  }
  return true;
}

function decrypt(content: Buffer, key: EntryKey, secret: Buffer): Buffer | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', secret, content.subarray(0, nonceLength), {
      authTagLength: tagLength,
    })
      .setAAD(Buffer.from(key))
      .setAuthTag(content.subarray(nonceLength, nonceLength + tagLength));
    return Buffer.concat([decipher.update(content.subarray(nonceLength + tagLength)), decipher.final()]);
  } catch {
    return undefined;
  }
}
