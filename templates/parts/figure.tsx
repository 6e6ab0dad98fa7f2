import type { ArticleLayout, Figure as FigureData, Language } from 'broadsheet';
import { words } from '../words.ts';
import Picture, { isRemote, largestOf } from './picture.tsx';

interface FigureProps {
  readonly figure: FigureData;
  /** False for an inline picture, without a caption. */
  readonly block?: boolean;
  readonly lang: Language;
  /** The lead picture of an article. */
  readonly lead?: boolean;
  /** Layout of the article; undefined on other pages. */
  readonly layout?: ArticleLayout;
  /** The block around it. */
  readonly within?: string;
}

/** Aspect ratios in the style sheet, which limits the width of a picture by the window's height. */
const ratios = [1.77, 1.5, 1.25, 1, 0.8, 0.75, 0.66, 0.56, 0.45];
/** Pictures in the text with at least this ratio use the wide column. */
const panorama = 1.9;

const sizes = {
  text: '(min-width: 100em) 46rem, (min-width: 46em) 42rem, calc(100vw - 2rem)',
  wide: '(min-width: 100em) 69rem, (min-width: 69em) 65rem, calc(100vw - 2rem)',
  full: '100vw',
  /** In a grid. */
  part: '(min-width: 69em) 22rem, (min-width: 46em) 33vw, 50vw',
};

/** A picture with its caption and credit; also used for pictures in a body. */
export default function Figure({ figure, block = true, lang, lead = false, layout, within }: FigureProps) {
  const { picture } = figure;
  const ratio = isRemote(picture) ? undefined : picture.width / picture.height;
  const column = columnOf(figure, { lead, layout, within, ratio });
  const image = <Picture picture={picture} sizes={sizes[column]} eager={lead} lang={lang} />;
  if (!block) return image;
  // 1600 by 1067 is 3:2.
  const step = ratio && ratios.find((one) => one <= ratio * 1.01);
  const classes = [
    lead && 'lead-figure',
    !lead && (column === 'wide' || column === 'full') && column,
    step && `r-${Math.floor(step * 100)}`,
  ].filter(Boolean);
  return (
    <figure class={classes.join(' ') || undefined}>
      {(layout === 'photo' || within === 'gallery') && !isRemote(picture) ? (
        <a href={largestOf(picture)} data-view>
          {image}
        </a>
      ) : (
        image
      )}
      <Caption figure={figure} lang={lang} />
    </figure>
  );
}

/** The form for feeds: one file with the whole picture. */
export function plainForm({ figure, block = true, lang }: FigureProps) {
  const { picture } = figure;
  const { alt } = picture;
  const image = isRemote(picture) ? (
    <img src={picture.remote} alt={alt} />
  ) : (
    <img src={picture.src} width={picture.width} height={picture.height} alt={alt} />
  );
  if (!block) return image;
  return (
    <figure>
      {image}
      <Caption figure={figure} lang={lang} />
    </figure>
  );
}

function Caption({ figure: { caption, credit }, lang }: Pick<FigureProps, 'figure' | 'lang'>) {
  if (!caption && !credit) return null;
  return (
    <figcaption>
      {caption}
      {caption && credit && (/[.!?…”]$/.test(caption) ? ' ' : '. ')}
      {credit && (
        <span class="credit">
          {/^(?:minh họa|đồ họa|ảnh|illustration|graphic|photo)/i.test(credit)
            ? ''
            : `${words(lang).photo}: `}
          {credit}
        </span>
      )}
    </figcaption>
  );
}

interface Place {
  readonly lead: boolean;
  readonly layout: ArticleLayout | undefined;
  readonly within: string | undefined;
  readonly ratio: number | undefined;
}

/** The column of the figure: the one its author chose, else by its ratio. */
function columnOf({ column }: FigureData, { lead, layout, within, ratio = 1 }: Place): keyof typeof sizes {
  if (within === 'gallery' || within === 'figures') return 'part';
  if (layout === 'photo' || (lead && layout === 'feature')) return 'full';
  return column ?? (lead || ratio >= panorama ? 'wide' : 'text');
}
