import { loadBundle } from './load-bundle.ts';

/** The entry of a worker thread. */
export default (await loadBundle().worker()).default;
