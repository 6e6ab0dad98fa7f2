import type { Author } from 'broadsheet';

/** The authors' names in capitals, at the end of the text. */
export default function SignOff({ authors }: { readonly authors: readonly Author[] }) {
  if (authors.length === 0) return null;
  return (
    <p class="sign-off">
      {authors.map(({ name }) => name.normalize('NFC').toLocaleUpperCase('vi')).join(' - ')}
    </p>
  );
}
