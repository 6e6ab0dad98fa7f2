/**
 * The exports of the bundle: the command line, a worker thread, a process that makes pictures, and the API
 * for configurations. Each runs on first use.
 */
export const cli = () => import('../cli/cli.ts');
export const picture = () => import('../queue/make-picture.ts');
export const worker = () => import('../workers/worker.ts');
// Synchronous, so that the package can also be loaded with `require`.
export const index = (): typeof import('../index.ts') => require('../index.ts');
