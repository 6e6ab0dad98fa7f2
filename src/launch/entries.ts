/**
 * What the bundle hands out: the command line, a worker thread, a process that makes pictures, what configurations import. Each is run when
 * it is first asked for.
 */
export const cli = () => import('../cli/cli.ts');
export const picture = () => import('../queue/make-picture.ts');
export const worker = () => import('../workers/worker.ts');
// At once, so that whoever imports it can be required.
export const index = (): typeof import('../index.ts') => require('../index.ts');
