import { awaitSite } from './awaited.ts';

/**
 * What the module at a URL exports. The one place where modules are loaded that are not ours: in the compiled tool it is the
 * loader's `import`, which code kept by V8 cannot do.
 */
export const importModule = (url: string): Promise<unknown> => awaitSite({ module: url }, import(url));
