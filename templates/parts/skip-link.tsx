import type { Language } from 'broadsheet';
import { inLanguage } from '../direction.ts';
import { words } from '../words.ts';

/** First thing in the body: past the header, straight to the content. */
export default function SkipLink({ lang }: { readonly lang: Language }) {
  const w = words(lang);
  return (
    <a class="skip-link" href="#content" {...inLanguage(w.lang, lang)}>
      {w.skip}
    </a>
  );
}
