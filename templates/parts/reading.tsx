import type { Language } from 'broadsheet';
import { words } from '../words.ts';

/**
 * How the reader wants to read: text size, dark or light, more contrast. Hidden until the reader's script
 * runs, which finds the buttons by their `data-` attributes.
 */
export default function Reading({ lang }: { readonly lang: Language }) {
  const w = words(lang);
  return (
    <div class="reading">
      <div role="group" aria-label={w.textSize}>
        <button type="button" data-text-size="-1" aria-label={w.smaller} title={w.smaller}>
          A-
        </button>
        <button type="button" data-text-size="0" aria-label={w.normal} title={w.normal}>
          A
        </button>
        <button type="button" data-text-size="1" aria-label={w.larger} title={w.larger}>
          A+
        </button>
        <span class="sr-only" role="status" />
      </div>
      <div role="group" aria-label={w.appearance}>
        <button type="button" data-set="scheme" aria-label={w.dark} title={w.dark}>
          <svg viewBox="0 0 18 18" aria-hidden="true">
            <path d="M7 1a8 8 0 1 0 10 10A7 7 0 0 1 7 1Z" />
          </svg>
        </button>
        <button type="button" data-set="contrast" aria-label={w.contrast} title={w.contrast}>
          <svg viewBox="0 0 18 18" aria-hidden="true">
            <path d="M9 1a8 8 0 1 0 0 16A8 8 0 0 0 9 1Zm0 2v12A6 6 0 0 1 9 3Z" />
          </svg>
        </button>
      </div>
    </div>
  );
}
