import type { BlockProps } from 'broadsheet';
import { flag, text } from '../attributes.ts';

export const attributes = { title: text({ required: true }), open: flag() };

/** A collapsed part. */
export default function Details({ title, open = false, children }: BlockProps<typeof attributes>) {
  return (
    <details class="fold" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

export function plainForm({ title, children }: BlockProps<typeof attributes>) {
  return (
    <div>
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  );
}
