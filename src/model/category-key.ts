import type { SourcePath } from '../types.ts';

/** The category that a file says it belongs to: the one that it names, else that of its folder. */
export function categoryKey({ path, data }: { readonly path: SourcePath; readonly data: { readonly category?: string } }): string {
  if (data.category !== undefined) return data.category.startsWith('/') || data.category.endsWith('/') ? data.category.replace(/^\/|\/$/g, '') : data.category;
  const parts = path.normalize('NFC').split('/').slice(1, -1);
  return (path.endsWith('/index.md') ? parts.slice(0, -1) : parts).join('/');
}
