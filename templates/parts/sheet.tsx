import type { DateTime, Language, OfficialDocument } from 'broadsheet';
import { formatDate } from '../format.ts';
import { words } from '../words.ts';

/** The facts of an official document: number, kind, issuer, dates. */
export default function Sheet({
  document,
  lang,
}: {
  readonly document: OfficialDocument;
  readonly lang: Language;
}) {
  const w = words(lang);
  const { number, issuer, signer, issued, effective, field } = document;
  const rows = [
    [w.number, number],
    [w.issuer, issuer],
    [w.signer, signer],
    [w.issued, day(issued, lang)],
    [w.effective, day(effective, lang)],
    [w.field, field],
  ] as const;
  const filled = rows.filter(([, value]) => value);
  if (filled.length === 0) return null;
  return (
    <section class="sheet" aria-label={w.sheet}>
      <dl>
        {filled.map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

/** Formats a day for the language. Texts that are no date stay the same. */
const day = (written: string | undefined, lang: Language): string | undefined =>
  written && /^\d{4}-\d{2}-\d{2}$/.test(written) ? formatDate(written as DateTime, lang) : written;
