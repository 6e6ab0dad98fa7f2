import { readdirSync } from 'node:fs';

/** Paths below `content/` of the folders that have an `_index.md`, in order. */
export function findCategories(content: string): string[] {
  return readdirSync(content, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(/[\\/]/))
    .filter(
      (parts) =>
        parts.at(-1) === '_index.md' &&
        parts.length > 1 &&
        !parts.slice(0, -1).some((part) => /^[_.]/.test(part)),
    )
    .map((parts) => parts.slice(0, -1).join('/').normalize('NFC'))
    .sort();
}
