import { readFileSync } from 'node:fs';
import { UsageError } from '../diagnostics/usage-error.ts';
import type { StoreOptions } from '../store/store.ts';

export interface StoreFlags {
  readonly store?: string;
  readonly storeMode?: 'read' | 'write';
  readonly queue?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The store given by the flags or the environment; undefined for none. Keys come only from the environment,
 * or files that it names: every user of a machine can see command lines.
 */
export function toStoreOptions(
  { store, storeMode }: StoreFlags,
  environment: Environment,
): StoreOptions | undefined {
  const url = store ?? environment.BROADSHEET_STORE;
  if (!url) return undefined;
  const keys = {
    private: secret('BROADSHEET_STORE_PRIVATE_KEY', environment),
    public: secret('BROADSHEET_STORE_PUBLIC_KEY', environment),
    snapshot: secret('BROADSHEET_STORE_SNAPSHOT_KEY', environment),
  };
  return {
    url,
    mode: storeMode ?? (keys.private === undefined ? 'read' : 'write'),
    keys,
    s3: {
      accessKeyId: environment.AWS_ACCESS_KEY_ID,
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY,
      sessionToken: environment.AWS_SESSION_TOKEN || undefined,
      region: environment.AWS_REGION || environment.AWS_DEFAULT_REGION || undefined,
      endpoint: environment.AWS_ENDPOINT_URL_S3 || environment.AWS_ENDPOINT_URL || undefined,
    },
  };
}

/** A variable of the environment, or the content of the file in the same variable with `_FILE`. */
function secret(name: string, environment: Environment): string | undefined {
  const file = environment[`${name}_FILE`];
  if (environment[name] || !file) return environment[name] || undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new UsageError(
      { en: `${name}_FILE: ${file} cannot be read`, vi: `${name}_FILE: không đọc được ${file}` },
      { cause: error },
    );
  }
}
