import type { BlockProps } from 'broadsheet';
import { text } from '../attributes.ts';

export const attributes = { by: text(), role: text() };

/** A pull quote: large text with its speaker. */
export default function Quote({ by, role, children }: BlockProps<typeof attributes>) {
  return (
    <figure class="pull-quote">
      <blockquote>{children}</blockquote>
      {(by || role) && (
        <figcaption>
          {by && <cite>{by}</cite>}
          {by && role && ', '}
          {role}
        </figcaption>
      )}
    </figure>
  );
}

export function plainForm({ by, role, children }: BlockProps<typeof attributes>) {
  return (
    <blockquote>
      {children}
      {(by || role) && <p>— {[by, role].filter(Boolean).join(', ')}</p>}
    </blockquote>
  );
}
