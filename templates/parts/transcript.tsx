import type { Language } from 'broadsheet';
import type { ComponentChildren } from 'preact';
import { words } from '../words.ts';

interface TranscriptProps {
  readonly lang: Language;
  readonly children: ComponentChildren;
}

/** The transcript of a video or recording, collapsed. */
export default function Transcript({ lang, children }: TranscriptProps) {
  return (
    <details class="transcript">
      <summary>{words(lang).transcript}</summary>
      {children}
    </details>
  );
}
