import type { BlockProps } from 'broadsheet';
import { media, text } from '../attributes.ts';
import Transcript from '../parts/transcript.tsx';
import { words } from '../words.ts';

export const attributes = { src: media(['mp3', 'ogg', 'm4a'], { required: true }), title: text() };

/** A recording, loaded only when a reader plays it. The block's content is its transcript. */
export default function Audio({ src, title, lang, filled, children }: BlockProps<typeof attributes>) {
  return (
    <figure class="media audio">
      {title && <figcaption>{title}</figcaption>}
      {/* biome-ignore lint/a11y/useMediaCaption: what is said stands in the transcript */}
      <audio controls preload="none" aria-label={title ?? src.name}>
        <source src={src.address} type={src.type} />
      </audio>
      <p class="source">
        <a href={src.address} download={src.name}>
          {words(lang).download}
        </a>
      </p>
      {filled && <Transcript lang={lang}>{children}</Transcript>}
    </figure>
  );
}

export function plainForm({ src, title, filled, children }: BlockProps<typeof attributes>) {
  return (
    <div>
      <p>
        <a href={src.address}>{title ?? src.name}</a>
      </p>
      {filled && children}
    </div>
  );
}
