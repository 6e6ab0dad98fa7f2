import type { Language, Link } from 'broadsheet';
import { words } from '../words.ts';
import Phrase from './phrase.tsx';

interface NeighboursProps {
  readonly previous?: Link;
  readonly next?: Link;
  readonly lang: Language;
}

/** The older and the newer article of the same category. */
export default function Neighbours({ previous, next, lang }: NeighboursProps) {
  const w = words(lang);
  if (!previous && !next) return null;
  return (
    <div class="wrap">
      <nav class="neighbours" aria-label={w.neighbours}>
        {previous && (
          <a href={previous.address} rel="prev">
            <span>{w.previous}</span> <Phrase text={previous.title} lang={lang} />
          </a>
        )}
        {next && (
          <a href={next.address} rel="next">
            <span>{w.next}</span> <Phrase text={next.title} lang={lang} />
          </a>
        )}
      </nav>
    </div>
  );
}
