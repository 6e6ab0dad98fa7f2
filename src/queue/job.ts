import { hash } from 'node:crypto';
import type { Digest } from '../brands.ts';
import type { Operation } from '../images/operation.ts';
import { toEntryKey } from '../store/entry.ts';
import { findMaker } from '../store/pictures.ts';

/** What a worker is asked for: all versions of one picture that are missing. */
export interface PictureJob {
  readonly source: Digest;
  readonly operations: readonly Operation[];
}

/** The same for the same request, so that two builds ask once. Without `:`, which BullMQ does not take. */
export const toJobId = ({ source, operations }: PictureJob): string =>
  toEntryKey([source, operations.map(({ output, ...made }) => made)]);

/** The variable of the environment in which a worker tells its child processes of the store. */
export const storeVariable = 'BROADSHEET_WORKER_STORE';

/** Workers whose pictures would have other bytes wait at another queue. */
export async function findQueueName(): Promise<string> {
  return `broadsheet-${hash('sha256', JSON.stringify(await findMaker()), 'hex').slice(0, 16)}`;
}
