import type { Language } from 'broadsheet';
import { words } from '../words.ts';

/**
 * Reading preferences: text size, dark or light, more contrast. Hidden until the reader's script runs, which
 * finds the buttons by their `data-` attributes.
 */
export default function Reading({ lang }: { readonly lang: Language }) {
  const w = words(lang);
  return (
    <div class="reading">
      <div role="group" aria-label={w.textSize}>
        <Size by={-1} label={w.smaller} />
        <Size by={0} label={w.normal} />
        <Size by={1} label={w.larger} />
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

/** A button for the text size. Of its label (`Giảm (A-)`) only the letter is visible. */
function Size({ by, label }: { readonly by: -1 | 0 | 1; readonly label: string }) {
  return (
    <button type="button" data-text-size={by} title={label}>
      <span class="sr-only">{label}</span>
      <span aria-hidden="true">{/A[-+]?/.exec(label)?.[0]}</span>
    </button>
  );
}
