import type { Author, Language } from 'broadsheet';

interface SignOffProps {
  readonly authors: readonly Author[];
  readonly lang?: Language;
}

/** The authors' names in capitals, at the end of the text. */
export default function SignOff({ authors, lang = 'vi' }: SignOffProps) {
  if (authors.length === 0) return null;
  return (
    <p class="sign-off">
      {authors.map(({ name }) => name.normalize('NFC').toLocaleUpperCase(lang)).join(' - ')}
    </p>
  );
}
