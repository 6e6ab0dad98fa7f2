import type { Attachment, Language } from 'broadsheet';
import { formatSize } from '../format.ts';
import { words } from '../words.ts';

interface AttachmentsProps {
  readonly attachments: readonly Attachment[];
  readonly lang: Language;
}

/** Files to download, with type and size. */
export default function Attachments({ attachments, lang }: AttachmentsProps) {
  if (attachments.length === 0) return null;
  return (
    <section class="attachments" aria-labelledby="label_attachments">
      <h2 id="label_attachments">{words(lang).attachments}</h2>
      <ul>
        {attachments.map(({ title, address, name, format, size }) => (
          <li>
            <a href={address} download={name}>
              {title} <span>({[format, formatSize(size, lang)].filter(Boolean).join(', ')})</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
