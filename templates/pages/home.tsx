import type { Filled, HomeBlock, HomeProps } from 'broadsheet';
import { ownParts } from '../own-parts.ts';
import HomeLead from '../parts/home-lead.tsx';
import HomeList from '../parts/home-list.tsx';
import HomeSection from '../parts/home-section.tsx';
import Layout from '../parts/layout.tsx';
import { siteData } from '../parts/structured-data.ts';
import { words } from '../words.ts';

/** The front page with its parts in order. */
export default function Home(props: Filled<HomeProps>) {
  const { site, page, blocks } = props;
  return (
    <Layout site={site} page={page} kind="home" data={[siteData(site)]}>
      <div class="wrap">
        {blocks.length === 0 && <p>{words(page.lang).empty}</p>}
        {blocks.map((block, index) => (
          <Part {...props} block={block} id={`label_part_${index + 1}`} />
        ))}
      </div>
    </Layout>
  );
}

function Part({ site, page, block, id }: HomeProps & { readonly block: HomeBlock; readonly id: string }) {
  if (block.kind === 'lead') return <HomeLead block={block} lang={page.lang} />;
  if (block.kind === 'section') return <HomeSection block={block} lang={page.lang} id={id} />;
  if (block.kind !== 'part') return <HomeList block={block} lang={page.lang} id={id} />;
  const Own = ownParts[block.part];
  return Own ? <Own site={site} page={page} /> : null;
}
