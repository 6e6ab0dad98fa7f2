import type { Filled, HomeProps } from 'broadsheet';
import Block from '../parts/block.tsx';
import Card from '../parts/card.tsx';
import CardList from '../parts/card-list.tsx';
import Layout from '../parts/layout.tsx';
import { siteData } from '../parts/structured-data.ts';
import { words } from '../words.ts';

/** From how many featured stories on they fill a column beside the lead's picture. */
const column = 3;

/** The front page, laid out like a newspaper's. */
export default function Home({ site, page, lead, featured, latest, mostRead, blocks }: Filled<HomeProps>) {
  const w = words(page.lang);
  const beside = lead?.image !== undefined && featured.length >= column;
  const [first, ...others] = featured;
  // An odd number of blocks: the first one takes the whole row, if it has enough to fill it.
  const wide =
    blocks.length % 2 === 1 &&
    (blocks[0]?.cards.length ?? 0) >= column &&
    blocks[0]?.cards.some((card) => card.image);
  return (
    <Layout site={site} page={page} kind="home" data={[siteData(site)]}>
      <div class="wrap">
        {!lead && <p>{w.empty}</p>}
        <div class={beside ? 'front front-column' : 'front'}>
          {lead && (
            <section class="lead" aria-labelledby="label_lead">
              <h2 id="label_lead" class="sr-only">
                {w.lead}
              </h2>
              <Card card={lead} size="lead" lang={page.lang} level={3} summary category eager as="div" />
            </section>
          )}
          {first && (
            <section class="featured" aria-labelledby="label_featured">
              <h2 id="label_featured">{w.featured}</h2>
              {beside ? (
                <>
                  <Card
                    card={first}
                    size="stack"
                    lang={page.lang}
                    level={3}
                    category
                    summary="bare"
                    as="div"
                  />
                  <CardList cards={others} size="row" lang={page.lang} level={3} category summary="bare" />
                </>
              ) : (
                <CardList
                  cards={featured}
                  size={featured.length < column ? 'row' : 'stack'}
                  lang={page.lang}
                  level={3}
                  category
                  summary
                />
              )}
            </section>
          )}
        </div>
        {latest.length > 0 && (
          <section class="latest" aria-labelledby="label_latest">
            <h2 id="label_latest">{w.latest}</h2>
            <CardList cards={latest} size="headline" lang={page.lang} level={3} category time />
          </section>
        )}
        {wide && blocks[0] && <Block block={blocks[0]} lang={page.lang} id="label_block_1" wide />}
        {blocks.length > (wide ? 1 : 0) && (
          <div class="blocks">
            {blocks.slice(wide ? 1 : 0).map((block, index) => (
              <Block block={block} lang={page.lang} id={`label_block_${index + (wide ? 2 : 1)}`} />
            ))}
          </div>
        )}
        {mostRead.length > 0 && (
          <section class="most-read" aria-labelledby="label_most_read">
            <h2 id="label_most_read">{w.mostRead}</h2>
            <CardList cards={mostRead} size="headline" lang={page.lang} level={3} category />
          </section>
        )}
      </div>
    </Layout>
  );
}
