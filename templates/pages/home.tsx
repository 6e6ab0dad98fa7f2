import type { Filled, HomeProps } from 'broadsheet';
import Block from '../parts/block.tsx';
import Card from '../parts/card.tsx';
import CardList from '../parts/card-list.tsx';
import Layout from '../parts/layout.tsx';
import { siteData } from '../parts/structured-data.ts';
import { words } from '../words.ts';

/** The front page, laid out like a newspaper's. */
export default function Home({ site, page, lead, featured, latest, mostRead, blocks }: Filled<HomeProps>) {
  const w = words(page.lang);
  const [first, ...others] = featured;
  return (
    <Layout site={site} page={page} kind="home" data={[siteData(site)]}>
      <div class="wrap">
        <div class={first ? 'front' : 'front front-river'}>
          {lead && (
            <section aria-labelledby="label_lead">
              <h2 id="label_lead" class="sr-only">
                {w.lead}
              </h2>
              <Card card={lead} size="lead" lang={page.lang} level={3} summary category eager as="div" />
            </section>
          )}
          {first && (
            <section class="featured" aria-labelledby="label_featured">
              <h2 id="label_featured">{w.featured}</h2>
              <Card card={first} size="stack" lang={page.lang} level={3} category as="div" />
              <CardList cards={others} size="row" lang={page.lang} level={3} category />
            </section>
          )}
          {latest.length > 0 && (
            <section class="latest" aria-labelledby="label_latest">
              <h2 id="label_latest">{w.latest}</h2>
              <CardList cards={latest} size="headline" lang={page.lang} level={3} category time />
            </section>
          )}
        </div>
        {mostRead.length > 0 && (
          <section class="most-read" aria-labelledby="label_most_read">
            <h2 id="label_most_read">{w.mostRead}</h2>
            <CardList cards={mostRead} size="headline" lang={page.lang} level={3} category />
          </section>
        )}
        <div class="blocks">
          {blocks.map((block, index) => (
            <Block block={block} lang={page.lang} id={`label_block_${index + 1}`} />
          ))}
        </div>
      </div>
    </Layout>
  );
}
