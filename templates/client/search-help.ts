/**
 * What helps readers search, loaded behind the search: what filters offer, words to choose from, keys, and the
 * words around what was found.
 */
import type { Segment } from '../../src/search/find.ts';
import type { spellingsOf as Spellings } from '../../src/search/words.ts';

/** What the search lends: it is not loaded twice. */
interface Tools {
  readonly spellingsOf: typeof Spellings;
  readonly load: (file: string) => Promise<Uint8Array>;
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  /** Searches, with the query in the address. */
  readonly go: (isTyped: boolean) => void;
  /** A text with the words of the query marked. */
  readonly mark: (text: string) => (Node | string)[];
  /** Stands in front of what the reader may have meant. */
  readonly says: string;
}

type Name = readonly [name: string, title: string, address: string];
type Names = Readonly<Record<string, readonly Name[]>>;

export default (tools: Tools) => {
  const names = createNames(tools);
  listen(tools, names);
  return { offer: createOffer(tools, names), ...createSpelling(tools), watch: createWatch(tools) };
};

const toJson = async <Value>(bytes: Promise<Uint8Array>): Promise<Value> =>
  JSON.parse(new TextDecoder().decode(await bytes)) as Value;

/** Names of sections, authors and tags; none where they cannot be loaded. */
function createNames({ load }: Tools): () => Promise<Names> {
  let loaded: Promise<Names> | undefined;
  return () =>
    (loaded ??= toJson<Names>(load('names.json')).catch(() => {
      loaded = undefined;
      return {};
    }));
}

/** Fills the filters with the names and years that there are. */
const createOffer =
  ({ form }: Tools, names: () => Promise<Names>) =>
  async (segments: readonly Segment[]): Promise<void> => {
    const years = new Set(segments.flatMap((one) => one.years.map(([year]) => String(year))));
    const lists = {
      ...(await names()),
      year: [...years]
        .sort()
        .reverse()
        .map((year) => [year, year]),
    };
    for (const [kind, list] of Object.entries(lists)) {
      const select = form.elements.namedItem(kind) as HTMLSelectElement;
      if (select.length > 1) continue;
      for (const [name = '', title] of list) select.add(new Option(title, name));
      select.value = new URLSearchParams(location.search).get(kind) ?? '';
    }
  };

/** What readers may mean by the words that they write. */
function createSpelling({ spellingsOf, load, says }: Tools) {
  const wordsLike = (word: string): Promise<readonly string[]> =>
    toJson<string[]>(load(`words/${/^[a-z]/.exec(spellingsOf(word).folded)?.[0] ?? '_'}.json`)).catch(
      () => [],
    );
  return {
    /** What the last word of a query may be going to be, beside it. */
    completed: async (written: string): Promise<string[][]> => {
      const last = /[\p{L}\p{M}]{2,}$/u.exec(written)?.[0];
      if (!last) return [];
      const { exact, folded } = spellingsOf(last);
      const begins = (word: string): boolean =>
        exact === folded
          ? spellingsOf(word).folded.startsWith(folded)
          : word.startsWith(last.toLowerCase().normalize());
      const words = (await wordsLike(last)).filter(
        (word) => begins(word) && spellingsOf(word).exact !== exact,
      );
      return words.slice(0, 3).map((word) => [last, word]);
    },
    /** A link to the query with words that titles have in place of those that none has. */
    meant: async (written: string): Promise<(Node | string)[]> => {
      let query = written;
      for (const word of written.match(/[\p{L}\p{M}]{3,}/gu)?.slice(0, 8) ?? []) {
        const { folded } = spellingsOf(word);
        const known = (await wordsLike(word)).map((one) => [one, spellingsOf(one).folded] as const);
        if (known.some(([, one]) => one === folded)) continue;
        const near = known.find(([, one]) => isNear(folded, one));
        if (near) query = query.replace(word, () => near[0]);
      }
      return query === written ? [] : [`${says} `, toLink(query, `?${new URLSearchParams({ q: query })}`)];
    },
  };
}

/**
 * Watches for results to be seen whose summaries lack the words, and shows the words as the article has them;
 * not where the reader saves data.
 */
function createWatch({ mark }: Tools): (items: readonly Element[]) => void {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting) {
        observer.unobserve(target);
        void showExcerpt(target, mark);
      }
  });
  return (items) => {
    for (const item of connection?.saveData ? [] : items) {
      const text = item.querySelector('.facts + p');
      if (text && !text.querySelector('mark')) observer.observe(text);
    }
  };
}

/** Puts the words around the first that was found in the place of a summary. */
async function showExcerpt(target: Element, mark: Tools['mark']): Promise<void> {
  const link = target.parentElement?.querySelector('a');
  if (!link || link.origin !== location.origin) return;
  const page = await fetch(link.href).then(
    (response) => response.text(),
    () => '',
  );
  const body = new DOMParser().parseFromString(page, 'text/html').querySelector('.body');
  const [before = '', ...rest] = mark((body?.textContent ?? '').replace(/\s+/g, ' '));
  if (rest.length === 0) return;
  const after: (Node | string)[] = [];
  let left = 140;
  for (const part of rest) {
    if (left <= 0) break;
    after.push(typeof part === 'string' ? part.slice(0, left) : part);
    left -= (typeof part === 'string' ? part : (part.textContent ?? '')).length;
  }
  target.replaceChildren(
    String(before)
      .slice(-70)
      .replace(/^\S*\s/, '… '),
    ...after,
    '…',
  );
}

/** Searches while the reader writes, and suggests names; `/` leads to the field, arrows from it through the results. */
function listen({ spellingsOf, form, input, go }: Tools, names: () => Promise<Names>): void {
  const suggestions = document.getElementById('suggestions') as HTMLElement;
  /** Sections, tags and authors that have a word which begins with what is written. */
  const suggest = async (): Promise<void> => {
    const { folded } = spellingsOf(input.value.trim());
    const all = folded.length < 2 ? [] : Object.values(await names()).flat();
    const found = all.filter(([, title]) => ` ${spellingsOf(title).folded}`.includes(` ${folded}`));
    suggestions.firstElementChild?.replaceChildren(
      ...found.slice(0, 5).map(([, title, address]) => {
        const item = document.createElement('li');
        item.append(toLink(title, address));
        return item;
      }),
    );
    suggestions.hidden = found.length === 0;
  };
  let typing = 0;
  input.addEventListener('input', () => {
    clearTimeout(typing);
    typing = window.setTimeout(() => {
      go(true);
      void suggest();
    }, 250);
  });
  form.addEventListener('submit', () => {
    clearTimeout(typing);
    suggestions.hidden = true;
  });
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return;
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    const stops = document.querySelectorAll<HTMLElement>('#q, #suggestions a, #search-note a, #results a');
    const links = [...stops].filter((one) => one.offsetParent);
    const isSlash = key === '/' && !target.matches('input, select');
    const next = isSlash
      ? input
      : links.includes(target) && by
        ? links[links.indexOf(target) + by]
        : undefined;
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

function toLink(text: string, address: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = text;
  return link;
}

/** Whether one letter more, less, other or in the next one's place makes one word of the other. */
function isNear(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [a, b] = [one.slice(start), other.slice(start)];
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}
