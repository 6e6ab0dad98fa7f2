import type { BlockProps } from 'broadsheet';
import { number, text } from '../attributes.ts';

export const attributes = { caption: text(), columns: number({ least: 2, most: 3 }) };

/** Related pictures side by side under one caption: before and after, plan and place. */
export default function Figures({ caption, columns = 2, children }: BlockProps<typeof attributes>) {
  return (
    <figure class={`figures columns-${columns}`}>
      <div class="grid">{children}</div>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

export function plainForm({ caption, children }: BlockProps<typeof attributes>) {
  return (
    <div>
      {children}
      {caption && <p>{caption}</p>}
    </div>
  );
}
