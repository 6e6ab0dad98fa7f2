import type { BlockProps } from 'broadsheet';
import { media, number, picture, text } from '../attributes.ts';
import Transcript from '../parts/transcript.tsx';
import { words } from '../words.ts';

export const attributes = {
  src: media(['mp4', 'webm'], { required: true }),
  title: text(),
  poster: picture(),
  captions: media(['vtt']),
  width: number({ least: 1 }),
  height: number({ least: 1 }),
};

/** The site's own video, loaded only when a reader plays it. The block's content is its transcript. */
export default function Video(props: BlockProps<typeof attributes>) {
  const { src, title, poster, captions } = props;
  const { width = 1280, height = 720 } = sizeOf(props);
  const { lang, filled, children } = props;
  return (
    <figure class="media video">
      {/* biome-ignore lint/a11y/useMediaCaption: captions are the author's to give */}
      <video
        controls
        preload="none"
        playsInline
        poster={poster?.src}
        width={width}
        height={height}
        aria-label={title}
      >
        <source src={src.address} type={src.type} />
        {captions && <track kind="captions" src={captions.address} srcLang={lang} label={lang} />}
      </video>
      {filled && <Transcript lang={lang}>{children}</Transcript>}
      <figcaption>
        {title && <>{title} </>}
        <a href={src.address} download={src.name}>
          {words(lang).download}
        </a>
      </figcaption>
    </figure>
  );
}

/** Width and height from the attributes, else of the file, else of the poster. */
function sizeOf({ src, poster, width, height }: BlockProps<typeof attributes>) {
  if (width !== undefined && height !== undefined) return { width, height };
  return src.width === undefined ? (poster ?? {}) : src;
}

export function plainForm({ src, title, poster, filled, children }: BlockProps<typeof attributes>) {
  return (
    <div>
      {poster && (
        <p>
          <img src={poster.src} width={poster.width} height={poster.height} alt="" />
        </p>
      )}
      <p>
        <a href={src.address}>{title ?? src.name}</a>
      </p>
      {filled && children}
    </div>
  );
}
