import { hash } from 'node:crypto';
import type { Digest } from '../brands.ts';
import type { Operation } from '../images/operation.ts';
import { toEntryKey } from '../store/entry.ts';
import { findMaker } from '../store/pictures.ts';

/** A request to a worker: all missing versions of one picture. */
export interface PictureJob {
  readonly source: Digest;
  readonly operations: readonly Operation[];
}

/**
 * The same id for the same request, so that two builds ask once. Without `:`, which BullMQ does not allow.
 */
export const toJobId = ({ source, operations }: PictureJob): string =>
  toEntryKey([source, operations.map(({ output, ...made }) => made)]);

/** The environment variable that passes the store to a worker's child processes. */
export const storeVariable = 'BROADSHEET_WORKER_STORE';

/** The name of the queue. Workers whose pictures would have other bytes use another queue. */
export async function findQueueName(): Promise<string> {
  return `broadsheet-${hash('sha256', JSON.stringify(await findMaker()), 'hex').slice(0, 16)}`;
}
