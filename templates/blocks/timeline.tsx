import type { BlockProps } from 'broadsheet';
import { text } from '../attributes.ts';

export const attributes = { title: text() };

/** Events in order, as a list whose items begin with the time in bold. */
export default function Timeline({ title, children }: BlockProps<typeof attributes>) {
  return (
    <div class="timeline">
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
