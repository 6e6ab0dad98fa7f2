import type { Language } from 'broadsheet';
import { words } from '../words.ts';

/** What the article says, in a few sentences. */
export default function KeyPoints({
  points,
  lang,
}: {
  readonly points: readonly string[];
  readonly lang: Language;
}) {
  if (points.length === 0) return null;
  return (
    <section class="key-points" aria-labelledby="label_key_points">
      <h2 id="label_key_points">{words(lang).keyPoints}</h2>
      <ul>
        {points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
    </section>
  );
}
