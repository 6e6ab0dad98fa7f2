/**
 * Search aids, loaded after the search: searching without loading the page again, options of filters,
 * suggested words, keyboard, and text excerpts in results.
 */
import type { SearchIndex } from '../../src/search/open-index.ts';
import type { spellingsOf as Spellings } from '../../src/search/words.ts';

/** Functions of the search, so that they are not loaded twice. */
interface Tools {
  readonly spellingsOf: typeof Spellings;
  readonly load: (file: string) => Promise<Uint8Array>;
  readonly open: () => Promise<SearchIndex>;
  readonly form: HTMLFormElement;
  /** Searches for what the address asks, with further synonyms. */
  readonly search: (synonyms: readonly (readonly string[])[]) => Promise<void>;
  /** Fills the form from the address, and searches. */
  readonly restore: () => void;
  /** Marks the words of the query in a text. */
  readonly mark: (text: string) => (Node | string)[];
  /** The text before a suggested query. */
  readonly says: string;
}

type Name = readonly [name: string, title: string, address: string];
type Names = Readonly<Record<string, readonly Name[]>>;

export default (tools: Tools) => {
  const names = createNames(tools);
  const offer = createOffer(tools, names);
  const { completed, meant } = createSpelling(tools);
  listen(tools, { names, offer, completed });
  return { offer, meant, watch: createWatch(tools) };
};

const toJson = async <Value>(bytes: Promise<Uint8Array>): Promise<Value> =>
  JSON.parse(new TextDecoder().decode(await bytes)) as Value;

/** Names of sections, authors and tags; empty where they cannot be loaded. */
function createNames({ load }: Tools): () => Promise<Names> {
  let loaded: Promise<Names> | undefined;
  return () =>
    (loaded ??= toJson<Names>(load('names.json')).catch(() => {
      loaded = undefined;
      return {};
    }));
}

/** Fills the filters with the available names and years. */
const createOffer =
  ({ form, open }: Tools, names: () => Promise<Names>) =>
  async (): Promise<void> => {
    const { segments } = await open();
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

/** Spelling suggestions for words of the query. */
function createSpelling({ spellingsOf, load, open, says }: Tools) {
  /** Words of titles with the same first letter, and of the newest titles, which are in no list. */
  const wordsLike = async (word: string): Promise<readonly string[]> => {
    const { segments, row } = await open();
    const last = segments.length - 1;
    const newest = Array.from({ length: segments[last]?.articles ?? 0 }, (_, number) => row(last, number));
    const titles = (await Promise.all(newest)).map((one) => one?.[0].toLowerCase());
    const letter = /^[a-z]/.exec(spellingsOf(word).folded)?.[0] ?? '_';
    const listed = last === 0 ? [] : toJson<string[]>(load(`words/${letter}.json`)).catch(() => []);
    return [...(await listed), ...(titles.join(' ').match(/[\p{L}\p{M}]{2,}/gu) ?? [])];
  };
  return {
    /** Completions of the last word of a query, each with that word. */
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
    /** A link to the query with unknown words replaced by similar ones from titles. */
    meant: async (written: string): Promise<(Node | string)[]> => {
      let query = written;
      for (const word of written.match(/[\p{L}\p{M}]{3,}/gu)?.slice(0, 8) ?? []) {
        const { folded } = spellingsOf(word);
        const candidates = (await wordsLike(word)).map((one) => [one, spellingsOf(one).folded] as const);
        if (candidates.some(([, one]) => one === folded)) continue;
        const near = candidates.find(([, one]) => isNear(folded, one));
        if (near) query = query.replace(word, () => near[0]);
      }
      return query === written ? [] : [`${says} `, toLink(query, `?${new URLSearchParams({ q: query })}`)];
    },
  };
}

/**
 * Replaces summaries without the words of the query by excerpts of the article, when results become visible.
 * Not where the reader saves data.
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

/** Replaces a summary by the words around the first match. */
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

interface Aids {
  readonly names: () => Promise<Names>;
  readonly offer: () => Promise<void>;
  readonly completed: (written: string) => Promise<string[][]>;
}

/**
 * Searches when the form or the address changes, and suggests names while the reader types. `/` focuses the
 * field, and arrow keys move through the results.
 */
function listen({ spellingsOf, form, search, restore }: Tools, { names, offer, completed }: Aids): void {
  const input = form.elements.namedItem('q') as HTMLInputElement;
  const suggestions = document.getElementById('suggestions') as HTMLElement;
  /** Puts the contents of the form into the address, and searches. */
  const go = async (isTyped: boolean): Promise<void> => {
    const filled = [...new FormData(form)].flatMap(([key, value]) => (value ? [[key, String(value)]] : []));
    history[isTyped ? 'replaceState' : 'pushState'](null, '', `?${new URLSearchParams(filled)}`);
    void search(isTyped ? await completed(input.value).catch(() => []) : []);
  };
  /** Sections, tags and authors with a word that begins with the input. */
  const suggest = async (): Promise<void> => {
    const { folded } = spellingsOf(input.value.trim());
    const all = folded.length < 2 ? [] : Object.values(await names()).flat();
    const suggested = all.filter(([, title]) => ` ${spellingsOf(title).folded}`.includes(` ${folded}`));
    suggestions.firstElementChild?.replaceChildren(
      ...suggested.slice(0, 5).map(([, title, address]) => {
        const item = document.createElement('li');
        item.append(toLink(title, address));
        return item;
      }),
    );
    suggestions.hidden = suggested.length === 0;
  };
  let typing = 0;
  input.addEventListener('input', () => {
    clearTimeout(typing);
    typing = window.setTimeout(() => {
      void go(true);
      void suggest();
    }, 250);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(typing);
    suggestions.hidden = true;
    void go(false);
  });
  form.addEventListener('change', ({ target }) => {
    if (target !== input) void go(false);
  });
  input.addEventListener('focus', () => void offer().catch(() => {}));
  addEventListener('popstate', restore);
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

/** Whether two words differ by one inserted, removed, replaced or swapped letter. */
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
