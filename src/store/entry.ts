import { hash, sign, verify } from 'node:crypto';
import { canonicalJson } from '../bytes/fingerprint.ts';
import type { Keys } from './keys.ts';

/** The name of an entry: a SHA-256 in hexadecimal. */
export type EntryKey = string & { readonly __brand: 'EntryKey' };

/** The key of a description: equal for equal descriptions. */
export const toEntryKey = (description: unknown): EntryKey =>
  hash('sha256', canonicalJson(description), 'hex') as EntryKey;

const magic = 'broadsheet store 1';

/** What is signed. It includes the key, so an entry is valid under its own key only. */
const statementOf = (key: EntryKey, digest: string): Buffer => Buffer.from(`${magic}\n${key}\n${digest}`);

/** An entry as stored: a line with the digest of the content and the signature, then the content. */
export function sealEntry(key: EntryKey, content: Uint8Array, privateKey: NonNullable<Keys['sign']>): Buffer {
  const digest = hash('sha256', content, 'hex');
  const signature = sign(null, statementOf(key, digest), privateKey).toString('base64url');
  return Buffer.concat([Buffer.from(`${magic} ${digest} ${signature}\n`), content]);
}

/** The content of an entry; undefined when its signature is not valid. */
export function openEntry(key: EntryKey, entry: Buffer, publicKey: Keys['verify']): Buffer | undefined {
  const newline = entry.subarray(0, 256).indexOf(10);
  const line = entry.toString('latin1', 0, Math.max(0, newline));
  const content = entry.subarray(newline + 1);
  const digest = hash('sha256', content, 'hex');
  const [, signature = ''] = line.split(`${magic} ${digest} `);
  if (!verify(null, statementOf(key, digest), publicKey, Buffer.from(signature, 'base64url')))
    return undefined;
  return content;
}
