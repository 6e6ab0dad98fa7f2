import path from 'node:path';

/** Where a site's configuration may be, absolute. */
export const configFiles = (root: string): string[] => ['ts', 'js', 'mjs'].map((ending) => path.join(root, `broadsheet.config.${ending}`));
