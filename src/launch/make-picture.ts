import { loadBundle } from './load-bundle.ts';

/** The entry of a process that makes pictures for a worker. */
export default (await loadBundle().picture()).default;
