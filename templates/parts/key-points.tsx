import type { Language } from 'broadsheet';
import { words } from '../words.ts';
import Phrase from './phrase.tsx';

/** The article in a few sentences. */
export default function KeyPoints({
  points,
  lang,
  tags,
}: {
  readonly points: readonly string[];
  readonly lang: Language;
  readonly tags: readonly string[];
}) {
  if (points.length === 0) return null;
  return (
    <section class="key-points" aria-labelledby="label_key_points">
      <h2 id="label_key_points">{words(lang).keyPoints}</h2>
      <ul>
        {points.map((point) => (
          <li>
            <Phrase text={point} lang={lang} tags={tags} />
          </li>
        ))}
      </ul>
    </section>
  );
}
