import type { Language, Link } from 'broadsheet';
import { words } from '../words.ts';

export default function Tags({ tags, lang }: { readonly tags: readonly Link[]; readonly lang: Language }) {
  if (tags.length === 0) return null;
  return (
    <section class="tags" aria-labelledby="label_tags">
      <h2 id="label_tags">{words(lang).tags}</h2>
      <ul class="chips">
        {tags.map(({ title, address }) => (
          <li>
            <a href={address} rel="tag">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
