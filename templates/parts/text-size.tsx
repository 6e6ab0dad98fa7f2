import type { Language } from 'broadsheet';
import { langAttribute, words } from '../words.ts';

/**
 * The font size switch. Hidden until the reader's script runs, which finds the buttons by `data-text-size`.
 */
export default function TextSize({ lang }: { readonly lang: Language }) {
  const w = words(lang);
  return (
    <div class="text-size" role="group" aria-labelledby="label_text-size" lang={langAttribute(w.lang, lang)}>
      <span id="label_text-size">{w.textSize}</span>
      <button type="button" data-text-size="-1">
        {w.smaller}
      </button>
      <button type="button" data-text-size="0">
        {w.normal}
      </button>
      <button type="button" data-text-size="1">
        {w.larger}
      </button>
      <span class="sr-only" role="status" />
    </div>
  );
}
