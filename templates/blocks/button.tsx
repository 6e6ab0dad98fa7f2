import type { BlockProps } from 'broadsheet';
import { choice, link, text } from '../attributes.ts';

export const inline = true;
export const attributes = { to: link({ required: true }), title: text(), kind: choice('main', 'plain') };

/** A link that calls for an action. */
export default function Button({ to, title, kind = 'main', children }: BlockProps<typeof attributes>) {
  return (
    <a class={`button button-${kind}`} href={to} title={title}>
      {children ?? title}
    </a>
  );
}

export function plainForm({ to, title, children }: BlockProps<typeof attributes>) {
  return <a href={to}>{children ?? title}</a>;
}
