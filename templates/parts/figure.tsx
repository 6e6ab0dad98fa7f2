import type { Figure as FigureData, Language } from 'broadsheet';
import { words } from '../words.ts';
import Picture from './picture.tsx';

interface FigureProps {
  readonly figure: FigureData;
  /** False for a picture within a line of text: the picture alone. */
  readonly block?: boolean;
  readonly lang: Language;
  /** The lead picture of an article. */
  readonly lead?: boolean;
}

/** A picture with its caption and credit; also what pictures in a body become. */
export default function Figure({ figure, block = true, lang, lead = false }: FigureProps) {
  const { picture, caption, credit } = figure;
  const image = (
    <Picture picture={picture} sizes="(min-width: 48em) 42rem, calc(100vw - 2rem)" eager={lead} />
  );
  if (!block) return image;
  return (
    <figure class={lead ? 'lead-figure' : undefined}>
      {image}
      {(caption || credit) && (
        <figcaption>
          {caption}
          {caption && credit && (/[.!?…”]$/.test(caption) ? ' ' : '. ')}
          {credit && (
            <span class="credit">
              {words(lang).photo}: {credit}
            </span>
          )}
        </figcaption>
      )}
    </figure>
  );
}
