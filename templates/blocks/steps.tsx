import type { BlockProps } from 'broadsheet';
import { text } from '../attributes.ts';

export const attributes = { title: text() };

/** Instructions in order, as a numbered list. */
export default function Steps({ title, children }: BlockProps<typeof attributes>) {
  return (
    <div class="steps">
      {title && <p class="block-title">{title}</p>}
      {children}
    </div>
  );
}

export function plainForm({ title, children }: BlockProps<typeof attributes>) {
  return (
    <div>
      {title && (
        <p>
          <strong>{title}</strong>
        </p>
      )}
      {children}
    </div>
  );
}
