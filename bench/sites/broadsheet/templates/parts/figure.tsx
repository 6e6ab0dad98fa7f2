import type { Figure as FigureData } from 'broadsheet';

/** A picture of a body. */
export default function Figure({ figure }: { readonly figure: FigureData }) {
  const { picture, caption } = figure;
  if ('remote' in picture) return <img src={picture.remote} alt={picture.alt} />;
  return (
    <figure>
      <picture>
        {picture.sources.map((source) => (
          <source type={source.type} srcset={source.srcset} sizes="100vw" />
        ))}
        <img
          src={picture.src}
          srcset={picture.srcset}
          sizes="100vw"
          width={picture.width}
          height={picture.height}
          alt={picture.alt}
          loading="lazy"
        />
      </picture>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}
