import type { ArticleProps, Filled, Language } from 'broadsheet';
import { words } from '../words.ts';

type Headings = Filled<ArticleProps>['headings'];

/**
 * The table of contents of a long article. Without a rail, the empty `<details>` opens the list after it, by
 * CSS only.
 */
export default function Contents({
  headings,
  lang,
}: {
  readonly headings: Headings;
  readonly lang: Language;
}) {
  const w = words(lang);
  const top = Math.min(...headings.map(({ depth }) => depth));
  return (
    <div class="rail">
      <nav class="contents" aria-label={w.contents}>
        <details>
          <summary>{w.contents}</summary>
        </details>
        <h2>{w.contents}</h2>
        <ol>
          {headings
            .filter(({ depth }) => depth <= top + 1)
            .map(({ id, text, depth }) => (
              <li class={depth > top ? 'lower' : undefined}>
                <a href={`#${id}`}>{text}</a>
              </li>
            ))}
        </ol>
      </nav>
    </div>
  );
}
