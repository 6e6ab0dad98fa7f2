import { fileURLToPath } from 'node:url';

/** Folder of the installed package: the parent of `src/` here, of `lib/` when compiled. */
export const packageRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
