import type { Filled, IndexEntry, IndexProps, Language } from 'broadsheet';
import { counted } from '../counted.ts';
import { formatNumber } from '../format.ts';
import Layout from '../parts/layout.tsx';
import Phrase from '../parts/phrase.tsx';
import Picture from '../parts/picture.tsx';
import { words } from '../words.ts';

/** With at least this many entries, they are grouped by initial. */
const groupFrom = 30;

/** The list of all tags, or all authors. */
export default function Index({ site, page, kind, heading, links }: Filled<IndexProps>) {
  const Entries = kind === 'authors' ? People : Columns;
  return (
    <Layout site={site} page={page} kind="index">
      <div class="wrap">
        <h1>{heading}</h1>
        {links.length < groupFrom ? (
          <Entries links={links} lang={page.lang} level={2} />
        ) : (
          byInitial(links).map(([initial, group]) => (
            <section class="initial">
              <h2>{initial}</h2>
              <Entries links={group} lang={page.lang} level={3} />
            </section>
          ))
        )}
      </div>
    </Layout>
  );
}

interface EntriesProps {
  readonly links: readonly IndexEntry[];
  readonly lang: Language;
  /** Level of the headings. */
  readonly level: 2 | 3;
}

function Columns({ links, lang }: EntriesProps) {
  return (
    <ul class="columns">
      {links.map(({ title, address, count }) => (
        <li>
          <a href={address}>
            <Phrase text={title} lang={lang} />
          </a>{' '}
          <span>({formatNumber(count, lang)})</span>
        </li>
      ))}
    </ul>
  );
}

/** Authors: portrait, name, role and number of articles. */
function People({ links, lang, level }: EntriesProps) {
  const Name = `h${level}` as const;
  return (
    <ul class="people">
      {links.map(({ title, address, count, role, image }) => (
        <li class="person">
          {image ? (
            <Picture picture={{ ...image, alt: '' }} sizes="5rem" />
          ) : (
            <span class="monogram" aria-hidden="true">
              {title.trim().split(/\s+/).at(-1)?.[0]}
            </span>
          )}
          <div>
            <Name>
              <a class="quiet" href={address}>
                <Phrase text={title} lang={lang} />
              </a>
            </Name>
            {role && (
              <p>
                <Phrase text={role} lang={lang} />
              </p>
            )}
            <p>{counted(words(lang).articles, count, lang)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function byInitial(links: readonly IndexEntry[]): readonly (readonly [string, readonly IndexEntry[]])[] {
  const groups = new Map<string, IndexEntry[]>();
  for (const link of links) {
    const initial = initialOf(link.title);
    groups.set(initial, [...(groups.get(initial) ?? []), link]);
  }
  return [...groups];
}

/** First letter without its tone mark: Ấ is under Â, and Đ is a letter of its own. */
function initialOf(title: string): string {
  const letter = ([...title.normalize('NFC')][0] ?? '').replace(/[ÐƉ]/, 'Đ').replace(/[ðɖ]/, 'đ');
  return letter
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
    .toLocaleUpperCase('vi');
}
