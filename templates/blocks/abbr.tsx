import type { BlockProps } from 'broadsheet';
import { text } from '../attributes.ts';

export const inline = true;
export const attributes = { title: text({ required: true }) };

/** An abbreviation and its meaning. */
export default function Abbreviation({ title, children }: BlockProps<typeof attributes>) {
  return <abbr title={title}>{children}</abbr>;
}

export function plainForm({ title, children }: BlockProps<typeof attributes>) {
  return (
    <>
      {children} ({title})
    </>
  );
}
