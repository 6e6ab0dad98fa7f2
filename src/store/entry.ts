import { hash, sign, verify } from 'node:crypto';
import { canonicalJson } from '../bytes/fingerprint.ts';
import type { Keys } from './keys.ts';

/** The name of an entry: a SHA-256 in hexadecimal. */
export type EntryKey = string & { readonly __brand: 'EntryKey' };

/** The key of what is described: the same for the same description. */
export const toEntryKey = (description: unknown): EntryKey =>
  hash('sha256', canonicalJson(description), 'hex') as EntryKey;

const magic = 'broadsheet store 1';

/** What is signed: an entry counts under its own key alone. */
const statementOf = (key: EntryKey, digest: string): Buffer => Buffer.from(`${magic}\n${key}\n${digest}`);

/** An entry as it lies in the store: a line with the digest of the content and the signature, the content. */
export function sealEntry(key: EntryKey, content: Uint8Array, privateKey: NonNullable<Keys['sign']>): Buffer {
  const digest = hash('sha256', content, 'hex');
  const signature = sign(null, statementOf(key, digest), privateKey).toString('base64url');
  return Buffer.concat([Buffer.from(`${magic} ${digest} ${signature}\n`), content]);
}

/** The content of an entry; undefined when it is not what somebody with the private key put there. */
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
