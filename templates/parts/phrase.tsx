import type { Language } from 'broadsheet';
import { unbrokenRuns } from '../../src/words/vietnamese.ts';

interface PhraseProps {
  readonly text: string;
  readonly lang: Language;
  /** Tags of several syllables that the text may contain. */
  readonly tags?: readonly string[];
}

/** A headline or summary, in which names, numbers with units and tags stay on one line. */
export default function Phrase({ text, lang, tags }: PhraseProps) {
  return (
    <>
      {unbrokenRuns(text, lang, tags).map((run) =>
        run.unbroken ? <span class="unbroken">{run.text}</span> : run.text,
      )}
    </>
  );
}
