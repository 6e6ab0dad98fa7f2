import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { UsageError } from '../diagnostics/usage-error.ts';

/** Keys as text: 32 bytes each, in base64url. */
export interface WrittenKeys {
  /** For writers (Ed25519). The public key is derived from it. */
  readonly private?: string;
  /** For readers. */
  readonly public?: string;
  /** Encrypts the snapshot (AES-256). Without it no snapshot is written. */
  readonly snapshot?: string;
}

export interface Keys {
  /** Signs entries; missing for readers. */
  readonly sign?: KeyObject;
  readonly verify: KeyObject;
  readonly snapshot?: Buffer;
}

/** The DER prefix of the 32 bytes of an Ed25519 key (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const length = 32;

/** Parses the keys that a mode needs. Throws a {@link UsageError} for missing or invalid ones. */
export function readKeys(written: WrittenKeys, mode: 'read' | 'write'): Keys {
  const snapshot = written.snapshot === undefined ? {} : { snapshot: toBytes(written.snapshot, 'SNAPSHOT') };
  if (mode === 'write') {
    if (written.private === undefined) throw missing('PRIVATE');
    const der = Buffer.concat([privatePrefix, toBytes(written.private, 'PRIVATE')]);
    const sign = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    return { sign, verify: createPublicKey(sign), ...snapshot };
  }
  if (written.public === undefined && written.private !== undefined)
    return { verify: readKeys(written, 'write').verify, ...snapshot };
  if (written.public === undefined) throw missing('PUBLIC');
  const der = Buffer.concat([publicPrefix, toBytes(written.public, 'PUBLIC')]);
  return { verify: createPublicKey({ key: der, format: 'der', type: 'spki' }), ...snapshot };
}

/** Makes new keys. */
export function makeKeys(): Required<WrittenKeys> {
  const pair = generateKeyPairSync('ed25519');
  const der = [
    pair.privateKey.export({ format: 'der', type: 'pkcs8' }),
    pair.publicKey.export({ format: 'der', type: 'spki' }),
  ].map((key) => key.subarray(-length).toString('base64url')) as [string, string];
  return { private: der[0], public: der[1], snapshot: randomBytes(length).toString('base64url') };
}

type Name = 'PRIVATE' | 'PUBLIC' | 'SNAPSHOT';

function toBytes(written: string, name: Name): Buffer {
  const bytes = Buffer.from(written.trim(), 'base64url');
  if (bytes.length === length) return bytes;
  throw new UsageError({
    en: `BROADSHEET_STORE_${name}_KEY is no key: “broadsheet store keys” makes them`,
    vi: `BROADSHEET_STORE_${name}_KEY không phải là khóa: “broadsheet store keys” tạo khóa`,
  });
}

const missing = (name: Name): UsageError =>
  new UsageError({
    en: `the store needs BROADSHEET_STORE_${name}_KEY: “broadsheet store keys” makes the keys`,
    vi: `kho chung cần BROADSHEET_STORE_${name}_KEY: “broadsheet store keys” tạo các khóa`,
  });
