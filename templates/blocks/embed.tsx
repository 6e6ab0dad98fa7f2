import type { BlockProps } from 'broadsheet';
import { embed, picture, text } from '../attributes.ts';
import { words } from '../words.ts';

export const script = 'blocks';
export const attributes = { src: embed({ required: true }), title: text(), picture: picture() };

/**
 * A page of another site behind our own picture: its frame is loaded on click. Without scripts, and where the
 * site has not enabled the service, it is a link.
 */
export default function Embed({ src, title, picture: poster, lang }: BlockProps<typeof attributes>) {
  const w = words(lang);
  const { service, name, link, player } = src;
  return (
    <figure class={`embed embed-${service}`}>
      <a href={link} rel="external noopener" data-player={player} data-title={title ?? name}>
        {poster && (
          <img
            src={poster.src}
            srcset={poster.srcset}
            sizes="(min-width: 46em) 42rem, 100vw"
            width={poster.width}
            height={poster.height}
            alt=""
            loading="lazy"
            decoding="async"
          />
        )}
        <span class="embed-open">
          <span>{w.openOn.replace('{service}', name)}</span>
          {title && <strong>{title}</strong>}
        </span>
      </a>
      {player && <figcaption>{w.embedNote.replace('{service}', name)}</figcaption>}
    </figure>
  );
}

export function plainForm({ src, title }: BlockProps<typeof attributes>) {
  return (
    <p>
      <a href={src.link}>{title ? `${title} (${src.name})` : src.name}</a>
    </p>
  );
}
