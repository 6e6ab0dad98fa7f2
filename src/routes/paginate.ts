export interface ListPage<Item> {
  /** Undefined for the first, newest page. */
  readonly number?: number;
  readonly items: readonly Item[];
}

/**
 * Splits a list, newest first, into its first page and archive pages that are numbered from the oldest: an
 * archive page, once full, keeps its address and its items for ever. The first page holds the rest, between
 * `size` and `2 * size - 1` items when there are archives. The pages come newest first.
 */
export function paginate<Item>(items: readonly Item[], size: number): ListPage<Item>[] {
  const archives = Math.max(0, Math.floor(items.length / size) - 1);
  const first = items.length - archives * size;
  const pages: ListPage<Item>[] = [{ items: items.slice(0, first) }];
  for (let number = archives; number >= 1; number--) {
    const start = first + (archives - number) * size;
    pages.push({ number, items: items.slice(start, start + size) });
  }
  return pages;
}
