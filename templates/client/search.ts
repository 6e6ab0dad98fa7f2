/** The search page: from the form to the results. */

import { find, type Hit } from '../../src/search/find.ts';
import { facetKey } from '../../src/search/hash.ts';
import { openIndex, type Row, type SearchIndex } from '../../src/search/open-index.ts';
import { readQuery } from '../../src/search/query.ts';
import { spellingsOf, toWord, type Word } from '../../src/search/words.ts';
import type helpOf from './search-help.ts';

declare global {
  interface Window {
    searchHelp: typeof helpOf;
  }
}

const {
  index: folder,
  help: helpAddress,
  words,
} = (document.currentScript as HTMLElement).dataset as { index: string; help: string; words: string };
/** Words of the page, in its language. */
const w = JSON.parse(words) as Record<
  'searching' | 'foundNone' | 'foundPart' | 'foundError' | 'meant' | 'other',
  string
> & { readonly [form: string]: string };
const { lang } = document.documentElement;
/** How many results are shown at a time. */
const step = 10;

const byId = <Kind extends HTMLElement>(id: string): Kind => document.getElementById(id) as Kind;
const form = byId<HTMLFormElement>('search');
const status = byId('search-status');
const note = byId('search-note');
const results = byId('results');
const more = byId('more');

/** The hits on the page, and the words marked in them. */
let shown: { readonly hits: readonly Hit[]; readonly words: readonly Word[] } = { hits: [], words: [] };
let opened: Promise<SearchIndex> | undefined;
/** Whether the index was already replaced and reopened for this search. */
let isReopened = false;
/** Number of the current search. Older ones show nothing. */
let turn = 0;
/** Index of the first hit that is not shown. */
let next = 0;

async function load(name: string, fresh?: boolean): Promise<Uint8Array> {
  const response = await fetch(folder + name, { cache: fresh ? 'no-cache' : 'default' });
  if (!response.ok) throw name;
  return new Uint8Array(await response.arrayBuffer());
}

const sayPart = (): void => {
  note.textContent = w.foundPart;
};

function open(): Promise<SearchIndex> {
  const index = (opened ??= openIndex({
    load,
    onMissing: sayPart,
    onReplaced: () => {
      if (opened !== index) return;
      opened = undefined;
      if (isReopened) sayPart();
      else void search([], true);
    },
  }));
  return index;
}

let helping: Promise<ReturnType<typeof helpOf> | undefined> | undefined;
/**
 * Loads the search aids. Without them the search works as a plain form. A page opened from disk already has
 * them.
 */
const help = (): NonNullable<typeof helping> =>
  (helping ??= Promise.resolve(window.searchHelp ?? import(helpAddress))
    .then(() => window.searchHelp({ spellingsOf, load, open, form, search, restore, mark, says: w.meant }))
    .catch(() => undefined));

/**
 * Searches for what the address asks, with further synonyms. `isAgain`: since the index was replaced.
 */
async function search(synonyms: readonly (readonly string[])[] = [], isAgain = false): Promise<void> {
  const mine = ++turn;
  const fields = new URLSearchParams(location.search);
  const asked = (name: string): string => fields.get(name) ?? '';
  const written = asked('q');
  const isAsked = [...fields.values()].some(Boolean);
  isReopened = isAgain;
  byId('search-empty').hidden = isAsked;
  status.textContent = isAsked ? w.searching : '';
  note.textContent = '';
  shown = { hits: [], words: [] };
  if (!isAsked) return showMore(mine);
  try {
    const { segments, entry } = await open();
    const query = readQuery(written, [...entry.synonyms, ...synonyms]);
    const hits = await find({
      query,
      segments,
      filters: (['category', 'author', 'tag', 'type'] as const).flatMap((kind) =>
        asked(kind) ? facetKey(kind, asked(kind)) : [],
      ),
      year: Number(asked('year')),
      weights: entry.weights,
      byDate: asked('sort') !== '',
    });
    if (mine !== turn) return;
    shown = { hits, words: query.words };
    status.textContent = hits.length
      ? (w[new Intl.PluralRules(lang).select(hits.length)] ?? w.other).replace(
          '{count}',
          hits.length.toLocaleString(lang),
        )
      : w.foundNone.replace('{query}', () => written);
    await showMore(mine);
    const aids = await help();
    void aids?.offer();
    const words = hits.length ? [] : ((await aids?.meant(written)) ?? []);
    if (mine === turn) note.append(...words);
  } catch {
    if (mine !== turn) return;
    status.textContent = w.foundError;
    opened = undefined;
  }
}

/** Shows the first or next results of a search, unless a newer search has started. */
async function showMore(mine: number, first = 0): Promise<void> {
  const { hits } = shown;
  const index = hits.length ? await open() : undefined;
  const rows = await Promise.all(
    hits.slice(first, first + step).map(({ segment, number }) => index?.row(segment, number)),
  );
  if (mine !== turn) return;
  if (!first) results.replaceChildren();
  const items = rows.flatMap((row) => (row ? toItem(row) : []));
  results.append(...items);
  next = first + step;
  more.hidden = next >= hits.length;
  if (shown.words.length) (await help())?.watch(items);
}

function element(name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function toItem([title, address, date, category, summary, picture, rowLang]: Row): HTMLElement {
  const link = element('a', ...mark(title));
  link.setAttribute('href', address);
  const day = element('time', new Date(date).toLocaleDateString(lang, { timeZone: 'UTC' }));
  const facts = element('p', category, ' · ', day);
  facts.className = 'facts';
  const item = element('li', element('div', element('h2', link), facts, element('p', ...mark(summary))));
  if (rowLang) item.lang = rowLang;
  if (picture) item.append(Object.assign(new Image(160, 107), { loading: 'lazy', alt: '', src: picture }));
  return item;
}

/** Marks the words of the query in a text. */
function mark(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const { 0: written, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const { exact, folded } = toWord(written);
    if (!shown.words.some((one) => (one.marked ? one.exact === exact : one.folded === folded))) continue;
    parts.push(text.slice(end, index), element('mark', written));
    end = index + written.length;
  }
  return [...parts, text.slice(end)];
}

/** Fills the form from the address, and searches. */
function restore(): void {
  const asked = new URLSearchParams(location.search);
  for (const field of form.elements as unknown as HTMLInputElement[])
    field.value = asked.get(field.name) ?? '';
  void search();
}

more.addEventListener('click', async () => {
  const first = next;
  await showMore(turn, first);
  results.children[first]?.querySelector('a')?.focus();
});
void help();
restore();
