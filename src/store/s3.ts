import { UsageError } from '../diagnostics/usage-error.ts';
import type { Send } from './http.ts';

/** Access to S3 or a compatible service, read from the same environment variables as AWS tools. */
export interface S3Access {
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly sessionToken?: string;
  readonly region?: string;
  /** Endpoint of a server that is not Amazon's. */
  readonly endpoint?: string;
}

/** Converts the address of a bucket, `s3://bucket/folder`, to HTTP, with a function that signs requests. */
export async function openS3(
  { host: bucket, pathname }: URL,
  { accessKeyId, secretAccessKey, sessionToken, region = 'us-east-1', endpoint }: S3Access,
): Promise<{ url: string; send: Send }> {
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new UsageError({
      en: 'a store at s3: needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
      vi: 'kho chung ở s3: cần AWS_ACCESS_KEY_ID và AWS_SECRET_ACCESS_KEY',
    });
  const { AwsClient } = await import('aws4fetch');
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken !== undefined && { sessionToken }),
    service: 's3',
    region,
    retries: 0,
  });
  const top =
    endpoint === undefined
      ? `https://${bucket}.s3.${region}.amazonaws.com`
      : `${endpoint.replace(/\/+$/, '')}/${bucket}`;
  return {
    url: `${top}${pathname}`.replace(/\/+$/, ''),
    // The client does not pass the signal on, and would retry.
    send: async (url, { signal, ...init }) =>
      fetch(await client.sign(url, init), { ...(signal && { signal }), redirect: 'manual' }),
  };
}
