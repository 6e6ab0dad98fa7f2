import type { Language } from 'broadsheet';
import { inLanguage } from '../direction.ts';
import { words } from '../words.ts';

/** The first link in the body, which skips the header. */
export default function SkipLink({ lang }: { readonly lang: Language }) {
  const w = words(lang);
  return (
    <a class="skip-link" href="#content" {...inLanguage(w.lang, lang)}>
      {w.skip}
    </a>
  );
}
