import type { Filled, IndexProps, Link } from 'broadsheet';
import Layout from '../parts/layout.tsx';

/** From how many entries on they stand under their initials. */
const groupFrom = 30;

/** All tags, or all authors. */
export default function Index({ site, page, heading, links }: Filled<IndexProps>) {
  return (
    <Layout site={site} page={page} kind="index">
      <div class="wrap">
        <h1>{heading}</h1>
        {links.length < groupFrom ? (
          <Columns links={links} />
        ) : (
          byInitial(links).map(([initial, group]) => (
            <section class="initial">
              <h2>{initial}</h2>
              <Columns links={group} />
            </section>
          ))
        )}
      </div>
    </Layout>
  );
}

function Columns({ links }: { readonly links: readonly Link[] }) {
  return (
    <ul class="columns">
      {links.map(({ title, address }) => (
        <li>
          <a href={address}>{title}</a>
        </li>
      ))}
    </ul>
  );
}

function byInitial(links: readonly Link[]): readonly (readonly [string, readonly Link[]])[] {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const initial = initialOf(link.title);
    groups.set(initial, [...(groups.get(initial) ?? []), link]);
  }
  return [...groups];
}

/** First letter without its tone mark: Ấ stands under Â, and Đ is a letter of its own. */
function initialOf(title: string): string {
  const letter = ([...title.normalize('NFC')][0] ?? '').replace(/[ÐƉ]/, 'Đ').replace(/[ðɖ]/, 'đ');
  return letter
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
    .toLocaleUpperCase('vi');
}
