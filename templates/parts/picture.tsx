import type { Figure, Language, Picture as PictureData } from 'broadsheet';
import { words } from '../words.ts';

interface PictureProps {
  readonly picture: Figure['picture'];
  /** The width at which it is shown, as in `<img sizes>`. */
  readonly sizes: string;
  /** Whether it is the page's main picture, which is loaded first. */
  readonly eager?: boolean;
  /** Language of the page, for the label of an animation's control. */
  readonly lang?: Language;
}

/** A picture of this site in the best format and width, or one of another server unchanged. */
export default function Picture({ picture, sizes, eager = false, lang = 'vi' }: PictureProps) {
  const loading = eager
    ? ({ fetchpriority: 'high' } as const)
    : ({ loading: 'lazy', decoding: 'async' } as const);
  // Facts about pictures of other servers are unknown.
  if (isRemote(picture))
    return <img class="transparent" src={picture.remote} alt={picture.alt} {...loading} />;
  const { alt, width, height, src, srcset, sources, transparent, tone, still } = picture;
  const image = (
    <img
      class={transparent ? 'transparent' : tone === undefined ? undefined : `tone-${tone}`}
      src={src}
      srcset={srcset}
      sizes={srcset && sizes}
      width={width}
      height={height}
      alt={alt}
      {...loading}
    />
  );
  if (sources.length === 0) return image;
  const shown = (
    <picture>
      {sources.map((source) => (
        <source type={source.type} srcset={source.srcset} sizes={sizes} />
      ))}
      {image}
    </picture>
  );
  if (!still) return shown;
  // An animation stops when the box is checked, without scripts (WCAG 2.2.2).
  return (
    <span class="moving">
      <input type="checkbox" aria-label={words(lang).pause} title={words(lang).pause} />
      {shown}
      <img class="still" src={still} width={width} height={height} alt={alt} />
    </span>
  );
}

/** The address of its largest version. */
export const largestOf = ({ src, sources }: PictureData): string =>
  sources[0]?.srcset.split(', ').at(-1)?.split(' ')[0] ?? src;

/** Whether it is a picture of another server. */
export const isRemote = (picture: Figure['picture']): picture is Exclude<Figure['picture'], PictureData> =>
  'remote' in picture;
