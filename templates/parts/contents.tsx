import type { ArticleProps, Filled, Language } from 'broadsheet';
import { words } from '../words.ts';

type Headings = Filled<ArticleProps>['headings'];

/** The table of contents of a long article. On a narrow screen it is folded. */
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
    <aside class="rail">
      <nav class="contents" aria-labelledby="label_contents">
        <details open>
          <summary id="label_contents">{w.contents}</summary>
          <ol>
            {headings
              .filter(({ depth }) => depth <= top + 1)
              .map(({ id, text, depth }) => (
                <li class={depth > top ? 'lower' : undefined}>
                  <a href={`#${id}`}>{text}</a>
                </li>
              ))}
          </ol>
        </details>
      </nav>
    </aside>
  );
}
