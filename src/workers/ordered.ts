/** The results of `work` on each item, in the order of the items, with at most `most` of them begun and not yet taken. */
export async function* ordered<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>, most: number): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  let next = 0;
  for (;;) {
    for (; next < items.length && begun.length < most; next++) {
      const result = work(items[next] as Item);
      // Whoever takes it is told; one that fails before its turn must not end the process.
      result.catch(() => {});
      begun.push(result);
    }
    const first = begun.shift();
    if (!first) return;
    yield await first;
  }
}
